import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Owner, thisProcess } from '#server/db/owner.ts';
import { findVacancy, type OwnerLock, takeOwnerLock } from '#server/db/owner-lock.ts';
import { startChild } from './child.ts';

describe('takeOwnerLock', { timeout: 30_000 }, () => {
  let dataDir: string;
  const take = async (folder = dataDir): Promise<OwnerLock> =>
    takeOwnerLock(folder, await findVacancy(folder), () => {});
  const ownerFiles = () => readdirSync(join(dataDir, 'owner'));
  const leaveOwner = (owner: Partial<Owner>, folder = dataDir) => {
    mkdirSync(join(folder, 'owner'), { recursive: true });
    writeFileSync(join(folder, 'owner', '7'), JSON.stringify({ ...thisProcess(), ...owner }));
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'verbeterbord-lock-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('lets one owner in at a time', async () => {
    const lock = await take();
    await expect(take()).rejects.toThrow(/in use by this process/);
    lock.release();
    (await take()).release();
  });

  it('names the process that has it', async () => {
    writeFileSync(join(dataDir, 'start'), '');
    const other = startChild('./hold-lock.ts', [dataDir]);
    await other.until((lines) => lines.includes('won'));
    await expect(take()).rejects.toThrow(
      expect.objectContaining({
        code: 'data-dir-in-use',
        message: expect.stringMatching(/is in use by process \d+\.$/),
      }),
    );
    await other.kill();
    (await take()).release();
  });

  it('refuses somebody whose vacancy is out of date', async () => {
    const vacant = await findVacancy(dataDir);
    takeOwnerLock(dataDir, vacant, () => {}).release();
    expect(() => takeOwnerLock(dataDir, vacant, () => {})).toThrow(/in use/);
    (await take()).release();
  });

  it('takes over from a process that is gone', async () => {
    leaveOwner({ pid: spawnSync('true').pid });
    (await take()).release();
    expect(ownerFiles()).toEqual(['8']);
  });

  it('is not fooled by a process id that is used again', async () => {
    leaveOwner({});
    await expect(take()).rejects.toThrow(/in use/);
    rmSync(join(dataDir, 'owner'), { recursive: true });
    leaveOwner({ started: '1' });
    (await take()).release();
  });

  it('takes over a file that a power cut left empty', async () => {
    leaveOwner({});
    writeFileSync(join(dataDir, 'owner', '7'), '');
    (await take()).release();
  });

  it('believes the heartbeat of an owner in another container, and nothing else', async () => {
    const [beating, silent] = [join(dataDir, 'beating'), join(dataDir, 'silent')];
    leaveOwner({ namespace: 'another', host: 'elsewhere' }, beating);
    leaveOwner({ namespace: 'another', host: 'elsewhere' }, silent);
    const file = join(beating, 'owner', '7');
    const heart = setInterval(() => utimesSync(file, new Date(), new Date()), 1000);
    await Promise.all([
      expect(take(beating)).rejects.toThrow(/is in use by .* on elsewhere\.$/),
      expect(take(silent)).resolves.toBeDefined(),
    ]);
    clearInterval(heart);
  });

  it('does not wait for an owner before the last start of the machine', async () => {
    leaveOwner({ boot: 'another' });
    const longAgo = new Date(Date.now() - 600_000);
    utimesSync(join(dataDir, 'owner', '7'), longAgo, longAgo);
    const before = performance.now();
    (await take()).release();
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('notices that it was taken over', async () => {
    await new Promise<void>((resolve) => {
      takeOwnerLock(dataDir, 0, resolve);
      writeFileSync(join(dataDir, 'owner', '9'), '');
    });
  });

  it('has exactly one winner when many take over at once', async () => {
    leaveOwner({ pid: spawnSync('true').pid });
    const children = Array.from({ length: 6 }, () => startChild('./hold-lock.ts', [dataDir]));
    await Promise.all(children.map((child) => child.until((lines) => lines.length === 1)));
    writeFileSync(join(dataDir, 'start'), '');
    await Promise.all(children.map((child) => child.until((lines) => lines.length === 2)));
    expect(children.map((child) => child.lines[1]).sort()).toEqual([
      ...Array<string>(5).fill('refused'),
      'won',
    ]);
    expect(ownerFiles()).toEqual(['8']);
    await Promise.all(children.map((child) => child.kill()));
  });
});
