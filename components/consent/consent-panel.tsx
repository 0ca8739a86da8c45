import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { consentSteps, unmetObjections } from '#board/consent.ts';
import type { ConsentRound } from '#board/consent.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { Button } from '#components/ui/button.tsx';
import { SayInRound } from './say-in-round.tsx';
import { RoundAnswers } from './round-answers.tsx';
import { useConsent } from './use-consent.ts';

/** The round of consent on a proposal: asked for here, held here, and what came of it. [CONS-1] */
export function ConsentPanel({ actionId }: { actionId: string }) {
  const t = useTranslations('consent');
  const { live, boardId, may } = useBoardTools();
  const round = useLive(live.consent, actionId);
  const { busy, problem, take } = useConsent(boardId, actionId);
  const ended = round !== undefined && round.outcome !== null;
  if (!may.consent && !round) return null;
  return (
    <section
      aria-labelledby="consent"
      className={clsx(
        'flex flex-col gap-4 border-line',
        round && !ended ? 'border-b pb-5' : 'border-t pt-5',
      )}
    >
      <div>
        <h3 id="consent" className="text-14 font-semibold">
          {t('title')}
        </h3>
        {!round && <p className="text-soft">{t('intro')}</p>}
        {ended && <p className="font-medium">{t(`outcome.${round.outcome ?? 'withdrawn'}`)}</p>}
      </div>
      {round && !ended && <OpenRound round={round} busy={busy} take={take} />}
      {ended && <RoundAnswers round={round} />}
      {(!round || ended) && may.consent && (
        <Button
          busy={busy}
          className="self-start"
          onClick={() => void take({ method: 'POST', to: '' })}
        >
          {t(ended ? 'again' : 'ask')}
        </Button>
      )}
      <p role="alert" className={problem && 'rounded-card bg-danger-pale px-3 py-2 text-danger'}>
        {problem}
      </p>
    </section>
  );
}

interface OpenProps {
  round: ConsentRound;
  busy: boolean;
  take: ReturnType<typeof useConsent>['take'];
}

function OpenRound({ round, busy, take }: OpenProps) {
  const t = useTranslations('consent');
  const { may } = useBoardTools();
  const { revision, version, step, words } = round;
  const standing = unmetObjections(round).length;
  const toStep = (next: (typeof consentSteps)[number]) =>
    take({ method: 'PATCH', to: '', body: { revision, step: next } });
  const end = (outcome: 'consented' | 'withdrawn') =>
    take({ method: 'POST', to: '/outcome', body: { revision, outcome } });
  return (
    <>
      <div role="group" aria-label={t('steps')} className="flex flex-wrap gap-2">
        {consentSteps.map((one) => (
          <Button
            key={one}
            size="sm"
            variant={one === step ? 'primary' : 'secondary'}
            aria-current={one === step ? 'step' : undefined}
            disabled={!may.consent}
            onClick={() => void (one === step || toStep(one))}
          >
            {t(`step.${one}`)}
          </Button>
        ))}
      </div>
      <p className="text-soft">{t(`stepHint.${step}`)}</p>
      <p className="rounded-card bg-sunken px-3 py-2 wrap-anywhere">{words}</p>
      <RoundAnswers round={round} />
      {may.consent && (
        <>
          {step === 'amend' ? (
            <Amend round={round} standing={standing} busy={busy} take={take} />
          ) : (
            <Answer version={version} step={step} busy={busy} take={take} />
          )}
          <div className="flex flex-wrap gap-2">
            {step !== 'clarify' && (
              <Button size="sm" busy={busy} onClick={() => void end('consented')}>
                {t('consent')}
              </Button>
            )}
            <Button size="sm" variant="quiet" busy={busy} onClick={() => void end('withdrawn')}>
              {t('withdraw')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

interface AnswerProps extends Pick<OpenProps, 'busy' | 'take'> {
  version: number;
  step: ConsentRound['step'];
}

function Answer({ version, step, busy, take }: AnswerProps) {
  const t = useTranslations('consent');
  const [saying, setSaying] = useState<'objection' | 'question' | null>(null);
  const answer = (kind: 'none' | 'objection' | 'question', text?: string) =>
    take({ method: 'POST', to: '/answers', body: { version, kind, text } });
  if (saying) {
    return (
      <SayInRound
        label={t(saying === 'objection' ? 'whyObject' : 'whatAsk')}
        submit={t(saying === 'objection' ? 'object' : 'askQuestion')}
        busy={busy}
        onSay={async (text) => {
          if (await answer(saying, text)) setSaying(null);
        }}
        onCancel={() => setSaying(null)}
      />
    );
  }
  return (
    <div role="group" aria-label={t('mine')} className="flex flex-wrap gap-2">
      {step !== 'clarify' && (
        <>
          <Button size="sm" variant="primary" busy={busy} onClick={() => void answer('none')}>
            {t('kind.none')}
          </Button>
          <Button size="sm" onClick={() => setSaying('objection')}>
            {t('object')}
          </Button>
        </>
      )}
      <Button size="sm" onClick={() => setSaying('question')}>
        {t('askQuestion')}
      </Button>
    </div>
  );
}

function Amend({ round, standing, busy, take }: OpenProps & { standing: number }) {
  const t = useTranslations('consent');
  return (
    <SayInRound
      // Other words begin anew from what they are.
      key={round.version}
      label={t('newWords')}
      start={round.words}
      also={standing > 0 ? t('howMet') : undefined}
      submit={t('amend')}
      busy={busy}
      onSay={async (words, met) => {
        const body = { revision: round.revision, words, met };
        await take({ method: 'POST', to: '/amendments', body });
      }}
    />
  );
}
