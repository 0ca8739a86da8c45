import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Action } from '#board/actions.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { PersonPicker } from '#components/ui/person-picker.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { EffectFields } from './effect-fields.tsx';

/** The fields of an action by the names that the confirm gate uses for them. */
export const actionFields = [
  'title',
  'owner',
  'buddy',
  'due',
  'effect',
  'effect.expected',
  'effect.checkOn',
] as const;

interface Props {
  live: LiveBoard;
  action: Action;
  /** The fields to ask for, and no others. */
  ask: ReadonlySet<string>;
  errorOf: (field: string) => string | undefined;
  mayMeasure: boolean;
  /** Offers a day to look as soon as there is a due day. */
  proposesCheck?: boolean;
  onTouch?: (field: string) => void;
}

/** Asks what an action lacks, each in a person's words. */
export function ActionFields(props: Props) {
  const { live, action, ask, errorOf, mayMeasure, proposesCheck = false, onTouch } = props;
  const t = useTranslations('board.action');
  const people = useLive(live.people, '');
  const [owner, setOwner] = useState(action.owner);
  const [buddy, setBuddy] = useState(action.buddy ?? null);
  const next = useLive(live.nextMeeting, '');
  // What a team promises it looks at when it meets again.
  const proposed = proposesCheck && next ? { day: next.on, why: t('dueNextMeeting') } : undefined;
  const [due, setDue] = useState(action.due ?? proposed?.day ?? '');
  return (
    <div className="flex flex-col gap-5">
      {ask.has('title') && (
        <Field label={t('title')} error={errorOf('title')}>
          <TextArea
            name="title"
            rows={2}
            maxLength={500}
            defaultValue={action.title}
            onChange={() => onTouch?.('title')}
          />
        </Field>
      )}
      {ask.has('owner') && (
        <Field label={t('owner')} hint={t('ownerHint')} error={errorOf('owner')}>
          <PersonPicker
            name="owner"
            people={people}
            value={owner}
            onChange={(person) => {
              setOwner(person);
              onTouch?.('owner');
            }}
            placeholder={t('ownerPlaceholder')}
          />
        </Field>
      )}
      {ask.has('buddy') && (
        <Field label={t('buddy')} hint={t('buddyHint')} error={errorOf('buddy')} optional>
          <PersonPicker
            name="buddy"
            people={people.filter(({ id }) => id !== owner?.id)}
            value={buddy}
            onChange={(person) => {
              setBuddy(person);
              onTouch?.('buddy');
            }}
            placeholder={t('ownerPlaceholder')}
          />
        </Field>
      )}
      {ask.has('due') && (
        <DayField
          name="due"
          label={t('due')}
          error={errorOf('due')}
          value={action.due}
          proposed={proposed}
          offer={['friday', 'week', 'fortnight']}
          onDay={(day) => {
            setDue(day);
            onTouch?.('due');
            // The day to look follows.
            onTouch?.('effect.checkOn');
          }}
        />
      )}
      <EffectFields
        live={live}
        effect={action.effect}
        checkAfter={proposesCheck ? due : ''}
        ask={ask}
        errorOf={errorOf}
        mayMeasure={mayMeasure}
        onTouch={onTouch}
      />
    </div>
  );
}
