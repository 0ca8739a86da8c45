import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TaskView } from '#board/api/tasks.ts';
import { TaskBoard } from '#components/tasks/task-board.tsx';
import { mount } from './mount.tsx';
import { someTask } from './some-task.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TODAY = '2026-11-27';
const titlesIn = (column: string) =>
  within(screen.getByRole('region', { name: new RegExp(`^${column}`) }))
    .queryAllByRole('link')
    .map((link) => link.textContent);
const card = (title: string) => screen.getByRole('link', { name: title });

/** What the server is asked; it answers when it is told to. */
function server(): {
  asked: { url: string; body: unknown }[];
  answer: (status: number, body: unknown) => void;
} {
  const asked: { url: string; body: unknown }[] = [];
  let answer: (status: number, body: unknown) => void = () => {};
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    asked.push({ url, body: JSON.parse(String(body)) });
    return new Promise((resolve) => {
      answer = (status, view) => resolve(new Response(JSON.stringify(view), { status }));
    });
  });
  return { asked, answer: (status, body) => answer(status, body) };
}

/** What a browser carries along while a card is dragged. */
function carried() {
  const data = new Map<string, string>();
  return {
    setData: (type: string, value: string) => data.set(type, value),
    getData: (type: string) => data.get(type) ?? '',
    get types() {
      return [...data.keys()];
    },
    effectAllowed: 'none',
  };
}

function drag(title: string, column: string): void {
  const dataTransfer = carried();
  const target = screen.getByRole('region', { name: new RegExp(`^${column}`) });
  const item = card(title).closest('li');
  if (!item) throw new Error('no card');
  fireEvent.dragStart(item, { dataTransfer });
  fireEvent.dragOver(target, { dataTransfer });
  fireEvent.drop(target, { dataTransfer });
}

const brief = someTask();
const balie = someTask({ id: 'task-2', title: 'Tweede balie', state: 'done', revision: 4 });
const late = someTask({ id: 'task-3', title: 'Bellen', state: 'doing', due: '2026-11-24' });
const gone = someTask({ id: 'task-4', title: 'Nooit', state: 'dropped' });

function board(tasks: readonly TaskView[] = [brief, balie, late, gone], mayMove = true) {
  return mount(<TaskBoard tasks={tasks} today={TODAY} mayMove={mayMove} />);
}

describe('the board of tasks', () => {
  it('shows each promise in its column, and says in words that one is late', () => {
    board();
    expect(titlesIn('Agreed')).toEqual(['Brief herschrijven']);
    expect(titlesIn('Doing')).toEqual(['Bellen']);
    expect(titlesIn('Done')).toEqual(['Tweede balie']);
    expect(titlesIn('Standard')).toEqual([]);
    expect(screen.queryByRole('link', { name: 'Nooit' })).toBeNull();
    expect(screen.getByText(/1 action was dropped/)).toBeDefined();
    expect(screen.getByText(/3 days late/)).toBeDefined();
  });

  it('moves a dragged card at once, with the revision that was known', async () => {
    const { asked, answer } = server();
    const visited = board();
    drag('Brief herschrijven', 'Doing');
    expect(titlesIn('Doing')).toContain('Brief herschrijven');
    expect(asked).toEqual([{ url: '/api/v1/tasks/task-1', body: { state: 'doing', revision: 1 } }]);
    answer(200, { ...brief, state: 'doing', revision: 2 });
    await waitFor(() => expect(visited.refreshed).toBe(1));
    expect(titlesIn('Doing')).toContain('Brief herschrijven');
  });

  it('moves a card with Shift and an arrow, and the focus goes along', async () => {
    const { asked, answer } = server();
    const visited = board();
    card('Brief herschrijven').focus();
    fireEvent.keyDown(card('Brief herschrijven'), { key: 'ArrowRight', shiftKey: true });
    expect(titlesIn('Doing')).toContain('Brief herschrijven');
    expect(document.activeElement).toBe(card('Brief herschrijven'));
    answer(200, { ...brief, state: 'doing', revision: 2 });
    await waitFor(() => expect(visited.refreshed).toBe(1));
    expect(asked).toHaveLength(1);
  });

  it('is walked by arrow keys', () => {
    board();
    card('Brief herschrijven').focus();
    fireEvent.keyDown(card('Brief herschrijven'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(card('Bellen'));
    fireEvent.keyDown(card('Bellen'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(card('Tweede balie'));
    fireEvent.keyDown(card('Tweede balie'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(card('Tweede balie'));
  });

  it('opens the effect check when a done card goes on [ACT-8]', () => {
    const { asked } = server();
    const visited = board();
    drag('Tweede balie', 'Effect checked');
    expect(visited.pushed).toEqual(['/tasks/task-2#effect']);
    expect(asked).toEqual([]);
    expect(titlesIn('Done')).toEqual(['Tweede balie']);
  });

  it.each([
    ['Brief herschrijven', 'Effect checked', /checked once the work is done/],
    ['Tweede balie', 'Standard', /once its effect has held/],
    ['Tweede balie', 'Agreed', /no such step/],
  ])('leaves %s where it is instead of %s, and says why [ACT-8]', (title, column, why) => {
    const { asked } = server();
    board();
    drag(title, column);
    expect(screen.getByText(why)).toBeDefined();
    expect(asked).toEqual([]);
    expect(titlesIn(column)).not.toContain(title);
  });

  it('shows both states when somebody was first, and moves it anyway if asked [ACT-7]', async () => {
    const { asked, answer } = server();
    board();
    drag('Brief herschrijven', 'Doing');
    const current = { ...brief, state: 'done' as const, revision: 2 };
    answer(409, {
      ...{ type: 'about:blank', title: 'late', status: 409, code: 'conflict' },
      current,
    });
    await waitFor(() => expect(screen.getByRole('alert')).toBeDefined());
    expect(titlesIn('Done')).toContain('Brief herschrijven');
    fireEvent.click(screen.getByText('Move it anyway'));
    expect(asked.at(-1)?.body).toEqual({ state: 'doing', revision: 2 });
    answer(200, { ...brief, state: 'doing', revision: 3 });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(titlesIn('Doing')).toContain('Brief herschrijven');
  });

  it('goes back when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    board();
    drag('Brief herschrijven', 'Doing');
    await waitFor(() => expect(titlesIn('Agreed')).toContain('Brief herschrijven'));
    expect(screen.getByText(/cannot be reached/)).toBeDefined();
  });

  it('can be looked at by who may not move', () => {
    const { asked } = server();
    board([brief], false);
    expect(card('Brief herschrijven').closest('li')?.draggable).toBe(false);
    fireEvent.keyDown(card('Brief herschrijven'), { key: 'ArrowRight', shiftKey: true });
    expect(asked).toEqual([]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
