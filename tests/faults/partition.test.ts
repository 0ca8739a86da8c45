import { expect, it, onTestFinished } from 'vitest';
import { removeDataDir, startApp } from '../support/app-process.ts';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { TestClient, until } from '../support/sync.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { Editor, mustHoldEdits } from './editor.ts';
import { mustBeAlike, mustBeUnhurt, readStored, untilAlike } from './invariants.ts';
import { settle } from './people.ts';
import { seedOf, size } from './size.ts';
import { tell } from './tell.ts';

const PARTITION_SECONDS = size('PARTITION_SECONDS', 2);
/** Edits on each side. */
const EDITS = size('EDITS', 200);
/** Milliseconds after the wire is whole again in which both sides are alike. */
const HEAL_MS = 10_000;

it(
  `[SYNC-26] both sides of a partition of ${PARTITION_SECONDS} s keep their ${EDITS} edits`,
  async (context) => {
    const seed = seedOf();
    const dataDir = await copyDataDirTemplate();
    onTestFinished(() => removeDataDir(dataDir));
    const app = await startApp({ dataDir });
    onTestFinished(() => app.kill());
    const { boardId, people } = await settle(app, 3);
    const { port } = new URL(app.url);
    const wire = await new TcpProxy([{ host: '127.0.0.1', port: Number(port) }]).start();
    onTestFinished(() => wire.stop());
    const near = { url: app.url.replace('http', 'ws') };
    const far = { url: `ws://127.0.0.1:${wire.port}` };
    const servers = [near, far, near];
    const clients = people.map(
      ({ token }, at) => new TestClient(servers[at] ?? near, boardId, token),
    );
    onTestFinished(() => clients.forEach((client) => client.stop()));
    const saved = (): boolean => clients.every(({ saving }) => saving === 'saved');
    await until('all are there', saved, 20_000);
    const editors = clients
      .slice(0, 2)
      .map(({ board }, side) => new Editor(board, `p${side}`, seededRandom(seed + side)));
    for (const editor of editors) editor.begin();
    await until('both begun', saved, 20_000);
    await untilAlike(clients.map(({ doc }) => doc));

    wire.freeze();
    const pace = (PARTITION_SECONDS * 1_000) / EDITS;
    await Promise.all(editors.map((editor) => editor.edit(EDITS, pace)));
    wire.open();
    const healed = performance.now();
    await until('all is saved', saved, HEAL_MS);
    await untilAlike(
      clients.map(({ doc }) => doc),
      HEAL_MS,
    );
    const took = performance.now() - healed;
    expect(await app.stop()).toBe(0);
    const stored = await readStored({ dataDir }, boardId);
    tell(
      context,
      `2 × ${EDITS} edits in ${PARTITION_SECONDS} s on both sides of a partition (seed ${seed})`,
      [
        `alike and saved ${Math.round(took)} ms after it healed`,
        `${stored.rows} rows`,
        `${clients.length} replicas`,
      ],
    );
    mustBeAlike([...clients.map(({ doc }) => doc), stored.doc]);
    mustHoldEdits(stored.doc, editors);
    mustBeUnhurt(app.output());
  },
  120_000 + 2_000 * PARTITION_SECONDS,
);
