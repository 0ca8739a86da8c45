/** A day `yyyy-mm-dd` as a moment to format with time zone UTC, so that no zone shifts it to its neighbour. */
export function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
