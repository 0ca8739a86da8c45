import { afterAll, expect, it, vi } from 'vitest';
import { boardView } from '#board/api/boards.ts';
import { addNote } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { projection } from '#board/projection.ts';
import { removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { freePort } from '../support/free-port.ts';
import { RestClient, setUpServer } from '../support/rest-client.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { TestClient } from '../support/sync.ts';

const KILLS = Number(process.env.KILLS ?? 10);
const dataDirs: string[] = [];

afterAll(async () => {
  for (const dataDir of dataDirs) await removeDataDir(dataDir);
});

/** A client that writes one note after another and remembers which of them it was told are saved. */
class Writer {
  readonly written: string[] = [];
  readonly saved = new Set<string>();
  readonly client: TestClient;
  private stopped = false;

  constructor(app: AppProcess, boardId: BoardId, token: string) {
    this.client = new TestClient({ url: app.url.replace('http', 'ws') }, boardId, token);
  }

  /** Writes until stopped: the next note goes out without waiting for the last one to be saved. */
  async run(round: number): Promise<void> {
    await vi.waitFor(() => expect(this.client.saving).toBe('saved'), 20_000);
    const undo = this.client.connection.subscribe(() => this.look());
    for (let at = 0; !this.stopped; at++) {
      const id = `shape:${round}-${at}`;
      const author = { by: 'writer', byName: 'Writer', at: '2026-11-23T09:00:00.000Z' };
      this.client.doc.transact(() =>
        addNote(this.client.board, { id, canvas: 'pdca', text: id, x: at, y: round }, author),
      );
      this.written.push(id);
      await new Promise((resolve) => setImmediate(resolve));
      if (at % 3 === 0)
        await vi.waitFor(
          () => expect(this.stopped || this.client.saving === 'saved').toBe(true),
          10_000,
        );
    }
    undo();
  }

  stop(): void {
    this.stopped = true;
    this.client.stop();
  }

  /** What the product would show a person as saved at this moment. */
  private look(): void {
    if (this.stopped || this.client.saving !== 'saved') return;
    for (const id of this.written) this.saved.add(id);
  }
}

it(`keeps everything that was marked saved through ${KILLS} times kill -9 during edits [SYNC-4]`, async () => {
  const seed = Number(process.env.SEED ?? 20261123);
  const random = seededRandom(seed);
  const dataDir = await copyDataDirTemplate();
  dataDirs.push(dataDir);
  const port = await freePort();
  let app = await startApp({ dataDir, port });
  const { rest, token, teamId } = await setUpServer(app.url);
  const { id } = await rest.post(
    `/teams/${teamId}/boards`,
    { title: 'Kill', template: 'pdca' },
    boardView,
  );
  const boardId = asBoardId(id);
  const saved = new Set<string>();
  const seen = new Set<string>();
  for (let round = 0; round < KILLS; round++) {
    const writer = new Writer(app, boardId, token);
    const watcher = new TestClient({ url: app.url.replace('http', 'ws') }, boardId, token);
    const running = writer.run(round);
    const enough = 5 + Math.floor(random() * 40);
    await vi.waitFor(() => expect(writer.saved.size).toBeGreaterThan(enough), 20_000);
    await app.kill();
    writer.stop();
    await running;
    for (const note of writer.saved) saved.add(note);
    for (const note of watcher.board.records.keys())
      if (/^shape:\d+-\d+$/.test(note)) seen.add(note);
    watcher.stop();
    app = await startApp({ dataDir, port });
  }
  const { notes } = await new RestClient(app.url, token).get(`/boards/${id}/document`, projection);
  const there = new Set(notes.map((note) => note.id));
  const lost = [...saved, ...seen].filter((note) => !there.has(note));
  process.stdout.write(
    `seed ${seed}: ${KILLS} kills, ${saved.size} notes marked saved, ${seen.size} seen by another, ${lost.length} lost\n`,
  );
  expect(lost).toEqual([]);
  await app.stop();
}, 600_000);
