// Writes to the embedded database in the folder given until it is killed, and prints "done …" for what is saved.
// "try …" comes before what must be saved whole or not at all.
import { openDatabase } from '#server/db/open-database.ts';
import { complaints, print } from '#tests/support/print.ts';
import { nextSeq, updateRow } from './written-rows.ts';

const [dataDir = ''] = process.argv.slice(2);
print('starting');
const { prisma } = await openDatabase({ dataDir, log: complaints });

let seq = await nextSeq(prisma);
for (;;) {
  await writeOne();
  await writeMany(50);
  await writeTogether();
}

async function writeOne(): Promise<void> {
  await prisma.boardUpdate.create({ data: updateRow(seq) });
  done(1);
}

async function writeMany(count: number): Promise<void> {
  attempt(count);
  const data = Array.from({ length: count }, (_, i) => updateRow(seq + i));
  await prisma.boardUpdate.createMany({ data });
  done(count);
}

async function writeTogether(): Promise<void> {
  attempt(3);
  await prisma.$transaction(async (transaction) => {
    for (let i = 0; i < 3; i++) await transaction.boardUpdate.create({ data: updateRow(seq + i) });
  });
  done(3);
}

function attempt(count: number): void {
  print(`try ${seq} ${count}`);
}

function done(count: number): void {
  print(`done ${seq} ${count}`);
  seq += count;
}
