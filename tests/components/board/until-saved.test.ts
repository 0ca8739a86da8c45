import { describe, expect, test, vi } from 'vitest';
import { untilSaved } from '#components/board/until-saved.ts';
import type { ConnectionState, Saving } from '#components/sync/connection-state.ts';

class FakeConnection {
  state: ConnectionState = {
    link: { is: 'live' },
    saving: { is: 'saving' },
    me: undefined,
    transport: 'websocket',
    setAside: undefined,
  };
  readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  becomes(saving: Saving): void {
    this.state = { ...this.state, saving };
    for (const listener of [...this.listeners]) listener();
  }
}

describe('waiting until everything is saved', () => {
  test('answers at once when it is', async () => {
    const connection = new FakeConnection();
    connection.becomes({ is: 'saved' });
    await expect(untilSaved(connection)).resolves.toBe(true);
    expect(connection.listeners.size).toBe(0);
  });

  test('answers when the server says so', async () => {
    const connection = new FakeConnection();
    const saved = untilSaved(connection);
    connection.becomes({ is: 'offline', changes: 2, kept: true });
    connection.becomes({ is: 'saved' });
    await expect(saved).resolves.toBe(true);
  });

  test('gives up after ten seconds and lets go', async () => {
    vi.useFakeTimers();
    const connection = new FakeConnection();
    const saved = untilSaved(connection);
    vi.advanceTimersByTime(10_000);
    await expect(saved).resolves.toBe(false);
    expect(connection.listeners.size).toBe(0);
    vi.useRealTimers();
  });
});
