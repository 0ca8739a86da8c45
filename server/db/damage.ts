import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError } from './errors.ts';
import { hasValidPages, PAGE_BYTES, readControl, readRelationMap } from './postgres-files.ts';

/** The version of the embedded Postgres; its major part decides who can read the files. */
const MAJOR_VERSION = '18';
/** Postgres' own number of the database named postgres. */
const DATABASE = 'base/5';
const FOLDERS = ['base', DATABASE, 'global', 'pg_multixact', 'pg_wal', 'pg_xact'];
/** The catalogs and their indexes that are read before the first query; none of them is ever empty. */
const CATALOGS = {
  global: [1260, 1262, 2671, 2672, 2676, 2677],
  [DATABASE]: [1247, 1249, 1255, 1259, 2658, 2659, 2662, 2663, 2690, 2691, 2703, 2704],
};

/**
 * Looks for what would keep Postgres from opening a folder, only reading: a failed start would write to it.
 * A folder that is absent or empty is fine; the database is made there.
 *
 * @throws DatabaseError `data-dir-damaged` naming the folder and the file that is wrong
 */
export function refuseIfDamaged(directory: string): void {
  if (!existsSync(directory)) return;
  try {
    if (readdirSync(directory).length > 0) inspect(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The database in ${directory} is damaged or is not ours, and was left as it is: ${reason}`;
    throw new DatabaseError('data-dir-damaged', message, { cause: error });
  }
}

function inspect(directory: string): void {
  inspectVersion(join(directory, 'PG_VERSION'));
  for (const folder of FOLDERS) {
    if (!existsSync(join(directory, folder))) throw new Error(`the folder ${folder} is missing.`);
  }
  const control = readControl(readFileSync(join(directory, 'global/pg_control')));
  if (!control) throw new Error('global/pg_control is not readable.');
  const { name, bytes } = control.neededWal;
  if (sizeOf(join(directory, 'pg_wal', name)) !== bytes) {
    throw new Error(`pg_wal/${name} is missing or cut off.`);
  }
  for (const [folder, catalogs] of Object.entries(CATALOGS)) {
    inspectCatalogs(directory, folder, catalogs, control.wasClosed);
    // After a crash a last page may be half there: recovery puts it right.
    if (control.wasClosed) inspectSizes(directory, folder);
  }
}

function inspectVersion(path: string): void {
  if (!existsSync(path)) throw new Error('PG_VERSION is missing.');
  const version = readFileSync(path, 'latin1').trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(
    /^\d+(\.\d+)?$/.test(version)
      ? `it was made by Postgres ${version}, and this version needs ${MAJOR_VERSION}.`
      : 'PG_VERSION does not hold a version.',
  );
}

function inspectCatalogs(
  directory: string,
  folder: string,
  catalogs: number[],
  wasClosed: boolean,
): void {
  const map = readRelationMap(readFileSync(join(directory, folder, 'pg_filenode.map')));
  if (!map) throw new Error(`${folder}/pg_filenode.map is not readable.`);
  for (const catalog of catalogs) {
    const file = `${folder}/${map.get(catalog)}`;
    if (sizeOf(join(directory, file)) < PAGE_BYTES) throw new Error(`${file} is missing or empty.`);
    if (wasClosed && !hasValidPages(readFileSync(join(directory, file)))) {
      throw new Error(`${file} holds something else than it should.`);
    }
  }
}

function inspectSizes(directory: string, folder: string): void {
  for (const file of readdirSync(join(directory, folder))) {
    const isRelation = /^\d+(_\w+)?(\.\d+)?$/.test(file);
    if (isRelation && sizeOf(join(directory, folder, file)) % PAGE_BYTES !== 0) {
      throw new Error(`${folder}/${file} is cut off.`);
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
