/** What an audit row or an event says of one field. */
export type Change = { from: string | number | null; to: string | number | null };

/** The values that were asked for, without the fields that were left out. */
export function defined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}
