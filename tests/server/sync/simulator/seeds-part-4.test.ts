import { runSeeds } from './run-seeds.ts';

runSeeds(3, 4);
