import { fileHeaders } from './file-headers.ts';

/** Saved under the measure's name. */
export function csvHeaders(name: string): Record<string, string> {
  return fileHeaders(name, 'csv', 'text/csv; charset=utf-8');
}
