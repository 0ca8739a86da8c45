import { beforeAll } from 'vitest';
import { useSettledHouse } from '#tests/support/use-house.ts';
import { furnishTeam } from './contract.ts';
import type { Contract } from './contract.ts';

/** A house with people and things in it, for calling its interface. */
export function useContract(): Contract {
  const contract = useSettledHouse() as Contract;
  beforeAll(async () => {
    contract.things = await furnishTeam(contract);
  });
  return contract;
}
