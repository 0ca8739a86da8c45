import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True when Postgres' programs are on this machine. */
export function canStartCluster(): boolean {
  return findPrograms() !== undefined;
}

/** Starts a server for as long as this process lives; undefined when Postgres is not installed. */
export async function startCluster(): Promise<string | undefined> {
  const programs = findPrograms();
  if (!programs) return undefined;
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'verbeterbord-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' } as const;
  const run = (program: string, args: string[]) =>
    execFileSync(join(programs, program), ['-D', data, ...args], options);
  process.once('exit', () => {
    spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], options);
    rmSync(folder, { recursive: true, force: true });
  });
  const port = await freePort();
  run('initdb', ['-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C']);
  run('pg_ctl', ['-w', '-o', `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder}`, 'start']);
  return `postgresql://postgres@127.0.0.1:${port}/postgres`;
}

/** The folder that Postgres' programs are in; undefined when it is not installed. */
export function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...list(debian).map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => list(folder).includes('initdb'));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort().reverse();
  } catch {
    return [];
  }
}

/** Who runs a server: Postgres refuses to run as root. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
