/** What a link in a mail may ask for on the page of a task, as `?do=`. */
export const askedSteps = ['done', 'day', 'effect', 'hold'] as const;
export type AskedStep = (typeof askedSteps)[number];

/** Null for an address that asks for nothing, or for nothing we know. */
export function askedStep(asked: string | string[] | undefined): AskedStep | null {
  return askedSteps.find((step) => step === asked) ?? null;
}
