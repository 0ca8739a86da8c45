import { documentDigest } from '#board/document-digest.ts';
import type { Encoded } from './fold-document.ts';
import { replay } from './fold-document.ts';

/** The digest of the document that state and rows make. Throws when something is missing from it. */
export async function digestDocument(encoded: Encoded): Promise<string> {
  const digest = await documentDigest(replay(encoded));
  if (digest === undefined) throw new Error('this Node has no SHA-256');
  return digest;
}
