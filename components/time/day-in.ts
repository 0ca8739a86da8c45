/** The day `yyyy-mm-dd` that a moment falls on in a time zone. */
export function dayIn(zone: string, moment: Date): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);
}
