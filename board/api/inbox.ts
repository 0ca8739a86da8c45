import * as z from 'zod/mini';
import { helpRequestView, helpView } from './help.ts';
import { id, moment } from './problem.ts';
import { reviewView } from './reviews.ts';

/** A board that waits for an answer to what it showed. [REV-6] */
export const waitingBoard = z.object({
  boardId: id,
  boardTitle: z.string(),
  teamId: id,
  teamName: z.string(),
  /** The newest snapshot without an answer, and how many there are. */
  snapshotId: id,
  number: z.int(),
  title: z.string(),
  count: z.int(),
  /** When the oldest of them was taken. */
  since: moment,
});
export type WaitingBoard = z.infer<typeof waitingBoard>;

/** What waits for one manager or coach. */
export const inboxView = z.object({
  /** Longest waiting first. */
  boards: z.array(waitingBoard),
  /** Soonest first. */
  requests: z.array(helpRequestView),
  /** Questions of one's own that the team answered last, newest first. */
  answers: z.array(
    z.object({ snapshotId: id, boardId: id, boardTitle: z.string(), review: reviewView }),
  ),
  /** Help of one's own that is open, soonest first. */
  help: z.array(helpView),
});
export type InboxView = z.infer<typeof inboxView>;
