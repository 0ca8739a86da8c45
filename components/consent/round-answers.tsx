import { CircleCheck, CircleHelp, Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ConsentAnswer, ConsentKind, ConsentRound } from '#board/consent.ts';
import { Avatar } from '#components/ui/avatar.tsx';

const icons: Record<ConsentKind, typeof Hand> = {
  none: CircleCheck,
  objection: Hand,
  question: CircleHelp,
};

/** What everybody answered to the words as they are, oldest first; earlier words on request alone. */
export function RoundAnswers({ round, all = false }: { round: ConsentRound; all?: boolean }) {
  const t = useTranslations('consent');
  const shown = round.answers.filter(({ version }) => all || version === round.version);
  if (shown.length === 0) return <p className="text-soft">{t('noAnswers')}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {shown.map((answer, index) => (
        <AnswerLine key={`${answer.at} ${answer.by.id} ${index}`} answer={answer} />
      ))}
    </ul>
  );
}

function AnswerLine({ answer: { by, kind, text, met } }: { answer: ConsentAnswer }) {
  const t = useTranslations('consent');
  const Icon = icons[kind];
  return (
    <li className="flex gap-2">
      <Avatar person={by} size="sm" named={false} />
      <div className="min-w-0 grow wrap-anywhere">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{by.name}</span>
          <span className="inline-flex items-center gap-1 text-soft">
            <Icon aria-hidden className="size-4 shrink-0" />
            {t(`kind.${kind}`)}
          </span>
        </p>
        {text && <p className={met === null ? '' : 'text-soft'}>{text}</p>}
        {met !== null && (
          <p className="text-12 text-soft">{met === '' ? t('takenBack') : t('met', { met })}</p>
        )}
      </div>
    </li>
  );
}
