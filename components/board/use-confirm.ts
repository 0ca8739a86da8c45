import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { taskView } from '#board/api/tasks.ts';
import { changeAction, readAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { earliestDay } from '#board/calendar.ts';
import type { FieldError } from '#board/errors.ts';
import { missingForConfirm } from '#board/ladder.ts';
import { callApi } from '#components/api/call-api.ts';
import { useFieldWords, useProblemWords } from '#components/forms/problem-words.ts';
import type { Refused } from '#components/forms/problem-words.ts';
import { useToast } from '#components/ui/toast.tsx';
import { useBoardTools } from './board-tools.tsx';
import { readActionFields } from './read-action-fields.ts';
import { untilSaved } from './until-saved.ts';

interface Confirming {
  /** The fields to ask for: what was missing at first, and what the server missed since. */
  readonly ask: ReadonlySet<string>;
  readonly busy: boolean;
  readonly problem: string;
  readonly errorOf: (field: string) => string | undefined;
  readonly submit: (typed: FormData) => Promise<void>;
  /** Somebody is putting the field right: its error has done its work. */
  readonly touch: (field: string) => void;
  readonly form: RefObject<HTMLFormElement | null>;
}

/**
 * What is filled in goes into the proposal first, where everybody sees it and where it stays when
 * confirming fails. The server reads the proposal from disk, so confirming waits until it is there.
 */
export function useConfirm(action: Action, onDone: () => void): Confirming {
  const t = useTranslations('board.confirm');
  const { live, connection, boardId } = useBoardTools();
  const say = useToast();
  const problemWords = useProblemWords();
  const fieldWords = useFieldWords();
  const form = useRef<HTMLFormElement>(null);
  const [ask, setAsk] = useState(() =>
    fieldsOf(missingForConfirm(action, earliestDay(new Date()))),
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState('');
  const [refused, setRefused] = useState(0);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  function write(typed: FormData): FieldError[] {
    const { board } = live;
    const fields = readActionFields(typed, action, live.people.get(''));
    board.doc.transact(() => changeAction(board, action.id, fields));
    const now = readAction(board, action.id);
    return now ? missingForConfirm(now, earliestDay(new Date())) : [];
  }

  function refuse(missing: readonly FieldError[], why: string): void {
    setAsk((now) => new Set([...now, ...fieldsOf(missing)]));
    setErrors(missing);
    setProblem(why);
    setRefused((count) => count + 1);
  }

  async function confirm(): Promise<void> {
    if (!(await untilSaved(connection))) return refuse([], t('notSaved'));
    const path = `/boards/${boardId}/actions/${action.id}/confirm`;
    const answer = await callApi({ method: 'POST', path, body: {}, view: taskView });
    if (!answer.ok) return refuse(fieldErrors(answer.problem), problemWords(answer.problem));
    const { title, owner } = answer.value;
    say({ text: t('done', { title, owner: owner.name }) });
    onDone();
  }

  async function submit(typed: FormData): Promise<void> {
    if (busy) return;
    setProblem('');
    const missing = write(typed);
    if (missing.length > 0) return refuse(missing, '');
    setErrors([]);
    setBusy(true);
    await confirm();
    setBusy(false);
  }

  return {
    ask,
    busy,
    problem,
    form,
    submit,
    touch: (field) => setErrors((now) => now.filter((error) => error.field !== field)),
    errorOf: (field) => {
      const error = errors.find((candidate) => candidate.field === field);
      return error && fieldWords(error);
    },
  };
}

function fieldsOf(errors: readonly FieldError[]): ReadonlySet<string> {
  const fields = new Set(errors.map(({ field }) => field));
  // Without a way to see it there is no value to expect yet; the way brings its own question.
  if (fields.has('effect')) fields.delete('effect.expected');
  return fields;
}

function fieldErrors(problem: Refused): readonly FieldError[] {
  return problem === 'unreachable' ? [] : (problem.errors ?? []);
}
