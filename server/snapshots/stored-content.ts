import { createHash } from 'node:crypto';

/** A state or projection as the database keeps it. */
export interface StoredContent {
  /** sha256 of the content, hex. */
  readonly hash: string;
  /** `plain` as it is (from before there were others), `whole` compressed, `delta` compressed. */
  readonly form: string;
  /** The hash of the content that a delta is to be applied to. */
  readonly base: string | null;
  /** How many contents have come since the last that is whole. */
  readonly step: number;
  /** Bytes of the deltas since then. */
  readonly spent: number;
  /** Bytes of the content. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** A whole content and what has to be applied to it, in that order, to get the last. */
export type Chain = readonly StoredContent[];

export function contentHash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Over every column, so that each one that changes is noticed. The migration makes the same. */
export function contentChecksum(content: StoredContent): Uint8Array<ArrayBuffer> {
  const { hash, form, base, step, spent, size, bytes } = content;
  const head = [hash, form, base ?? '', step, spent, size].map((part) => `${part}\n`).join('');
  return new Uint8Array(createHash('sha256').update(head).update(bytes).digest());
}

/** What is kept of a snapshot does not come back as it was. */
export class DamagedContent extends Error {
  override readonly name = 'DamagedContent';
  constructor(
    readonly hash: string,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`content ${hash}: ${why}`, options);
  }
}
