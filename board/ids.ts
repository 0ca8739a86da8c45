/**
 * A board's id as it travels through the document, the wire and the database. The brand keeps an
 * action's id from being passed where a board's is meant; at run time it is a plain string.
 */
declare const kind: unique symbol;

/** One improvement effort: a database row and one live document. */
export type BoardId = string & { readonly [kind]: 'board' };

export const asBoardId = (text: string): BoardId => text as BoardId;
