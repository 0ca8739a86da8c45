import type { TaskFact } from '#board/facts.ts';
import { whyNotDecline } from '#board/ladder.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { useBoardTools } from './board-tools.tsx';

/** Whether this person may decline the promise, as far as the board knows; the server decides. [ACT-40] */
export function useMayDecline({ state, owner, given }: TaskFact): boolean {
  const { live, person } = useBoardTools();
  const meeting = useLive(live.openMeeting, '');
  if (!given || owner.id !== person.id) return false;
  const promise = { state, ownerId: owner.id, givenById: given.by, givenAt: new Date(given.at) };
  const why = whyNotDecline(promise, {
    now: new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    meetingSince: meeting && new Date(meeting.since),
  });
  return why === undefined;
}
