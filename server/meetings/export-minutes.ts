import type { Locale } from '#board/api/people.ts';
import type { Minutes } from '#board/minutes.ts';
import { zoneOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import type { MinutesForm } from './minutes-words.ts';
import { readMinutes } from './read-minutes.ts';
import { words } from '../words.ts';
import { writeMinutesCsv } from './write-minutes-csv.ts';
import { writeMinutesMarkdown } from './write-minutes-markdown.ts';
import { writeMinutesPdf } from './write-minutes-pdf.ts';

export const minutesFiles = ['md', 'csv', 'pdf'] as const;
export type MinutesFile = (typeof minutesFiles)[number];

const writers: Record<
  MinutesFile,
  (minutes: Minutes, form: MinutesForm) => string | Promise<Uint8Array>
> = { md: writeMinutesMarkdown, csv: writeMinutesCsv, pdf: writeMinutesPdf };

/** The minutes as a file, in a language, at the reader's time. [MEET-11] */
export async function exportMinutes(
  house: House,
  actor: Actor,
  meetingId: string,
  { file, locale }: { file: MinutesFile; locale: Locale },
): Promise<{ name: string; bytes: Uint8Array }> {
  const minutes = await readMinutes(house, actor, meetingId);
  const zone = zoneOf(house, mustBeUser(actor));
  const written = await writers[file](minutes, { locale, zone });
  const { board, heldOn: day } = minutes;
  return {
    name: words(locale)('minutes.fileName', { board, day }),
    bytes: typeof written === 'string' ? Buffer.from(written) : written,
  };
}
