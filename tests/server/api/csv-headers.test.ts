import { describe, expect, it } from 'vitest';
import { csvHeaders } from '#server/api/csv-headers.ts';

describe('the name of a file with readings', () => {
  const named = (name: string) => csvHeaders(name)['content-disposition'];

  it('is that of the measure, also where only ASCII is read', () => {
    expect(named('Reëel % (’s ochtends)')).toBe(
      `attachment; filename="Re_el % (_s ochtends).csv"; filename*=UTF-8''Re%C3%ABel%20%25%20%28%E2%80%99s%20ochtends%29.csv`,
    );
  });

  it('leads nowhere and ends no header', () => {
    expect(named('../a"\r\nx: y')).toBe(
      `attachment; filename="..-a-x- y.csv"; filename*=UTF-8''..-a-x-%20y.csv`,
    );
  });
});
