import type { PrismaClient } from '#server/db/generated/client.ts';

/** Makes the database refuse rows of the document log, as a full disk would, while `work` runs. */
export function whileLogFails<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  return whileTableFails(db, 'board_update', 'the log takes no row', work);
}

/** Makes the database refuse every new or changed row of a table while `work` runs. */
export async function whileTableFails<T>(
  db: PrismaClient,
  table: string,
  message: string,
  work: () => Promise<T>,
): Promise<T> {
  await db.$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION ''${message}''; END'`);
  await db.$executeRawUnsafe(`
    CREATE TRIGGER refuse_row BEFORE INSERT OR UPDATE ON "${table}"
    FOR EACH ROW EXECUTE FUNCTION refuse_row()`);
  try {
    return await work();
  } finally {
    await db.$executeRawUnsafe(`DROP TRIGGER refuse_row ON "${table}"`);
  }
}

/** Makes the database refuse to commit any transaction that wrote a row of the table, while `work` runs. */
export async function whileCommitFails<T>(
  db: PrismaClient,
  table: string,
  work: () => Promise<T>,
): Promise<T> {
  await db.$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION ''no commit today''; END'`);
  await db.$executeRawUnsafe(`
    CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT OR UPDATE ON "${table}"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_commit()`);
  try {
    return await work();
  } finally {
    await db.$executeRawUnsafe(`DROP TRIGGER refuse_commit ON "${table}"`);
  }
}
