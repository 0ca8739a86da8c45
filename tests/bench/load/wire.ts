import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Kind, PROTOCOL_VERSION, SyncStep } from '#board/wire.ts';

export type WireName = 'y-websocket' | 'hocuspocus';

/** A message from the server, as far as the load has to know. */
export type Heard =
  /** A part of the document: the answer to our question, or news. */
  | { readonly is: 'document'; readonly update: Uint8Array }
  /** It asks what we have. */
  | { readonly is: 'ask' }
  | { readonly is: 'other' };

/** How documents and cursors travel; both kinds are y-protocols within. */
export class Wire {
  private readonly prefix: Uint8Array;

  constructor(
    private readonly name: WireName,
    private readonly board: string,
  ) {
    this.prefix =
      name === 'hocuspocus' ? encoded((to) => encoding.writeVarString(to, board)) : none;
  }

  /** Ours sends its own kinds, *saved* among them, to whoever asks; the others don't look. */
  get path(): string {
    return `/sync/${this.board}?protocol=${PROTOCOL_VERSION}`;
  }

  /** What a client without a document says first. */
  hello(): Uint8Array[] {
    const ask = this.sync(SyncStep.ask, Uint8Array.of(0));
    return this.name === 'hocuspocus' ? [this.token(), ask] : [ask];
  }

  update(update: Uint8Array): Uint8Array {
    return this.sync(SyncStep.update, update);
  }

  /** "You have all that I have." */
  nothingNew(): Uint8Array {
    return this.sync(SyncStep.answer, Uint8Array.of(0, 0));
  }

  presence(clientId: number, clock: number, state: string): Uint8Array {
    const states = encoded((to) => {
      encoding.writeVarUint(to, 1);
      encoding.writeVarUint(to, clientId);
      encoding.writeVarUint(to, clock);
      encoding.writeVarString(to, state);
    });
    return this.message((to) => {
      encoding.writeVarUint(to, Kind.awareness);
      encoding.writeVarUint8Array(to, states);
    });
  }

  read(message: Uint8Array): Heard {
    const decoder = decoding.createDecoder(message);
    if (this.prefix.length > 0) decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    if (kind !== Kind.sync && !(this.prefix.length > 0 && kind === HOCUSPOCUS_REPLY)) return other;
    if (decoding.readVarUint(decoder) === SyncStep.ask) return ask;
    return { is: 'document', update: decoding.readVarUint8Array(decoder) };
  }

  private token(): Uint8Array {
    return this.message((to) => {
      encoding.writeVarUint(to, HOCUSPOCUS_AUTH);
      encoding.writeVarUint(to, 0);
      encoding.writeVarString(to, 'token');
    });
  }

  private sync(step: number, bytes: Uint8Array): Uint8Array {
    return this.message((to) => {
      encoding.writeVarUint(to, Kind.sync);
      encoding.writeVarUint(to, step);
      encoding.writeVarUint8Array(to, bytes);
    });
  }

  private message(write: (to: encoding.Encoder) => void): Uint8Array {
    return encoded((to) => {
      encoding.writeUint8Array(to, this.prefix);
      write(to);
    });
  }
}

/** Hocuspocus' own kinds of message. */
const HOCUSPOCUS_AUTH = 2;
const HOCUSPOCUS_REPLY = 4;

const none = new Uint8Array();
const other: Heard = { is: 'other' };
const ask: Heard = { is: 'ask' };

function encoded(write: (to: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
