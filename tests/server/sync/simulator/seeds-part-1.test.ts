import { runSeeds } from './run-seeds.ts';

runSeeds(0, 4);
