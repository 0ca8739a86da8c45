import { z } from 'zod';
import { asBoardId } from '#board/ids.ts';

/** Characters of one message: some hundred people with the largest presence state. */
const MAX_TEXT = 8 * 1024 * 1024;
/** Characters of one stamped state; what a client may send is half of it. */
const MAX_STATE = 16 * 1024;

const count = z.int().min(0);
const id = z.string().min(1).max(200);
const boardId = id.transform(asBoardId);
const node = id;

const presence = z.object({
  clientId: count.max(0xffff_ffff),
  clock: count,
  state: z.string().max(MAX_STATE),
  personId: id,
});

/** What nodes tell each other about one board. */
const boardMessage = z.discriminatedUnion('is', [
  z.object({ is: z.literal('rung'), node, at: z.object({ epoch: count, seq: count }) }),
  /** `whole`: these are all that the node shows. */
  z.object({ is: z.literal('presence'), node, entries: z.array(presence), whole: z.boolean() }),
  z.object({ is: z.literal('ask'), node }),
]);

const news = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('recheck'),
    boardId: boardId.exactOptional(),
    personId: id.exactOptional(),
  }),
  z.object({ is: z.literal('refresh'), boardId }),
]);

/** What nodes tell each other about themselves and about everything. */
const houseMessage = z.discriminatedUnion('is', [
  z.object({ is: z.literal('alive'), node }),
  z.object({ is: z.literal('bye'), node }),
  z.object({ is: z.literal('news'), node, news }),
]);

export type BoardMessage = z.infer<typeof boardMessage>;
export type HouseMessage = z.infer<typeof houseMessage>;

/** Undefined for what is no message; a newer node may know kinds that we do not. [SYNC-64] */
export const readBoardMessage = (text: string): BoardMessage | undefined =>
  read(boardMessage, text);
export const readHouseMessage = (text: string): HouseMessage | undefined =>
  read(houseMessage, text);

function read<T extends z.ZodType>(schema: T, text: string): z.output<T> | undefined {
  if (text.length > MAX_TEXT) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
