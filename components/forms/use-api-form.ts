'use client';

import { useEffect, useRef, useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import type * as z from 'zod/mini';
import type { FieldError } from '#board/errors.ts';
import { callApi } from '#components/api/call-api.ts';
import { useFieldWords } from './problem-words.ts';
import type { Refused } from './problem-words.ts';

interface Deed<T extends z.ZodMiniType> {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: (form: FormData) => unknown;
  readonly view: T;
  /** Gets the view and what was typed; the form stays busy until this is through. */
  readonly onDone: (value: z.infer<T>, form: FormData) => unknown;
}

export interface ApiForm {
  /** For the `<form>`. */
  readonly props: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
  readonly busy: boolean;
  readonly problem: Refused | null;
  /** Errors about fields that this form does not show. */
  readonly elsewhere: readonly string[];
  readonly errorOf: (field: string) => string | undefined;
  /** Empties the form for the next one and puts the caret back in it. */
  readonly reset: () => void;
}

interface Outcome {
  readonly problem: Refused;
  readonly fields: readonly FieldError[];
  readonly elsewhere: readonly FieldError[];
}

/**
 * A form that posts to the REST interface. What a person typed stays when the server says no, the
 * server's words come beside the fields, and focus goes to the first of them.
 */
export function useApiForm<T extends z.ZodMiniType>(deed: Deed<T>): ApiForm {
  const ref = useRef<HTMLFormElement>(null);
  const words = useFieldWords();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    if (outcome) firstError(ref.current)?.focus();
  }, [outcome]);

  async function submit(form: HTMLFormElement) {
    setBusy(true);
    const { method, path, view } = deed;
    const typed = new FormData(form);
    const answer = await callApi({ method, path, view, body: deed.body(typed) });
    if (answer.ok) {
      setOutcome(null);
      await deed.onDone(answer.value, typed);
    } else {
      setOutcome(sort(answer.problem, form));
    }
    setBusy(false);
  }

  return {
    props: {
      ref,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        // A form inside a dialog must not submit the form that the dialog was opened from.
        event.stopPropagation();
        if (!busy) void submit(event.currentTarget);
      },
    },
    busy,
    problem: outcome?.problem ?? null,
    elsewhere: outcome?.elsewhere.map(words) ?? [],
    errorOf: (field) => {
      const error = outcome?.fields.find((candidate) => candidate.field === field);
      return error && words(error);
    },
    reset: () => {
      ref.current?.reset();
      ref.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
    },
  };
}

function sort(problem: Refused, form: HTMLFormElement): Outcome {
  const errors = problem === 'unreachable' ? [] : (problem.errors ?? []);
  const shown = (error: FieldError) => form.elements.namedItem(error.field) !== null;
  return {
    problem,
    fields: errors.filter(shown),
    elsewhere: errors.filter((error) => !shown(error)),
  };
}

function firstError(form: HTMLFormElement | null): HTMLElement | null | undefined {
  return form?.querySelector<HTMLElement>(
    '[aria-invalid="true"], [data-invalid] input, [data-form-problem]',
  );
}
