import { expect, test } from 'vitest';
import { EventStream } from '#components/sync/event-stream.ts';
import type { StreamItem } from '#components/sync/event-stream.ts';

const text =
  ':  padding\nretry: 2000\n\nevent: session\ndata: {"a":1}\n\ndata: AAEC\n\n:\n\ndata:x\n\n';
const items: StreamItem[] = [
  { is: 'comment' },
  { is: 'event', name: 'session', data: '{"a":1}' },
  { is: 'event', name: '', data: 'AAEC' },
  { is: 'comment' },
  { is: 'event', name: '', data: 'x' },
];

function read(...pieces: string[]): StreamItem[] {
  const seen: StreamItem[] = [];
  const stream = new EventStream((item) => seen.push(item));
  for (const piece of pieces) stream.push(piece);
  return seen;
}

test('[SYNC-50] events and comments are read wherever the network cuts them', () => {
  expect(read(text)).toEqual(items);
  expect(read(...text)).toEqual(items);
  for (let at = 1; at < text.length; at++) {
    expect(read(text.slice(0, at), text.slice(at))).toEqual(items);
  }
});

test('[SYNC-50] an event whose end never came is none', () => {
  expect(read('data: AAEC\n')).toEqual([]);
  expect(read('event: close\n\n')).toEqual([]);
});

test('[SYNC-50] a first sync of megabytes in many pieces is read in passing', () => {
  const piece = 'A'.repeat(64 * 1024);
  const from = performance.now();
  const seen = read('data: ', ...Array.from({ length: 320 }, () => piece), '\n', '\n');
  expect(seen).toHaveLength(1);
  expect(performance.now() - from).toBeLessThan(500);
});
