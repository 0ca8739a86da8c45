import { describe, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { NoSuchBoard } from '#server/sync/update-log.ts';
import { until } from '#tests/support/sync.ts';
import { latch, world } from './world.ts';

describe('a change of the server’s own', () => {
  test('[SYNC-19] is logged in the transaction of its work and then seen by all', async () => {
    const { server, settled, log, boardId } = await world();
    const anna = await settled('anna');
    const result = await server.rooms.change(boardId, (board, tx, at) => {
      expect(at).toEqual({ epoch: 1, seq: log.boards.get(boardId)?.rows.length });
      expect(board.votes.size).toBe(0);
      tx.atCommit.push(() => undefined);
      return Promise.resolve({ result: 'made', apply: ({ votes }) => void votes.set('ours', 1) });
    });
    expect(result).toBe('made');
    await until('anna sees it', () => anna.board.votes.get('ours') === 1);
  });

  test('[SYNC-19] that only reads or writes rows adds nothing to the log', async () => {
    const { server, log, boardId } = await world();
    const rows = log.boards.get(boardId)?.rows.length;
    expect(await server.rooms.change(boardId, () => Promise.resolve({ result: 5 }))).toBe(5);
    const apply = (): void => {};
    await server.rooms.change(boardId, () => Promise.resolve({ result: 6, apply }));
    expect(log.boards.get(boardId)?.rows.length).toBe(rows);
  });

  test('[SYNC-19] whose work throws changes nothing, and nobody is disturbed', async () => {
    const { server, settled, boardId } = await world();
    const anna = await settled('anna');
    const change = server.rooms.change(boardId, () => Promise.reject(new Error('no right')));
    await expect(change).rejects.toThrow('no right');
    anna.board.votes.set('a', 1);
    await until('anna is saved', () => anna.saving === 'saved');
    expect(server.metrics.rebuilds).toBe(0);
  });

  test.each(['while applying', 'while committing'])(
    '[SYNC-19] that fails %s is seen by nobody, also not by who comes meanwhile',
    async (when) => {
      const { server, settled, client, log, boardId } = await world();
      const anna = await settled('anna');
      const disk = latch();
      if (when === 'while committing') log.beforeCommit = () => disk.opened;
      const change = server.rooms.change(boardId, () =>
        Promise.resolve({
          result: undefined,
          apply: ({ votes }) => {
            votes.set('ours', 1);
            if (when === 'while applying') throw new Error('broken');
          },
        }),
      );
      change.catch(() => {});
      const bert = client('bert');
      await until('bert knocks', () => server.metrics.sockets >= 2);
      disk.fail(new Error('disk full'));
      await expect(change).rejects.toThrow();
      log.beforeCommit = () => Promise.resolve();
      anna.board.votes.set('a', 1);
      await until('both are saved', () => anna.saving === 'saved' && bert.saving === 'saved');
      await until('bert follows', () => bert.board.votes.has('a'));
      expect([...anna.board.votes.keys()]).toEqual(['a']);
      expect([...bert.board.votes.keys()]).toEqual(['a']);
    },
  );

  test('[SYNC-19] who comes while it is being committed gets what is on disk, and then the change', async () => {
    const { server, client, log, boardId } = await world();
    const disk = latch();
    let applied = false;
    const change = server.rooms.change(boardId, () => {
      log.beforeCommit = () => disk.opened;
      return Promise.resolve({
        result: undefined,
        apply: ({ votes }) => {
          votes.set('ours', 1);
          applied = true;
        },
      });
    });
    await until('it is applied', () => applied);
    const anna = client('anna');
    await until('anna is live', () => anna.link === 'live');
    expect(anna.board.votes.size).toBe(0);
    disk.open();
    await change;
    await until('anna sees it', () => anna.board.votes.has('ours'));
  });

  test('[SYNC-19] after one whose end nobody knows, the next is no mix-up with it', async () => {
    const { server, settled, log, boardId } = await world();
    const anna = await settled('anna');
    const set = (key: string) =>
      server.rooms.change(boardId, () =>
        Promise.resolve({ result: key, apply: ({ votes }) => void votes.set(key, 1) }),
      );
    log.afterCommit = () => {
      log.afterCommit = () => Promise.resolve();
      return Promise.reject(new Error('connection lost'));
    };
    await expect(set('in doubt')).rejects.toThrow('connection lost');
    await set('next');
    await until('anna sees both', () => anna.board.votes.size === 2);
  });

  test('[SYNC-19] changes and updates of one board happen one after the other', async () => {
    const { server, settled, boardId } = await world();
    const anna = await settled('anna');
    const order: string[] = [];
    const work = (name: string) =>
      server.rooms.change(boardId, async (board) => {
        order.push(`${name} begins`);
        await new Promise((next) => setImmediate(next));
        order.push(`${name} ends`);
        const seen = board.votes.get('n') ?? 0;
        return { result: seen, apply: ({ votes }) => void votes.set('n', seen + 1) };
      });
    anna.board.votes.set('a', 1);
    const results = await Promise.all([work('one'), work('two'), work('three')]);
    expect(results).toEqual([0, 1, 2]);
    expect(order).toEqual(['one', 'two', 'three'].flatMap((n) => [`${n} begins`, `${n} ends`]));
  });

  test('[SYNC-2] on a board that is not there fails', async () => {
    const { server } = await world();
    const nowhere = asBoardId('nowhere');
    const change = server.rooms.change(nowhere, () => Promise.resolve({ result: 1 }));
    await expect(change).rejects.toBeInstanceOf(NoSuchBoard);
    await expect(server.rooms.read(nowhere, () => 1)).rejects.toBeInstanceOf(NoSuchBoard);
    expect(server.metrics.rooms).toBe(0);
  });
});

describe('mirrored facts', () => {
  test('[SYNC-25] are brought up to date when a board opens, and on request while it is open', async () => {
    let title = 'First';
    const { server, settled, boardId } = await world({
      freshen: (_id, board) =>
        Promise.resolve(
          board.facts.get('board') === title
            ? undefined
            : ({ facts }) => void facts.set('board', title),
        ),
    });
    const anna = await settled('anna');
    expect(anna.board.facts.get('board')).toBe('First');
    title = 'Second';
    await server.rooms.refresh(boardId);
    await until('anna sees it', () => anna.board.facts.get('board') === 'Second');
  });

  test('[SYNC-25] that cannot be found keep nobody out', async () => {
    const { settled, server } = await world({ freshen: () => Promise.reject(new Error('no')) });
    await settled('anna');
    expect(server.logged.map(({ level }) => level)).toEqual(['warn']);
  });

  test('[SYNC-25] that could not be stored are tried again when the database is back', async () => {
    let title = 'Old';
    const { server, settled, log, boardId } = await world({
      freshen: (_id, board) =>
        Promise.resolve(
          board.facts.get('board') === title
            ? undefined
            : ({ facts }) => void facts.set('board', title),
        ),
    });
    const anna = await settled('anna');
    log.beforeCommit = () => Promise.reject(new Error('down'));
    anna.board.votes.set('a', 1);
    await until('anna is told', () => anna.saving === 'not-saving');
    title = 'New';
    await server.rooms.refresh(boardId);
    expect(anna.board.facts.get('board')).toBe('Old');
    log.beforeCommit = () => Promise.resolve();
    await until('anna sees it', () => anna.board.facts.get('board') === 'New');
  });

  test('[SYNC-25] of a board that nobody has open wait for its next opening', async () => {
    let asked = 0;
    const { server, boardId } = await world({
      freshen: () => {
        asked += 1;
        return Promise.resolve(undefined);
      },
    });
    await server.rooms.refresh(boardId);
    expect(asked).toBe(0);
  });
});
