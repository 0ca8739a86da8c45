import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { measureView } from '#board/api/measures.ts';
import type { FieldError } from '#board/errors.ts';
import { callApi } from '#components/api/call-api.ts';
import { useFieldWords, useProblemWords } from '#components/forms/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { readNumber } from './read-number.ts';

interface Props {
  teamId: string;
  /** The team has none yet: the fields are open at once. */
  first: boolean;
  onMade: (measureId: string) => void;
}

/**
 * Makes a measure of the team on the spot. It may stand inside another form, so it is no form
 * itself: its fields have no names that the outer one would read.
 */
export function MeasureMaker({ teamId, first, onMade }: Props) {
  const t = useTranslations('board.measure');
  const [open, setOpen] = useState(first);
  if (!open) {
    return (
      <Button
        size="sm"
        variant="quiet"
        className="self-start"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() => setOpen(true)}
      >
        {t('another')}
      </Button>
    );
  }
  const made = (id: string): void => {
    setOpen(false);
    onMade(id);
  };
  return <Fields teamId={teamId} onMade={made} />;
}

const blank = { name: '', unit: '', direction: 'down', target: '', targetBy: '' };

function Fields({ teamId, onMade }: { teamId: string; onMade: (id: string) => void }) {
  const t = useTranslations('board.measure');
  const direction = useTranslations('words.direction');
  const problemWords = useProblemWords();
  const fieldWords = useFieldWords();
  const [typed, setTyped] = useState(blank);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter belongs to this, not to the form around it; with Ctrl it is for that one.
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void make();
  };
  const input = (field: keyof typeof blank) => ({
    value: typed[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((now) => ({ ...now, [field]: value }));
    },
    onKeyDown,
  });
  const errorOf = (field: string): string | undefined => {
    const error = errors.find((candidate) => candidate.field === field);
    return error && fieldWords(error);
  };

  async function make() {
    setBusy(true);
    const { name, unit, targetBy } = typed;
    const target = readNumber(typed.target);
    const body = {
      name,
      unit,
      direction: typed.direction,
      target,
      targetBy: targetBy || undefined,
    };
    const path = `/teams/${teamId}/measures`;
    const answer = await callApi({ method: 'POST', path, body, view: measureView });
    setBusy(false);
    if (answer.ok) return onMade(answer.value.id);
    setProblem(problemWords(answer.problem));
    setErrors(answer.problem === 'unreachable' ? [] : (answer.problem.errors ?? []));
  }

  return (
    <div
      role="group"
      aria-label={t('make')}
      className="flex flex-col gap-4 rounded-card border border-line p-4"
    >
      <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
        <TextInput autoComplete="off" maxLength={120} {...input('name')} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('unit')} optional error={errorOf('unit')}>
          <TextInput autoComplete="off" maxLength={30} {...input('unit')} />
        </Field>
        <Field label={t('direction')}>
          <Select value={typed.direction} onChange={input('direction').onChange}>
            <option value="down">{direction('down')}</option>
            <option value="up">{direction('up')}</option>
          </Select>
        </Field>
        <Field label={t('target')} optional error={errorOf('target')}>
          <TextInput inputMode="decimal" autoComplete="off" {...input('target')} />
        </Field>
        <DayField
          label={t('targetBy')}
          optional
          error={errorOf('targetBy')}
          value={null}
          onDay={(targetBy) => setTyped((now) => ({ ...now, targetBy }))}
          onKeyDown={onKeyDown}
        />
      </div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <Button busy={busy} className="self-end max-sm:self-stretch" onClick={() => void make()}>
        {t('make')}
      </Button>
    </div>
  );
}
