import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TaskList } from '#components/tasks/task-list.tsx';
import { mount } from './mount.tsx';
import { someTask } from './some-task.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const brief = someTask({ id: 'a', title: 'Brief', due: '2026-12-01' });
const balie = someTask({ id: 'b', title: 'Balie', due: '2026-12-02', state: 'doing' });
const bellen = someTask({ id: 'c', title: 'Bellen', due: '2026-12-03', revision: 4 });
const done = someTask({ id: 'd', title: 'Bord', state: 'standard' });

function list(mayMove = true) {
  return mount(
    <TaskList tasks={[brief, balie, bellen, done]} today="2026-11-27" mayMove={mayMove} />,
  );
}
const row = (title: string) => screen.getByRole('link', { name: title });
const press = (title: string, key: string, how: object = {}) =>
  fireEvent.keyDown(row(title), { key, ...how });
const chosen = () =>
  screen
    .queryAllByRole<HTMLInputElement>('checkbox')
    .filter((box) => box.checked)
    .map((box) => box.getAttribute('aria-label'));
const bar = () => within(screen.getByRole('toolbar'));
const told = () => screen.getByRole('status').textContent ?? '';

/** A server that answers each request with what it makes of it. */
function server(answer: (changes: Record<string, unknown>[]) => unknown[]) {
  const asked: Record<string, unknown>[][] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: RequestInit) => {
    const { changes } = JSON.parse(String(body)) as { changes: Record<string, unknown>[] };
    asked.push(changes);
    return new Response(JSON.stringify({ results: answer(changes) }), { status: 200 });
  });
  return asked;
}

describe('several promises in a list [ACT-45]', () => {
  it('are chosen with x, Space, Shift and arrows, all at once, and let go of', () => {
    list();
    row('Brief').focus();
    press('Brief', 'x');
    expect(chosen()).toEqual(['Choose “Brief”']);
    press('Brief', 'ArrowDown', { shiftKey: true });
    expect(document.activeElement).toBe(row('Balie'));
    press('Balie', 'ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual(['Choose “Brief”', 'Choose “Balie”', 'Choose “Bellen”']);
    press('Balie', ' ');
    expect(chosen()).toEqual(['Choose “Brief”', 'Choose “Bellen”']);
    press('Balie', 'a', { ctrlKey: true });
    expect(chosen()).toHaveLength(4);
    press('Balie', 'Escape');
    expect(chosen()).toEqual([]);
    expect(screen.queryByRole('toolbar')).toBeNull();
    press('Balie', 'ArrowUp');
    expect(document.activeElement).toBe(row('Brief'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose “Bellen”' }));
    fireEvent.click(bar().getByRole('button', { name: 'Choose all 4' }));
    expect(chosen()).toHaveLength(4);
  });

  it('take a step in one request; what came of each is said, and taken back in one', async () => {
    const theirs = { ...bellen, title: 'Bellen', state: 'done', revision: 5 };
    const asked = server((changes) =>
      changes.map(({ taskId, state }) =>
        taskId === 'c'
          ? { taskId, problem: { code: 'conflict' }, task: theirs }
          : { taskId, problem: null, task: { ...brief, state, revision: 2 } },
      ),
    );
    const visited = list();
    press('Brief', 'a', { ctrlKey: true });
    fireEvent.click(bar().getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(told()).toContain('1 action started.'));
    expect(asked).toEqual([
      [
        { taskId: 'a', revision: 1, state: 'doing' },
        { taskId: 'c', revision: 4, state: 'doing' },
      ],
    ]);
    expect(told()).toContain('2 stay as they are');
    expect(told()).toContain('“Bellen” was changed by somebody else');
    expect(visited.refreshed).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(told()).toContain('1 action is as it was.'));
    expect(asked[1]).toEqual([{ taskId: 'a', revision: 2, state: 'agreed' }]);
  });

  it('stay chosen when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    list();
    press('Brief', 'x');
    fireEvent.click(bar().getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(told()).toContain('The server cannot be reached'));
    expect(chosen()).toEqual(['Choose “Brief”']);
  });

  it('are not chosen where they are only looked at', () => {
    list(false);
    press('Brief', 'x');
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
    expect(screen.queryByRole('toolbar')).toBeNull();
  });
});
