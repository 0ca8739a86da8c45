import { downloadHeaders } from './download-headers.ts';

/** Saved under the measure's name. */
export function csvHeaders(name: string): Record<string, string> {
  return downloadHeaders(name, 'csv', 'text/csv; charset=utf-8');
}
