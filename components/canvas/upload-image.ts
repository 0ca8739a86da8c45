import { imageView } from '#board/api/images.ts';
import type { BoardDocument } from '#board/document.ts';

/** Sends a picture to our server and answers its address there; rejects when it is not taken. */
export async function uploadImage(
  { meta }: BoardDocument,
  file: File,
  signal?: AbortSignal,
): Promise<{ src: string }> {
  const path = `/api/v1/boards/${String(meta.get('boardId'))}/images`;
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
    ...(signal && { signal }),
  });
  if (!answer.ok) throw new Error(`the picture was not taken: ${answer.status}`);
  const { src } = imageView.parse(await answer.json());
  return { src };
}
