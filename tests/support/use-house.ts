import { afterAll, beforeAll, expect } from 'vitest';
import { testDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';
import { hasPostgres } from './postgres.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { people } from './people.ts';
import type { People } from './people.ts';

/** Filled before the first test of the suite. */
export interface Settled {
  house: TestHouse;
  people: People;
}

/** A house with people in it for the tests of this suite; nothing may have been logged that a test did not take. */
export function useSettledHouse(open = quickestDatabase): Settled {
  const settled = useHouse(open) as Settled;
  beforeAll(async () => {
    settled.people = await people(settled.house);
  });
  return settled;
}

/** For suites that hold on any database: a server gives one in a fraction of the time the embedded one takes to start. */
export function quickestDatabase(): Promise<TestDatabase> {
  return testDatabase(postgresIsThere ? 'postgres' : 'embedded');
}

const postgresIsThere = await hasPostgres();

/** A house that nobody has set up yet. */
export function useHouse(open = quickestDatabase): { house: TestHouse } {
  const opened = {} as { house: TestHouse };
  beforeAll(async () => {
    opened.house = await testHouse(await open());
  });
  afterAll(async () => {
    await opened.house.close();
    expect(opened.house.takeLogged()).toEqual([]);
  });
  return opened;
}
