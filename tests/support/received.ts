import * as decoding from 'lib0/decoding';
import { decodeOwn } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';

/** The frames that a bare client got so far, whatever road they came by. */
export class Received {
  readonly frames: Uint8Array[] = [];

  /** Frames of one kind so far, the kind itself taken off. */
  ofKind(kind: number): decoding.Decoder[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      return decoding.readVarUint(decoder) === kind ? [decoder] : [];
    });
  }

  /** Messages of our own kinds so far. */
  get own(): OwnMessage[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      return decodeOwn(decoding.readVarUint(decoder), decoder) ?? [];
    });
  }
}
