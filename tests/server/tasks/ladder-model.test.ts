import fc from 'fast-check';
import { describe, it } from 'vitest';
import { newBoard, newProposal } from '#tests/support/builders.ts';
import { anotherNode } from '#tests/support/house.ts';
import { print } from '#tests/support/print.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';
import { FAR_AHEAD, ladderCommands } from './ladder-commands.ts';
import type { Real } from './ladder-commands.ts';

const seed = Number(process.env['SEED'] ?? 20261127);
const games = Number(process.env['LADDER_GAMES'] ?? 12);
const STEPS = 60; // at most, in one game

describe('the ladder against its model', () => {
  const world = useSettledHouse();
  print(`the ladder: SEED=${seed}`);

  it(
    'many people, retries, two processes, one restarting: as it should be after each step [ACT-4] [ACT-6] [ACT-7] [ACT-40] [ACT-42]',
    { timeout: games * 20_000 },
    async () => {
      const { house, people } = world;
      const game = fc.asyncProperty(
        fc.commands(ladderCommands, { maxCommands: STEPS, size: 'max' }),
        async (commands) => {
          const template = 'action' as const;
          const { id: boardId } = await newBoard(house, people.member.actor, people.teamId, {
            template,
          });
          const { actionId } = await newProposal(house, people.member.actor, boardId, FAR_AHEAD);
          const begun = [{ actionId, complete: true, task: undefined }];
          const other = anotherNode(house);
          const real: Real = { house, people, boardId, other, latest: house };
          try {
            await fc.asyncModelRun(() => ({ model: { actions: [...begun] }, real }), commands);
          } finally {
            await real.other.stop();
          }
        },
      );
      await fc.assert(game, { seed, numRuns: games, unbiased: true });
    },
  );
});
