import { expect, it } from 'vitest';
import { installationId } from '#server/db/installation-id.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { describeOnBothDatabases, testDatabase } from '#tests/support/database.ts';
import { complaints } from '#tests/support/print.ts';
import { hasPostgres } from '#tests/support/postgres.ts';

describeOnBothDatabases('the name of an installation', (open) => {
  it('stays the same, and tells nothing', async () => {
    const { prisma, close } = await open();
    const id = await installationId(prisma);
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(await installationId(prisma)).toBe(id);
    await close();
  });
});

it.skipIf(!(await hasPostgres()))(
  'is the same by every address, and differs for a copy (postgres)',
  async () => {
    const [one, copy] = [await testDatabase('postgres'), await testDatabase('postgres')];
    const address = new URL(one.databaseUrl ?? '');
    address.searchParams.set('application_name', 'another');
    const again = await openDatabase({ databaseUrl: address.href, dataDir: '', log: complaints });
    const id = await installationId(one.prisma);
    expect(await installationId(again.prisma)).toBe(id);
    expect(await installationId(copy.prisma)).not.toBe(id);
    await again.close();
    await Promise.all([one.close(), copy.close()]);
  },
);
