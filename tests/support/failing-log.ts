import type { PrismaClient } from '#server/db/generated/client.ts';

/** Makes the database refuse rows of the document log, as a full disk would, while `work` runs. */
export async function whileLogFails<T>(db: PrismaClient, work: () => Promise<T>): Promise<T> {
  await db.$executeRaw`
    CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION ''the log takes no row''; END'`;
  await db.$executeRaw`
    CREATE TRIGGER refuse_row BEFORE INSERT ON board_update
    FOR EACH ROW EXECUTE FUNCTION refuse_row()`;
  try {
    return await work();
  } finally {
    await db.$executeRaw`DROP TRIGGER refuse_row ON board_update`;
  }
}
