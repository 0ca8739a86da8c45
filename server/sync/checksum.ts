import { createHash } from 'node:crypto';

/** sha256 of a row's or state's bytes, kept beside them. */
export function checksumOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

export function fitsChecksum(row: {
  readonly bytes: Uint8Array;
  readonly checksum: Uint8Array;
}): boolean {
  return Buffer.compare(checksumOf(row.bytes), row.checksum) === 0;
}
