'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Answer } from '#components/api/call-api.ts';
import type { FieldError } from '#board/errors.ts';

/** Why an answer was no. */
export type Refused = Extract<Answer<unknown>, { ok: false }>['problem'];

/** What happened, what is safe, what to do: one line for the whole. */
export function useProblemWords(): (problem: Refused) => string {
  const t = useTranslations('errors');
  return useCallback((problem) => t(problem === 'unreachable' ? problem : problem.code), [t]);
}

type FieldTranslator = ReturnType<typeof useTranslations<'fields'>>;
type FieldKey = Parameters<FieldTranslator>[0];

/** What is wrong with one field: in this field's own words, else the code's, else the server's. */
export function useFieldWords(): (error: FieldError) => string {
  const t = useTranslations('fields');
  return useCallback((error) => fieldText(t, error), [t]);
}

export function fieldText(t: FieldTranslator, error: FieldError): string {
  const keys = [`of.${error.field}.${error.code}`, error.code];
  const key = keys.find((candidate): candidate is FieldKey => t.has(candidate as FieldKey));
  return key ? t(key) : error.message;
}
