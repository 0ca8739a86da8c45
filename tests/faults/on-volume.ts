import { onTestFinished } from 'vitest';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { freePort } from '../support/free-port.ts';
import { SmallVolume } from '../support/small-volume.ts';
import { ThrowawayCluster } from '../support/throwaway-cluster.ts';
import type { Place } from './invariants.ts';
import { Supervisor } from './supervisor.ts';

/** Mebibytes: a new database takes about 40, and some are left to write in. */
const VOLUME_MIB = 96;

/** A server whose database is on a volume that a test may fill; what ends by itself is started again. */
export class OnVolume {
  /** Everything that earlier processes of the server printed. */
  private printed = '';
  private gone = false;
  private readonly supervisors: Supervisor[] = [];

  private constructor(
    readonly volume: SmallVolume,
    readonly place: Place,
    readonly app: { now: AppProcess },
    private readonly again: () => Promise<AppProcess>,
  ) {
    this.watch();
  }

  /** The embedded database; it ends with the test. */
  static async embedded(): Promise<OnVolume> {
    const volume = mounted();
    const port = await freePort();
    const start = (): Promise<AppProcess> => startApp({ dataDir: volume.folder, port });
    return OnVolume.with(volume, { dataDir: volume.folder }, start);
  }

  /** A Postgres server; it ends with the test. */
  static async postgres(): Promise<OnVolume> {
    const volume = mounted();
    const cluster = await ThrowawayCluster.make(volume.folder);
    onTestFinished(() => cluster.remove());
    await cluster.start();
    const dataDir = await newDataDir();
    onTestFinished(() => removeDataDir(dataDir));
    const port = await freePort();
    const env = { DATABASE_URL: cluster.url };
    const start = (): Promise<AppProcess> => startApp({ dataDir, port, env });
    const made = await OnVolume.with(volume, { databaseUrl: cluster.url }, start);
    made.supervisors.push(
      new Supervisor(
        () => cluster.runs(),
        () => cluster.start(),
      ),
    );
    return made;
  }

  private static async with(
    volume: SmallVolume,
    place: Place,
    start: () => Promise<AppProcess>,
  ): Promise<OnVolume> {
    const made = new OnVolume(volume, place, { now: await start() }, start);
    made.supervisors.push(
      new Supervisor(
        () => !made.gone,
        () => made.restart(),
      ),
    );
    onTestFinished(() => made.end());
    return made;
  }

  /** How often the server, and then Postgres, ended by themselves. */
  get restarts(): readonly number[] {
    return this.supervisors.map(({ restarts }) => restarts);
  }

  /** Everything that the server printed so far. */
  output(): string {
    return this.printed + this.app.now.output();
  }

  /** Ends the server as a crash does; it comes back when `restart` is called. */
  async kill(): Promise<void> {
    const [server] = this.supervisors;
    await server?.stop();
    await this.app.now.kill();
  }

  async restart(): Promise<void> {
    this.printed += this.app.now.output();
    this.app.now = await this.again();
    this.gone = false;
    this.watch();
  }

  private watch(): void {
    const app = this.app.now;
    void app.ended.then(() => (this.gone = this.app.now === app));
  }

  private async end(): Promise<void> {
    for (const supervisor of this.supervisors) await supervisor.stop();
    await this.app.now.kill();
  }
}

function mounted(): SmallVolume {
  const volume = new SmallVolume(VOLUME_MIB);
  onTestFinished(() => volume.remove());
  return volume;
}
