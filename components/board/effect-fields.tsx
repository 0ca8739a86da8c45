import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { addDays } from '#board/calendar.ts';
import type { Day } from '#board/calendar.ts';
import type { BoardDocument } from '#board/document.ts';
import type { Effect, MeasureFact } from '#board/facts.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useLive, useLiveAll } from '#components/canvas/live-map.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { MeasureMaker } from './measure-maker.tsx';

interface Props {
  live: LiveBoard;
  effect: Effect;
  /** The due day that the day to look follows on; empty while there is none to follow. */
  checkAfter: Day | '';
  ask: ReadonlySet<string>;
  errorOf: (field: string) => string | undefined;
  mayMeasure: boolean;
  onTouch: ((field: string) => void) | undefined;
}

/** Days after the due day: enough for most effects to show. */
const LOOK_AFTER = 14;

type Way = 'measure' | 'observation';

/** How the team will see that it worked: a number of its own, or something that can be seen. */
export function EffectFields(props: Props) {
  const { live, effect, checkAfter, ask, errorOf, mayMeasure, onTouch } = props;
  const t = useTranslations('board.action');
  const measures = useLiveAll(live.measures).filter((measure) => measure !== undefined);
  const [way, setWay] = useState<Way>(firstWay(effect, measures, mayMeasure));
  const [measureId, setMeasureId] = useState(
    () => effect.measure ?? shownMeasure(live.board) ?? measures[0]?.id ?? '',
  );
  const askWay = ask.has('effect');
  const askExpected = ask.has('effect.expected') || (askWay && way === 'measure');
  return (
    <>
      {askWay && (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 text-14 font-medium">{t('effect')}</legend>
          <WaySwitch value={way} onChange={setWay} />
          <input type="hidden" name="way" value={way} />
          {way === 'observation' ? (
            <Field label={t('observation')} error={errorOf('effect')}>
              <TextInput
                name="effect"
                autoComplete="off"
                maxLength={500}
                defaultValue={effect.observation ?? ''}
                placeholder={t('observationExample')}
                onChange={() => onTouch?.('effect')}
              />
            </Field>
          ) : (
            <MeasureChoice
              live={live}
              measures={measures}
              value={measureId}
              onChange={(id) => {
                setMeasureId(id);
                onTouch?.('effect');
              }}
              error={errorOf('effect')}
              mayMake={mayMeasure}
            />
          )}
        </fieldset>
      )}
      {askExpected && (
        <Expected
          key={measureId}
          live={live}
          measureId={askWay ? measureId : (effect.measure ?? '')}
          effect={effect}
          error={errorOf('effect.expected')}
          onTouch={() => onTouch?.('effect.expected')}
        />
      )}
      {ask.has('effect.checkOn') && (
        <DayField
          name="effect.checkOn"
          label={t('checkOn')}
          error={errorOf('effect.checkOn')}
          value={effect.checkOn ?? null}
          offer={['fortnight', 'month']}
          proposed={
            checkAfter === ''
              ? undefined
              : { day: addDays(checkAfter, LOOK_AFTER), why: t('checkOnWhy') }
          }
          onDay={() => onTouch?.('effect.checkOn')}
        />
      )}
    </>
  );
}

/** The measure that a card on this board shows: what the board is about. */
function shownMeasure({ records }: BoardDocument): string | undefined {
  const ids = [...records.values()].map((record) => record.get('p:measureId'));
  return ids.find((id): id is string => typeof id === 'string' && id !== '');
}

function firstWay(effect: Effect, measures: readonly MeasureFact[], mayMeasure: boolean): Way {
  if (effect.measure !== undefined) return 'measure';
  if (effect.observation !== undefined) return 'observation';
  return measures.length > 0 && mayMeasure ? 'measure' : 'observation';
}

function WaySwitch({ value, onChange }: { value: Way; onChange: (way: Way) => void }) {
  const t = useTranslations('board.action');
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={t('effect')}
      value={value}
      // Pressing the chosen one again does not unchoose it.
      onValueChange={(next) =>
        next !== '' && onChange(next === 'measure' ? 'measure' : 'observation')
      }
      className="flex gap-1 rounded-card bg-sunken p-1"
    >
      {(['measure', 'observation'] as const).map((way) => (
        <ToggleGroup.Item
          key={way}
          value={way}
          className="min-h-8 grow rounded-chip px-3 text-soft data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-paper pointer-coarse:min-h-11"
        >
          {t(`way.${way}`)}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

interface MeasureProps {
  live: LiveBoard;
  measures: readonly MeasureFact[];
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
  mayMake: boolean;
}

function MeasureChoice({ live, measures, value, onChange, error, mayMake }: MeasureProps) {
  const t = useTranslations('board.action');
  const teamId = useLive(live.about, '')?.teamId;
  return (
    <>
      {measures.length > 0 && (
        <Field label={t('measure')} error={error}>
          <Select
            name="effect"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            {measures.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {mayMake && teamId && (
        <MeasureMaker teamId={teamId} first={measures.length === 0} onMade={onChange} />
      )}
    </>
  );
}

interface ExpectedProps {
  live: LiveBoard;
  measureId: string;
  effect: Effect;
  error: string | undefined;
  onTouch: () => void;
}

function Expected({ live, measureId, effect, error, onTouch }: ExpectedProps) {
  const t = useTranslations('board.action');
  const measure = useLive(live.measures, measureId);
  const newest = measure?.readings.at(-1);
  const unit = measure?.unit ?? '';
  return (
    <Field
      label={unit ? t('expectedIn', { unit }) : t('expected')}
      hint={newest && t('now', { value: `${newest.value} ${unit}`.trim() })}
      error={error}
    >
      <TextInput
        name="effect.expected"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={effect.expected ?? measure?.target ?? ''}
        onChange={onTouch}
      />
    </Field>
  );
}
