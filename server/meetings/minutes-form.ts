import type { Locale } from '#board/api/people.ts';

/** For whom minutes are written: in their language, at their time. */
export interface MinutesForm {
  readonly locale: Locale;
  /** IANA name of a time zone. */
  readonly zone: string;
}
