import { describe, expect, it } from 'vitest';
import { cardBeside, columnBeside, inColumns } from '#components/tasks/board-columns.ts';
import { someTask } from './some-task.ts';

const tasks = [
  someTask({ id: 'a2', due: '2026-12-12' }),
  someTask({ id: 'a1', due: '2026-12-01' }),
  someTask({ id: 'a3', due: '2026-12-12' }),
  someTask({ id: 'c1', state: 'done' }),
  someTask({ id: 'e1', state: 'standard' }),
  someTask({ id: 'x', state: 'dropped' }),
];

describe('the columns of the board of tasks', () => {
  const columns = inColumns(tasks);
  const idOf = (from: string, key: string) => {
    const task = tasks.find(({ id }) => id === from);
    return task && cardBeside(columns, task, key)?.id;
  };

  it('hold each task once, by day, and nothing that was dropped', () => {
    const ids = Object.values(columns).map((column) => column.map(({ id }) => id));
    expect(ids).toEqual([['a1', 'a2', 'a3'], [], ['c1'], [], ['e1']]);
  });

  it('lie beside each other along the ladder', () => {
    expect(columnBeside('agreed', 1)).toBe('doing');
    expect(columnBeside('agreed', -1)).toBeUndefined();
    expect(columnBeside('standard', 1)).toBeUndefined();
  });

  it('are walked by arrow keys, past empty ones', () => {
    expect(idOf('a1', 'ArrowDown')).toBe('a2');
    expect(idOf('a3', 'ArrowDown')).toBeUndefined();
    expect(idOf('a1', 'ArrowUp')).toBeUndefined();
    expect(idOf('a3', 'ArrowRight')).toBe('c1');
    expect(idOf('c1', 'ArrowRight')).toBe('e1');
    expect(idOf('e1', 'ArrowLeft')).toBe('c1');
    expect(idOf('e1', 'ArrowRight')).toBeUndefined();
    expect(idOf('x', 'ArrowLeft')).toBeUndefined();
  });
});
