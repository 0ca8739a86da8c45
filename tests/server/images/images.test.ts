import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_IMAGE_SIDE } from '#board/image-address.ts';
import { addImage } from '#server/images/add-image.ts';
import { cleanImage } from '#server/images/clean-image.ts';
import { readImage } from '#server/images/read-image.ts';
import { newBoard } from '#tests/support/builders.ts';
import { callApi } from '#tests/support/api.ts';
import { onePixel } from '#tests/support/pictures.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const color = { r: 200, g: 30, b: 30 };

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: color } });
}

async function bytesOf(made: Sharp): Promise<Uint8Array> {
  return Uint8Array.from(await made.toBuffer());
}

describe('[IMG-1] an upload', () => {
  it('is made anew: no place, no camera, nothing but pixels', async () => {
    const exif = { IFD0: { Copyright: 'geheim', Make: 'Camera' } };
    const taken = await bytesOf(picture(40, 20).withExif(exif).jpeg());
    const { bytes, width, height } = await cleanImage(taken);
    expect([width, height]).toEqual([40, 20]);
    const made = await sharp(bytes).metadata();
    expect(made.format).toBe('webp');
    expect(made.exif).toBeUndefined();
    expect(Buffer.from(bytes).includes('geheim')).toBe(false);
  });

  it('is turned as its camera says', async () => {
    const taken = await bytesOf(picture(40, 20).withMetadata({ orientation: 6 }).jpeg());
    const { width, height } = await cleanImage(taken);
    expect([width, height]).toEqual([20, 40]);
  });

  it('is made as small as a board needs', async () => {
    const { width, height } = await cleanImage(await bytesOf(picture(4_800, 1_200).png()));
    expect([width, height]).toEqual([MAX_IMAGE_SIDE, MAX_IMAGE_SIDE / 4]);
  });

  it('loses what was hidden behind its end', async () => {
    const tail = Buffer.from('<script>alert(1)</script>');
    const { bytes } = await cleanImage(Buffer.concat([onePixel, tail]));
    expect(Buffer.from(bytes).includes('script')).toBe(false);
  });

  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each([
    ['SVG', Buffer.from(script)],
    ['SVG that calls itself XML', Buffer.from(`<?xml version="1.0"?>${script}`)],
    ['HTML', Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
    ['nothing', Buffer.alloc(0)],
    ['half a picture', Buffer.from(onePixel).subarray(0, 40)],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj')],
  ])('is refused when it is %s', async (_what, upload) => {
    await expect(cleanImage(upload)).rejects.toEqual(refused('invalid'));
  });

  it('is refused when it claims more pixels than we unpack', async () => {
    const vast = await bytesOf(picture(9_000, 9_000).png({ compressionLevel: 9 }));
    await expect(cleanImage(vast)).rejects.toEqual(refused('invalid'));
  });
});

describe('[IMG-2] a picture of a board', () => {
  const context = useSettledHouse();

  it('is there for who may see the board, by an address that the document may hold', async () => {
    const { house, people } = context;
    const { actor } = people.member;
    const { id: boardId } = await newBoard(house, actor, people.teamId);
    const { id, src } = await addImage(house, actor, boardId, onePixel);
    expect(src).toBe(`/api/v1/boards/${boardId}/images/${id}`);
    const { format } = await sharp(await readImage(house, actor, boardId, id)).metadata();
    expect(format).toBe('webp');
    const path = src.slice('/api/v1'.length);
    const answer = await callApi(house, people.member, { method: 'GET', path });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is no picture of another board', async () => {
    const { house, people } = context;
    const { actor } = people.member;
    const one = await newBoard(house, actor, people.teamId);
    const other = await newBoard(house, actor, people.teamId);
    const { id } = await addImage(house, actor, one.id, onePixel);
    await expect(readImage(house, actor, other.id, id)).rejects.toEqual(refused('not-found'));
  });
});
