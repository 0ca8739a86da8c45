import { describe, expect, it } from 'vitest';
import type { ImportView } from '#board/api/readings-csv.ts';
import { readMeasure as readFact } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { correctReading } from '#server/measures/correct-reading.ts';
import { importReadings } from '#server/measures/import-readings.ts';
import { listMeasures } from '#server/measures/list-measures.ts';
import { readMeasure } from '#server/measures/read-measure.ts';
import { callApi, problemOf } from '#tests/support/api.ts';
import { newBoard, newMeasure } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const file = (text: string) => new TextEncoder().encode(text);
const mixed = file('datum;waarde\n05-01-2026;12,5\n31-02-2026;1\n12-01-2026;11\nveel;niks\n');

describe('taking readings in from a file', () => {
  const world = useSettledHouse();
  const measure = () =>
    newMeasure(world.house, world.people.member.actor, world.people.teamId).then(({ id }) => id);
  const values = async (id: string) => {
    const { house, people } = world;
    const measures = await listMeasures(house, people.coach.actor, people.teamId);
    const readings = measures.find((one) => one.id === id)?.readings ?? [];
    return readings.map(({ at, value }) => [at, value]);
  };

  it('only looks when asked to [MEAS-11]', async () => {
    const { house, people } = world;
    const id = await measure();
    const seen = await importReadings(house, people.member.actor, id, {
      file: mixed,
      take: 'none',
    });
    expect(seen).toEqual({
      good: [
        { line: 2, at: '2026-01-05', value: 12.5 },
        { line: 4, at: '2026-01-12', value: 11 },
      ],
      skipped: [],
      takenBack: [],
      bad: [
        { line: 3, text: '31-02-2026;1', reason: 'no-such-day' },
        { line: 5, text: 'veel;niks', reason: 'day' },
      ],
      stored: 0,
    });
    expect(await values(id)).toEqual([]);
  });

  it('stores nothing of a file with a bad line, unless the good ones were chosen [MEAS-11]', async () => {
    const { house, people } = world;
    const id = await measure();
    const all = importReadings(house, people.member.actor, id, { file: mixed, take: 'all' });
    await expect(all).rejects.toEqual(refused('invalid', 'lines.3', 'lines.5'));
    expect(await values(id)).toEqual([]);
    const taken = await importReadings(house, people.member.actor, id, {
      file: mixed,
      take: 'good',
    });
    expect(taken.stored).toBe(2);
    expect(await values(id)).toEqual([
      ['2026-01-05', 12.5],
      ['2026-01-12', 11],
    ]);
    const audit = await house.db.audit.findFirst({
      where: { subject: id, deed: 'reading.import' },
    });
    expect(audit).toMatchObject({ actor: people.member.actor.id, data: { good: 2, skipped: 0 } });
  });

  it('refuses a file without a reading', async () => {
    const { house, people } = world;
    const id = await measure();
    for (const text of ['', 'datum;waarde\n', '\n;;\n']) {
      const empty = importReadings(house, people.member.actor, id, {
        file: file(text),
        take: 'all',
      });
      await expect(empty).rejects.toEqual(refused('invalid', 'lines'));
    }
  });

  it('skips what is there for its day, keeps other values of the day, in the order of the file [MEAS-11] [MEAS-1]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const id = await measure();
    await addReading(house, actor, id, { at: '2026-01-05', value: 12.5 });
    const out = await addReading(house, actor, id, { at: '2026-01-06', value: 1 });
    const withdrawn = { revision: 1, withdrawn: true, reason: 'Fout' };
    await correctReading(house, actor, { measureId: id, readingId: out.id }, withdrawn);
    const again = file(
      '2026-01-05,12.5\n2026-01-05,13\n2026-01-05,11\n2026-01-05,13\n2026-01-06,1\n',
    );
    const taken = await importReadings(house, actor, id, { file: again, take: 'all' });
    expect(taken.stored).toBe(2);
    expect(taken.skipped.map(({ line }) => line)).toEqual([1, 4]);
    expect(await values(id)).toEqual([
      ['2026-01-05', 12.5],
      ['2026-01-05', 13],
      ['2026-01-05', 11],
    ]);
    const more = await importReadings(house, actor, id, { file: again, take: 'all' });
    expect([more.stored, more.skipped.length]).toEqual([0, 4]);
  });

  it('brings back nothing that was withdrawn or corrected, and says so before [MEAS-13]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const id = await measure();
    const weeks = file('2026-01-05,70\n2026-01-12,11\n2026-01-19,12\n');
    await importReadings(house, actor, id, { file: weeks, take: 'all' });
    const { readings } = await readMeasure(house, actor, id);
    const correct = (nth: number, revision: number, input: object) =>
      correctReading(
        ...([house, actor, { measureId: id, readingId: readings[nth]?.id ?? '' }] as const),
        { revision, reason: 'Overgetikt', ...input },
      );
    await correct(0, 1, { value: 7 });
    await correct(1, 1, { withdrawn: true });
    await correct(2, 1, { value: 21 });
    await correct(2, 2, { value: 12 });
    const looked = await importReadings(house, actor, id, { file: weeks, take: 'none' });
    expect(looked).toMatchObject({
      good: [],
      skipped: [{ at: '2026-01-19', value: 12 }],
      takenBack: [
        { line: 1, at: '2026-01-05', value: 70 },
        { line: 2, at: '2026-01-12', value: 11 },
      ],
    });
    const taken = await importReadings(house, actor, id, { file: weeks, take: 'all' });
    expect(taken).toEqual({ ...looked, stored: 0 });
    expect(await values(id)).toEqual([
      ['2026-01-05', 7],
      ['2026-01-19', 12],
    ]);
  });

  it('stores a file once when two people take it in at the same moment, and boards show it', async () => {
    const { house, people } = world;
    const id = await measure();
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    await readDocument(house, people.member.actor, board.id); // somebody has it open
    const lines = Array.from({ length: 70 }, (_, n) => `2026-0${1 + (n % 9)}-1${n % 8},${n}`);
    const asked = { file: file(lines.join('\n')), take: 'all' as const };
    const both = await Promise.all(
      [people.member, people.manager].map(({ actor }) => importReadings(house, actor, id, asked)),
    );
    expect(both.map(({ stored }) => stored).sort()).toEqual([0, 70]);
    expect(await house.db.reading.count({ where: { measureId: id } })).toBe(70);
    const fact = await house.documents.read(asBoardId(board.id), (document) =>
      readFact(document, id),
    );
    expect(fact?.readings).toHaveLength(60);
  });

  it('takes five thousand lines at once', async () => {
    const { house, people } = world;
    const id = await measure();
    const text = Array.from({ length: 5000 }, (_, n) => `2026-01-05,${n}\n`).join('');
    const taken = await importReadings(house, people.member.actor, id, {
      file: file(text),
      take: 'all',
    });
    expect(taken.stored).toBe(5000);
  });

  it('is for the team alone [MEAS-5]', async () => {
    const { house, people } = world;
    const id = await measure();
    for (const take of ['none', 'good', 'all'] as const) {
      for (const { actor } of [people.outsider, people.removed]) {
        const asked = importReadings(house, actor, id, { file: mixed, take });
        await expect(asked).rejects.toEqual(refused('not-found'));
      }
    }
  });

  it('over REST: 200 to look, 201 to take, 413 for too much, and out again under its name', async () => {
    const { house, people } = world;
    const id = await measure();
    const path = `/measures/${id}/readings.csv`;
    const post = (query: string, content: Uint8Array<ArrayBuffer>) =>
      callApi(house, people.member, { method: 'POST', path: path + query, file: content });
    expect((await post('?take=none', mixed)).status).toBe(200);
    const refusedAll = problemOf(await post('', mixed));
    expect(refusedAll.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['lines.3', 'no-such-day'],
      ['lines.5', 'day'],
    ]);
    const taken = await post('?take=good', mixed);
    expect(taken.status).toBe(201);
    expect((taken.body as ImportView).stored).toBe(2);
    expect((await post('', new Uint8Array(1024 * 1024 + 1))).status).toBe(413);
    expect((await post('', file('2026-01-05,1\n'.repeat(5001)))).status).toBe(413);
    const out = await callApi(house, people.coach, { method: 'GET', path });
    expect(out.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(out.headers.get('content-disposition')).toBe(
      `attachment; filename="Wachttijd.csv"; filename*=UTF-8''Wachttijd.csv`,
    );
    const text = Buffer.from(out.body as Uint8Array).toString();
    expect(text.split('\r\n').map((line) => line.slice(0, 23))).toEqual([
      '\ufeffday,value,unit,by,ente',
      '2026-01-05,12.5,min,San',
      '2026-01-12,11,min,Sanne',
      '',
    ]);
    expect((await post('?take=some', mixed)).status).toBe(422);
  });

  it('is another request when it is to be stored than when it was looked at [API-3]', async () => {
    const { house, people } = world;
    const id = await measure();
    const post = (take: string) =>
      callApi(house, people.member, {
        method: 'POST',
        path: `/measures/${id}/readings.csv?take=${take}`,
        file: file('day,value\n2026-01-05,1\n\u0000,x\n'),
        headers: { 'idempotency-key': 'once' },
      });
    expect((await post('none')).status).toBe(200);
    expect((await post('none')).status).toBe(200);
    expect((await post('good')).status).toBe(409);
  });
});
