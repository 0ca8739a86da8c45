import { z } from 'zod';
import type { Mail } from '../db/generated/client.ts';

const headers = z.record(z.string(), z.string());

/** The headers that were kept with a mail; none for mails from before they were. */
export function headersOf({ headers: kept }: Pick<Mail, 'headers'>): Record<string, string> {
  return headers.parse(kept ?? {});
}
