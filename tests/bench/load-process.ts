import { join } from 'node:path';
import { Child } from './child.ts';
import type { Answered, Asked, CommandName } from './load/commands.ts';

/** A process full of clients. */
export class LoadProcess {
  private readonly child: Child;

  constructor(bundleDir: string) {
    this.child = new Child({ script: join(bundleDir, 'load.js') });
  }

  do<K extends CommandName>(name: K, asked?: Asked<K>): Promise<Answered<K>> {
    return this.child.ask({ name, asked }) as Promise<Answered<K>>;
  }

  kill(): void {
    this.child.kill();
  }
}
