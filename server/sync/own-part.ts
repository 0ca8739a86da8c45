import * as Y from 'yjs';

/** Beyond the clock of every part. */
const ALL = 2 ** 31 - 1;

/** The update without the parts under Yjs client ids that are somebody else's; what it deletes stays in it. */
export function ownPart(
  update: Uint8Array,
  personId: string,
  owners: ReadonlyMap<number, string>,
): Uint8Array {
  const foreign = [...owners].filter(([, owner]) => owner !== personId);
  const known = new Map(foreign.map(([client]) => [client, ALL]));
  return Y.diffUpdate(update, Y.encodeStateVector(known));
}
