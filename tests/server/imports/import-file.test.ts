import { describe, expect, it } from 'vitest';
import type { ImportForm, ImportView } from '#board/api/imports.ts';
import { MAX_IMPORT_BYTES } from '#board/api/imports.ts';
import type { Projection } from '#board/projection.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { exportBoard } from '#server/exports/export-board.ts';
import { importFile } from '#server/imports/import-file.ts';
import { newBoard, newNote, newTask } from '#tests/support/builders.ts';
import { callApi } from '#tests/support/api.ts';
import { onePixel } from '#tests/support/pictures.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

async function someBoard(template: 'pdca' | 'example' = 'pdca'): Promise<string> {
  const { house, people } = world;
  return (await newBoard(house, people.member.actor, people.teamId, { template })).id;
}

const bytesOf = (file: unknown): Uint8Array =>
  new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file));

function take(boardId: string, file: unknown, how: 'all' | 'none' = 'all'): Promise<ImportView> {
  const { house, people } = world;
  const given = { file: bytesOf(file), take: how, canvas: 'pdca' } as const;
  return importFile(house, people.member.actor, boardId, given);
}

const documentOf = (boardId: string): Promise<Projection> =>
  readDocument(world.house, world.people.member.actor, boardId);

async function saved(boardId: string, form: ImportForm): Promise<Uint8Array> {
  const asked = { form, locale: 'nl', paper: 'a4' } as const;
  return (await exportBoard(world.house, world.people.member.actor, boardId, asked)).bytes;
}

const shape = (id: string, more: object): object => ({
  ...{ id: `shape:${id}`, typeName: 'shape', parentId: 'page:p', index: 'a1', x: 0, y: 0 },
  ...{ rotation: 0, isLocked: false, opacity: 1, meta: {}, ...more },
});
const image = (id: string, asset: string): object => {
  const props = { w: 10, h: 10, playing: true, url: '', crop: null, flipX: false, flipY: false };
  return shape(id, { type: 'image', props: { ...props, assetId: asset, altText: '' } });
};
const asset = (id: string, src: string): object => {
  const props = { w: 1, h: 1, name: `${id}.png`, isAnimated: false, mimeType: 'image/png', src };
  return { id: `asset:${id}`, typeName: 'asset', type: 'image', props, meta: {} };
};

describe('a file taken in', () => {
  it('[PORT-10] is only looked at first, and is one edit of whoever does it then', async () => {
    const boardId = await someBoard();
    const before = await documentOf(boardId);
    const csv = 'soort;tekst;vak;wie\nbriefje;Wachttijd;Balie;\nactie;Bellen;;Noor\n;;;x\n';
    const preview = await take(boardId, csv, 'none');
    expect(preview).toMatchObject({
      ...{ form: 'csv', taken: false, words: ['Balie', 'Wachttijd', 'Bellen (Noor)'] },
      left: [{ kind: 'note', name: '', why: 'empty' }],
    });
    expect(await documentOf(boardId)).toEqual(before);
    expect(await take(boardId, csv)).toEqual({ ...preview, taken: true });
    const after = await documentOf(boardId);
    expect(after.notes.map(({ text }) => text).sort()).toEqual(['Balie', 'Wachttijd']);
    expect(new Set(after.notes.map(({ by }) => by))).toEqual(
      new Set([world.people.member.actor.id]),
    );
    expect(after.actions).toMatchObject([{ title: 'Bellen (Noor)', owner: null, taskId: null }]);
  });

  it('[PORT-11] [PORT-12] a saved board comes beside what is there, its promises as proposals', async () => {
    const { house, people } = world;
    const from = await someBoard('example');
    const task = await newTask(house, people.member.actor, from);
    const file = new TextDecoder().decode(await saved(from, 'json'));
    const boardId = await someBoard();
    await newNote(house, people.member.actor, boardId, 'Was er al');
    const [source, before] = [await documentOf(from), await documentOf(boardId)];
    const view = await take(boardId, file);
    expect(view.left).toEqual([]);
    const after = await documentOf(boardId);
    expect(after.notes).toEqual(expect.arrayContaining(before.notes));
    const texts = (board: Projection): string[] => board.notes.map(({ text }) => text).sort();
    expect(texts(after)).toEqual([...texts(source), 'Was er al'].sort());
    expect(after.actions.find(({ title }) => title === task.title)).toMatchObject({
      ...{ rung: 'proposal', taskId: null, due: null, owner: { id: people.member.actor.id } },
      cards: [{ canvas: 'pdca' }],
    });
    expect(await house.db.task.count({ where: { boardId } })).toBe(0);
    const ids = new Set(source.notes.map(({ id }) => id));
    expect(after.notes.some(({ id }) => ids.has(id))).toBe(false);
    expect(after.links).toHaveLength(source.links.length);
    // Once more: nothing that came before is touched.
    await take(boardId, file);
    expect((await documentOf(boardId)).notes).toEqual(expect.arrayContaining([...after.notes]));
  }, 60_000);

  it('[PORT-11] a tldraw file that was saved here has its notes and fields again', async () => {
    const from = await someBoard('example');
    const boardId = await someBoard();
    const view = await take(boardId, new TextDecoder().decode(await saved(from, 'tldr')));
    expect(view.form).toBe('tldr');
    const texts = (board: Projection): string[] => board.notes.map(({ text }) => text).sort();
    expect(texts(await documentOf(boardId))).toEqual(texts(await documentOf(from)));
  }, 60_000);

  it('[PORT-12] pictures go the way of an upload; what lies elsewhere is not fetched', async () => {
    const boardId = await someBoard();
    const base = JSON.parse(new TextDecoder().decode(await saved(boardId, 'json'))) as object;
    const data = `data:image/png;base64,${Buffer.from(onePixel).toString('base64')}`;
    const svg = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`;
    const records = [
      ...[asset('own', data), image('a', 'asset:own'), asset('far', 'https://evil.test/x.png')],
      ...[image('b', 'asset:far'), asset('svg', svg), image('c', 'asset:svg')],
    ];
    const view = await take(boardId, { ...base, records });
    expect(view.comes).toContainEqual({ kind: 'picture', count: 1 });
    expect(view.left).toEqual([
      { kind: 'picture', name: 'far.png', why: 'elsewhere' },
      { kind: 'picture', name: 'svg.png', why: 'no-picture' },
    ]);
    expect(await world.house.db.boardImage.count({ where: { boardId } })).toBe(1);
    const sources = JSON.parse(new TextDecoder().decode(await saved(boardId, 'json'))) as {
      records: { typeName: string; props: { src?: string } }[];
    };
    expect(
      sources.records.flatMap(({ typeName, props }) => (typeName === 'asset' ? props.src : [])),
    ).toEqual([expect.stringContaining(`/api/v1/boards/${boardId}/images/`)]);
  });

  it.each([
    ['cut off', '{"format":1,"records":[', 'no-json'],
    ['other JSON', '{"a":1}', 'no-file-of-ours'],
    ['a list', '[]', 'no-file-of-ours'],
    ['nothing', '', 'no-file-of-ours'],
    ['an archive', 'PK\u0003\u0004\u0000\u0000', 'no-file-of-ours'],
    ['another version', '{"format":99}', 'foreign-version'],
    [
      'a future tldraw',
      '{"tldrawFileFormatVersion":9,"schema":{},"records":[]}',
      'foreign-version',
    ],
    ['nesting without end', '['.repeat(100_000), 'too-deep'],
    ['an open quote', 'tekst\n"nooit dicht\n', 'quotes'],
  ])('[PORT-14] %s is refused by name and changes nothing', async (_name, file, code) => {
    const boardId = await someBoard();
    const before = await documentOf(boardId);
    const fault = await take(boardId, file).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'invalid', fields: [{ field: 'file', code }] });
    expect(await documentOf(boardId)).toEqual(before);
  });

  it('[PORT-14] is refused when it is too large, and for whoever may not see the board', async () => {
    const boardId = await someBoard();
    const { house, people } = world;
    const given = { file: bytesOf('tekst\nx\n'), take: 'all' } as const;
    const byOutsider = importFile(house, people.outsider.actor, boardId, given);
    await expect(byOutsider).rejects.toEqual(refused('not-found'));
    const answer = await callApi(house, people.member, {
      ...{ method: 'POST', path: `/boards/${boardId}/imports` },
      file: new Uint8Array(MAX_IMPORT_BYTES + 1),
    });
    expect(answer.status).toBe(413);
  });

  it('[PORT-13] cells come back as the words they were', async () => {
    const boardId = await someBoard();
    const { house, people } = world;
    await newNote(house, people.member.actor, boardId, '=1+1');
    const into = await someBoard();
    await take(into, new TextDecoder().decode(await saved(boardId, 'csv')));
    expect((await documentOf(into)).notes.map(({ text }) => text)).toContain('=1+1');
  });
});
