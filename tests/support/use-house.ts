import { afterAll, beforeAll, expect } from 'vitest';
import { testDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';
import { testHouse } from './house.ts';
import type { HouseOverrides, TestHouse } from './house.ts';
import { people } from './people.ts';
import type { People } from './people.ts';

/** Filled before the first test of the suite. */
export interface Settled {
  house: TestHouse;
  people: People;
}

/** A house with people in it for the tests of this suite; nothing may have been logged that a test did not take. */
export function useSettledHouse(
  open: () => Promise<TestDatabase> = testDatabase,
  overrides: HouseOverrides = {},
): Settled {
  const settled = useHouse(open, overrides) as Settled;
  beforeAll(async () => {
    settled.people = await people(settled.house);
  });
  return settled;
}

/** A house that nobody has set up yet. */
export function useHouse(
  open: () => Promise<TestDatabase> = testDatabase,
  overrides: HouseOverrides = {},
): { house: TestHouse } {
  const opened = {} as { house: TestHouse };
  beforeAll(async () => {
    opened.house = await testHouse(await open(), overrides);
  });
  afterAll(async () => {
    await opened.house.close();
    expect(opened.house.takeLogged()).toEqual([]);
  });
  return opened;
}
