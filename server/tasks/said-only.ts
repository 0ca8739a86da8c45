type Value = string | number | boolean;

/** The fields of an event that say something. */
export function saidOnly(
  fields: Readonly<Record<string, Value | null | undefined>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, Value] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
}
