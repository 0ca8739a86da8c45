import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases, type TestDatabase } from '#tests/support/database.ts';

describeOnBothDatabases('openDatabase', (open) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('keeps what is written', async () => {
    const organisation = { id: 'o1', name: 'Zorggroep' };
    await database.prisma.organisation.create({ data: organisation });
    expect(await database.prisma.organisation.findMany()).toMatchObject([organisation]);
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('writes the time in UTC by itself as well as from code', async () => {
    await database.prisma.$executeRaw`INSERT INTO organisation (id, name) VALUES ('o2', 'x')`;
    const { createdAt } = await database.prisma.organisation.findUniqueOrThrow({
      where: { id: 'o2' },
    });
    expect(Math.abs(createdAt.getTime() - Date.now())).toBeLessThan(60_000);
  });
});
