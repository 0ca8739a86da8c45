/**
 * Ids as they travel through the document, the wire and the database. The brand keeps a board's id
 * from being passed where an action's is meant; at run time each is a plain string.
 */
declare const kind: unique symbol;
type Id<K extends string> = string & { readonly [kind]: K };

/** One improvement effort: a database row and one live document. */
export type BoardId = Id<'board'>;
/** An action in a board's document; together with the board it names at most one task. */
export type ActionId = Id<'action'>;
/** What a topic card on the knowledge map shows. */
export type KnowledgeId = Id<'knowledge'>;
/** A user or a guest: who wrote a note, who holds knowledge, who owns an action. */
export type PersonId = Id<'person'>;

export const asBoardId = (text: string): BoardId => text as BoardId;
export const asActionId = (text: string): ActionId => text as ActionId;
export const asKnowledgeId = (text: string): KnowledgeId => text as KnowledgeId;
export const asPersonId = (text: string): PersonId => text as PersonId;
