// What is read of Postgres' own files before Postgres is started on them. Layouts: src/include/catalog/pg_control.h,
// src/backend/utils/cache/relmapper.c and src/include/storage/bufpage.h of Postgres 18.

export const PAGE_BYTES = 8192;

export interface Control {
  /** False after a crash: the write-ahead log has yet to be applied to the files. */
  wasClosed: boolean;
  /** The part of the write-ahead log without which Postgres does not start. */
  neededWal: { name: string; bytes: number };
}

const CONTROL_CRC_AT = 292;
const CONTROL_VERSION = 1800;
const STATE_CLOSED = 1;

/** Reads global/pg_control; undefined when it is damaged or of another version. */
export function readControl(file: Buffer): Control | undefined {
  if (!endsInCrc(file, CONTROL_CRC_AT) || file.readUInt32LE(8) !== CONTROL_VERSION)
    return undefined;
  const redo = file.readBigUInt64LE(40);
  const timeline = file.readUInt32LE(48);
  const bytes = file.readUInt32LE(228);
  return {
    wasClosed: file.readUInt32LE(16) === STATE_CLOSED,
    neededWal: { name: walName(timeline, redo / BigInt(bytes), bytes), bytes },
  };
}

function walName(timeline: number, segment: bigint, bytes: number): string {
  const perFile = 2n ** 32n / BigInt(bytes);
  return [BigInt(timeline), segment / perFile, segment % perFile]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('');
}

const MAP_MAGIC = 0x592717;
const MAP_CRC_AT = 520;

/** Reads a pg_filenode.map: catalog number → file name; undefined when it is damaged. */
export function readRelationMap(file: Buffer): Map<number, number> | undefined {
  if (!endsInCrc(file, MAP_CRC_AT) || file.readUInt32LE(0) !== MAP_MAGIC) return undefined;
  const count = file.readUInt32LE(4);
  return new Map(
    Array.from({ length: count }, (_, i) => [
      file.readUInt32LE(8 + i * 8),
      file.readUInt32LE(12 + i * 8),
    ]),
  );
}

/** Whether every page of a relation has a possible header: neither zeros, nor foreign bytes, nor half a page. */
export function hasValidPages(file: Buffer): boolean {
  if (file.length % PAGE_BYTES !== 0) return false;
  for (let page = 0; page < file.length; page += PAGE_BYTES) {
    const lower = file.readUInt16LE(page + 12);
    const upper = file.readUInt16LE(page + 14);
    const special = file.readUInt16LE(page + 16);
    const isNew = upper === 0 && page > 0;
    const isOrdered = lower >= 24 && lower <= upper && upper <= special && special <= PAGE_BYTES;
    if (!isNew && !isOrdered) return false;
  }
  return true;
}

function endsInCrc(file: Buffer, at: number): boolean {
  return file.length >= at + 4 && crc32c(file.subarray(0, at)) === file.readUInt32LE(at);
}

const CRC32C_POLYNOMIAL = 0x82f63b78;

function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? CRC32C_POLYNOMIAL : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
