// Waits for the file "start" in the folder given, so that many can begin at once; then tries to own the folder.
// Prints "won" and keeps it, or "refused".
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findVacancy, takeOwnerLock } from '#server/db/owner-lock.ts';
import { print } from '#tests/support/print.ts';

const [dataDir = ''] = process.argv.slice(2);
print('waiting');
while (!existsSync(join(dataDir, 'start'))) await new Promise(setImmediate);
try {
  takeOwnerLock(dataDir, await findVacancy(dataDir), () => {});
  print('won');
  setInterval(() => {}, 60_000);
} catch {
  print('refused');
}
