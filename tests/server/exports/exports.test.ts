import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { exportForms } from '#board/api/exports.ts';
import type { ExportForm } from '#board/api/exports.ts';
import { projection } from '#board/projection.ts';
import { exportBoard, exportSnapshot } from '#server/exports/export-board.ts';
import { readBoardPicture, readSnapshotPicture } from '#server/exports/read-board-picture.ts';
import { newBoard, newNote, newSnapshot } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

async function filledBoard(text = 'Wachttijd & <balie>'): Promise<string> {
  const { house, people } = world;
  const { id } = await newBoard(house, people.member.actor, people.teamId, { template: 'example' });
  await newNote(house, people.member.actor, id, text);
  return id;
}

const asked = (form: ExportForm) => ({ form, locale: 'nl', paper: 'a4' }) as const;

async function fileOf(boardId: string, form: ExportForm): Promise<Buffer> {
  const { house, people } = world;
  const { bytes } = await exportBoard(house, people.member.actor, boardId, asked(form));
  return Buffer.from(bytes);
}

describe('a board as a file', () => {
  it('[PORT-1] [PORT-2] comes in every form, made of the same board', async () => {
    const boardId = await filledBoard();
    const files = new Map<ExportForm, Buffer>();
    for (const form of exportForms) files.set(form, await fileOf(boardId, form));
    const text = (form: ExportForm): string => String(files.get(form));
    expect(text('svg').includes('&lt;balie&gt;') && !text('svg').includes('<balie>')).toBe(true);
    // [PORT-2] what people wrote makes no markup
    expect(text('md')).toContain('- Wachttijd & \\<balie\\>');
    expect(text('csv')).toContain('Briefje;Wachttijd & <balie>;PDCA-canvas');
    expect(text('pdf').startsWith('%PDF-')).toBe(true);
    expect(text('pdf').match(/\/Type \/Page\b/g)).toHaveLength(3);
    const { format, width = 0 } = await sharp(files.get('png')).metadata();
    expect([format, width > 2_000]).toEqual(['png', true]);
    const json: unknown = JSON.parse(text('json'));
    expect(projection.parse(json).notes.map((note) => note.text)).toContain('Wachttijd & <balie>');
    const tldr = JSON.parse(text('tldr')) as { records: { type?: string }[] };
    expect(tldr.records.some(({ type }) => type === 'geo')).toBe(true);
    expect(tldr.records.some(({ type }) => type === 'note-card')).toBe(false);
  }, 120_000);

  it('[PORT-4] holds no formula that a spreadsheet would run', async () => {
    const boardId = await filledBoard('=HYPERLINK("http://evil.test")');
    expect(String(await fileOf(boardId, 'csv'))).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
  });

  it('[PORT-3] is a PDF on the paper that was asked for', async () => {
    const { house, people } = world;
    const { id } = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    const sheet = async (paper: 'a4' | 'a3'): Promise<string | undefined> => {
      const query = { form: 'pdf', locale: 'en', paper } as const;
      const { bytes } = await exportBoard(house, people.member.actor, id, query);
      return /\/MediaBox \[([^\]]*)\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    };
    expect(await sheet('a4')).toBe('0 0 841.89 595.28');
    expect(await sheet('a3')).toBe('0 0 1190.55 841.89');
  });

  it('[PORT-1] of a snapshot is the board as it was', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const boardId = await filledBoard();
    const { id } = await newSnapshot(house, actor, boardId);
    await newNote(house, actor, boardId, 'van later');
    const { name, bytes } = await exportSnapshot(house, actor, id, asked('md'));
    expect(name).toContain('#1');
    expect(Buffer.from(bytes).toString()).not.toContain('van later');
    expect(String(await fileOf(boardId, 'md'))).toContain('van later');
  });
});

describe('[DRAW-5] a small picture', () => {
  it('fits its frame, and is made once for the same content', async () => {
    const { house, people } = world;
    const boardId = await filledBoard();
    const { id } = await newSnapshot(house, people.member.actor, boardId);
    const first = await readSnapshotPicture(house, people.member.actor, id, 'nl');
    const again = await readSnapshotPicture(house, people.coach.actor, id, 'nl');
    expect(again).toBe(first);
    const { format, width = 0, height = 0 } = await sharp(first).metadata();
    expect([format, width <= 640, height <= 320]).toEqual(['webp', true, true]);
    await newNote(house, people.member.actor, boardId, 'Nog een briefje');
    const board = await readBoardPicture(house, people.member.actor, boardId, 'nl');
    expect(Buffer.from(board).equals(first)).toBe(false);
  });

  it('and a file are for those who may see the board, as long as they may', async () => {
    const { house, people } = world;
    const { outsider, member, removed } = people;
    const boardId = await filledBoard();
    const { id } = await newSnapshot(house, member.actor, boardId);
    await readSnapshotPicture(house, member.actor, id, 'nl');
    const tries = (actor: typeof member.actor) => [
      () => readSnapshotPicture(house, actor, id, 'nl'),
      () => readBoardPicture(house, actor, boardId, 'nl'),
      () => exportSnapshot(house, actor, id, asked('md')),
      () => exportBoard(house, actor, boardId, asked('md')),
    ];
    for (const one of [...tries(outsider.actor), ...tries(removed.actor)]) {
      await expect(one()).rejects.toEqual(refused('not-found'));
    }
  });
});
