import { optionalText } from '#components/forms/form-values.ts';

/** The next meeting as it was filled in; an emptied day takes the plan back. */
export function plannedIn(values: FormData): { nextOn: string | null; nextAt: string | null } {
  return {
    nextOn: optionalText(values, 'nextOn') ?? null,
    nextAt: optionalText(values, 'nextAt') ?? null,
  };
}
