import * as Y from 'yjs';

/** A document whose guid is no secret: making random ones costs a run more than anything else it does. */
export function plainDoc(): Y.Doc {
  return new Y.Doc({ guid: 'board' });
}
