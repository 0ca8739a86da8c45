import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { CloseCode, decodeOwn, encodeOwn, isDocumentFrame, Kind, SyncStep } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';

const hello: OwnMessage = {
  kind: Kind.hello,
  body: {
    protocol: 1,
    boardId: 'board-1',
    epoch: 3,
    access: 'write',
    person: { id: 'p1', name: 'Zoë', color: '#1a73c8' },
    maxFrameBytes: 1024,
  },
};

const messages: OwnMessage[] = [
  hello,
  { kind: Kind.saved, body: { count: 0 } },
  { kind: Kind.status, body: { saving: 'degraded' } },
  { kind: Kind.refused, body: { message: 4, code: 'read-only', reason: 'only looking' } },
];

function decode(frame: Uint8Array): OwnMessage | undefined {
  const decoder = decoding.createDecoder(frame);
  return decodeOwn(decoding.readVarUint(decoder), decoder);
}

describe('our own messages', () => {
  test.each(messages)('[WIRE-4] come back as they were sent: kind $kind', (message) => {
    expect(decode(encodeOwn(message))).toEqual(message);
  });

  test('[WIRE-1] have kinds from 100 up, where y-websocket has none', () => {
    for (const { kind } of messages) expect(kind).toBeGreaterThanOrEqual(100);
  });

  test('[WIRE-4] a kind that is none of ours is passed over', () => {
    expect(decode(frameOf(142, '{}'))).toBeUndefined();
    expect(decode(frameOf(Kind.sync, '{}'))).toBeUndefined();
  });

  test.each([
    ['no JSON', 'saved'],
    ['a negative count', '{"count":-1}'],
    ['a missing field', '{}'],
  ])('[WIRE-4] %s is an error', (_what, text) => {
    expect(() => decode(frameOf(Kind.saved, text))).toThrow();
  });
});

test('[WIRE-2] final refusals lie in 4400–4499, those to come back from outside it', () => {
  const { restarting, tooSlow, tooFast, ...final } = CloseCode;
  for (const code of Object.values(final)) expect(Math.floor(code / 100)).toBe(44);
  for (const code of [restarting, tooSlow, tooFast]) expect(Math.floor(code / 100)).toBe(45);
});

describe('document frames', () => {
  const sync = (step: number): Uint8Array => Uint8Array.of(Kind.sync, step, 0);

  test('[WIRE-3] are sync answers and updates, empty ones too', () => {
    expect(isDocumentFrame(sync(SyncStep.answer))).toBe(true);
    expect(isDocumentFrame(sync(SyncStep.update))).toBe(true);
  });

  test('[WIRE-3] are nothing else', () => {
    expect(isDocumentFrame(sync(SyncStep.ask))).toBe(false);
    expect(isDocumentFrame(Uint8Array.of(Kind.awareness, 2, 0))).toBe(false);
    expect(isDocumentFrame(encodeOwn(hello))).toBe(false);
    expect(isDocumentFrame(new Uint8Array())).toBe(false);
  });
});

function frameOf(kind: number, text: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarString(encoder, text);
  return encoding.toUint8Array(encoder);
}
