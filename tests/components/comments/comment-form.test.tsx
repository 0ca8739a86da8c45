import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CommentView } from '#board/api/comments.ts';
import { CommentForm } from '#components/comments/comment-form.tsx';
import { CommentText } from '#components/comments/comment-text.tsx';
import { mount } from '../tasks/mount.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const people = [
  { id: 'p1', name: 'Sanne Visser' },
  { id: 'p2', name: 'Kees' },
];
const comment: CommentView = {
  id: 'c1',
  taskId: 'task-1',
  author: { id: 'p2', name: 'Kees' },
  at: '2026-11-27T09:00:00.000Z',
  text: 'Lukt dit, @{p1}? Zie https://example.org/x.',
  mentions: [{ id: 'p1', name: 'Sanne Visser' }],
  editedAt: null,
  removedAt: null,
};

/** What the server is asked, and answers well. */
function hear(): { method: string | undefined; url: string; body: unknown }[] {
  const asked: { method: string | undefined; url: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    asked.push({ method, url, body: JSON.parse(String(body)) });
    return new Response(JSON.stringify(comment), { status: 201 });
  });
  return asked;
}

const area = () => screen.getByLabelText<HTMLTextAreaElement>('Your comment');
function type(text: string): void {
  fireEvent.change(area(), { target: { value: text, selectionStart: text.length } });
}

describe('saying something about a task', () => {
  it('brings somebody in by keyboard, and sends their id [TALK-2]', async () => {
    const asked = hear();
    const visited = mount(<CommentForm taskId="task-1" people={people} />);
    type('Hoi @');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toHaveLength(2);
    type('Hoi @vis');
    expect(screen.getByRole('option', { name: /Sanne Visser/ })).toBeDefined();
    fireEvent.keyDown(area(), { key: 'Enter' });
    expect(area().value).toBe('Hoi @Sanne Visser ');
    expect(screen.queryByRole('listbox')).toBeNull();
    type('Hoi @Sanne Visser lukt dit?');
    fireEvent.click(screen.getByText('Comment'));
    await waitFor(() => expect(visited.refreshed).toBe(1));
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/api/v1/tasks/task-1/comments',
        body: { text: 'Hoi @{p1} lukt dit?' },
      },
    ]);
    expect(area().value).toBe('');
  });

  it('lets go of the list with Escape, and of the choice with a click', () => {
    mount(<CommentForm taskId="task-1" people={people} />);
    type('@k');
    fireEvent.keyDown(area(), { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    type('@ke');
    fireEvent.click(screen.getByRole('option', { name: /Kees/ }));
    expect(area().value).toBe('@Kees ');
  });

  it('changes one’s own words, which are shown with names [TALK-3]', async () => {
    const asked = hear();
    const closed = vi.fn();
    mount(<CommentForm taskId="task-1" people={people} comment={comment} onClose={closed} />);
    expect(area().value).toBe('Lukt dit, @Sanne Visser? Zie https://example.org/x.');
    type('Gelukt, @Sanne Visser!');
    fireEvent.click(screen.getByText('Save'));
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(asked).toEqual([
      { method: 'PATCH', url: '/api/v1/comments/c1', body: { text: 'Gelukt, @{p1}!' } },
    ]);
  });
});

describe('what was said', () => {
  it('has names and links, and nothing else that does anything [TALK-4]', () => {
    const text = `${comment.text}\n<img src=x onerror=alert(1)> javascript:alert(1)`;
    mount(<CommentText comment={{ ...comment, text }} />);
    expect(screen.getByText('@Sanne Visser')).toBeDefined();
    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ href, rel }) => [href, rel])).toEqual([
      ['https://example.org/x', 'noopener noreferrer nofollow'],
    ]);
    expect(document.querySelector('img')).toBeNull();
  });
});
