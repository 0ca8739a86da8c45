import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { SkimmingDecoder } from './skimming-decoder.ts';

/** An update's parts, read without touching any document; their JSON values are passed over. */
export interface DecodedUpdate {
  readonly structs: readonly (Y.Item | Y.GC)[];
  readonly deletes: ReadonlyMap<number, readonly DeletedRange[]>;
}

export interface DeletedRange {
  readonly clock: number;
  readonly len: number;
}

/** Structs and deleted ranges of one frame at most; a board of 10,000 shapes has about as many. */
export const MAX_PARTS = 50_000;
/** Clock ticks that one frame may add; ten times what a long day offline makes. */
const MAX_LENGTH = 1_000_000;

/** Reads an update in format V1; throws on anything an honest Yjs would not have written. [SYNC-7] */
export function boundedDecode(update: Uint8Array): DecodedUpdate {
  // Counts that are written in the bytes are only believed as far as bytes follow.
  const { structs, ds } = Y.decodeUpdateV2(update, BoundedDecoder);
  const decoder = BoundedDecoder.latest;
  BoundedDecoder.latest = undefined;
  if (!decoder || decoding.hasContent(decoder.restDecoder)) throw new Error('bytes after the end');
  const real = structs.filter((struct): struct is Y.Item | Y.GC => !(struct instanceof Y.Skip));
  if (real.length < structs.length) throw new Error('the update has holes');
  checkLengths(real);
  checkBlocks(real, decoder.blocks);
  for (const ranges of ds.clients.values()) checkOrder(ranges);
  return { structs: real, deletes: ds.clients };
}

/** Levels of one JSON value. */
export const MAX_JSON_DEPTH = 64;

class BoundedDecoder extends SkimmingDecoder {
  /** Yjs makes the decoder itself, and keeps it to itself. */
  static latest: BoundedDecoder | undefined;
  blocks = 0;
  protected override readonly maxDepth = MAX_JSON_DEPTH;
  private parts = 0;

  constructor(...args: ConstructorParameters<typeof Y.UpdateDecoderV1>) {
    super(...args);
    BoundedDecoder.latest = this;
  }

  override readClient(): number {
    this.blocks += 1;
    return super.readClient();
  }

  override readInfo(): number {
    this.countPart();
    return super.readInfo();
  }

  override readDsClock(): number {
    this.countPart();
    return super.readDsClock();
  }

  private countPart(): void {
    this.parts += 1;
    if (this.parts > MAX_PARTS) throw new Error('the update has too many parts');
  }
}

function checkLengths(structs: readonly (Y.Item | Y.GC)[]): void {
  let total = 0;
  for (const struct of structs) {
    if (struct.length < 1) throw new Error('a part without length');
    total += struct.length;
  }
  if (total > MAX_LENGTH) throw new Error('the update is too long');
}

/** A range that comes again costs a look at all that it covers, each time. */
function checkOrder(ranges: readonly DeletedRange[]): void {
  let end = 0;
  for (const { clock, len } of ranges) {
    if (clock < end) throw new Error('deletions out of order');
    end = clock + len;
  }
}

/** Yjs reads only the last of two blocks of one client, and so must not be given two. */
function checkBlocks(structs: readonly (Y.Item | Y.GC)[], blocks: number): void {
  const ends = new Map<number, number>();
  for (const { id, length } of structs) {
    const end = ends.get(id.client);
    if (end !== undefined && end !== id.clock) throw new Error('a client out of order');
    ends.set(id.client, id.clock + length);
  }
  if (ends.size !== blocks) throw new Error('a client twice, or without content');
}
