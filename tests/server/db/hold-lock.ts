// Waits for the file "start" in the folder given, so that many can begin at once; then tries to own the folder.
// Prints "won" and keeps it, or "refused".
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findVacancy, takeOwnerLock } from '#server/db/owner-lock.ts';

const [dataDir = ''] = process.argv.slice(2);
console.log('waiting');
while (!existsSync(join(dataDir, 'start'))) await new Promise(setImmediate);
try {
  takeOwnerLock(dataDir, await findVacancy(dataDir), () => {});
  console.log('won');
  setInterval(() => {}, 60_000);
} catch {
  console.log('refused');
}
