// Opens the embedded database in the folder given and keeps it. Prints "open", or the code and the message of why not.
import { DatabaseError } from '#server/db/errors.ts';
import { openDatabase } from '#server/db/open-database.ts';

const [dataDir = ''] = process.argv.slice(2);
const log = { info: () => {}, warn: console.error, error: console.error };
try {
  await openDatabase({ dataDir, log });
  console.log('open');
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  console.log(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
