// Opens the embedded database in the folder given and keeps it. Prints "open", or the code and the message of why not.
import { DatabaseError } from '#server/db/errors.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { complaints, print } from '#tests/support/print.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  await openDatabase({ dataDir, log: complaints });
  print('open');
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  print(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
