import { beforeAll, describe, expect, it } from 'vitest';
import { changeTasksInput } from '#board/api/tasks.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { changeTasks } from '#server/tasks/change-tasks.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { whileTableFails } from '#tests/support/failing-log.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('changing several promises in one request [ACT-44]', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const template = 'action' as const;
    boardId = (await newBoard(house, people.member.actor, people.teamId, { template })).id;
  });

  const task = () => newTask(world.house, world.people.member.actor, boardId);

  it('changes each by itself, from its own revision, and says what became of it', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const [first, second, third] = [await task(), await task(), await task()];
    const theirs = await changeTask(house, people.manager.actor, second.id, {
      ...{ revision: 1, state: 'done' },
    });
    const { results } = await changeTasks(house, actor, {
      changes: [
        { taskId: first.id, revision: 1, state: 'doing' },
        { taskId: second.id, revision: 1, state: 'doing' },
        { taskId: 'none', revision: 1, state: 'doing' },
        { taskId: third.id, revision: 1, due: '2020-01-01' },
      ],
    });
    expect(results).toMatchObject([
      { taskId: first.id, problem: null, task: { state: 'doing', revision: 2 } },
      { taskId: second.id, problem: { code: 'conflict' }, task: theirs },
      { taskId: 'none', problem: { code: 'not-found' }, task: null },
      {
        taskId: third.id,
        problem: { code: 'invalid', errors: [{ field: 'due', code: 'past' }] },
        task: null,
      },
    ]);
    expect(await house.db.taskEvent.count({ where: { taskId: first.id } })).toBe(2);
  });

  it('asks the rights to each', async () => {
    const { house, people } = world;
    const { id } = await task();
    const changes = [{ taskId: id, revision: 1, state: 'doing' as const }];
    const coach = await changeTasks(house, people.coach.actor, { changes });
    expect(coach.results).toMatchObject([{ problem: { code: 'no-right' }, task: null }]);
    const outsider = await changeTasks(house, people.outsider.actor, { changes });
    expect(outsider.results).toMatchObject([{ problem: { code: 'not-found' }, task: null }]);
  });

  it('tells what cannot be stored, beside what was', async () => {
    const { house, people } = world;
    const { id } = await task();
    const changes = [{ taskId: id, revision: 1, state: 'doing' as const }];
    const { results } = await whileTableFails(house.db, 'task_event', 'no row today', () =>
      changeTasks(house, people.member.actor, { changes }),
    );
    expect(results).toEqual([{ taskId: id, problem: { code: 'not-saving' }, task: null }]);
    house.takeLogged();
    const again = await changeTasks(house, people.member.actor, { changes });
    expect(again.results).toMatchObject([{ problem: null, task: { state: 'doing' } }]);
  });

  it('takes a hundred at most, and each once', () => {
    const change = (taskId: string) => ({ taskId, revision: 1, state: 'doing' });
    const of = (count: number) => Array.from({ length: count }, (_, n) => change(`task-${n}`));
    const fits = (changes: object[]) => changeTasksInput.safeParse({ changes }).success;
    expect(fits(of(100))).toBe(true);
    expect(fits(of(101))).toBe(false);
    expect(fits([])).toBe(false);
    expect(fits([change('a'), change('a')])).toBe(false);
  });
});
