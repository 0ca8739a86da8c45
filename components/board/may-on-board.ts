import { may } from '#board/access.ts';
import type { Subject } from '#board/access.ts';
import type { MayPromise } from '#components/canvas/canvas-world.tsx';
import type { May } from './board-tools.tsx';

/** What somebody may do here, from the one table that the server asks too. */
export function mayOnBoard(subjects: readonly Subject[], access: 'write' | 'view'): May {
  return {
    write: access === 'write',
    rename: may(subjects, 'board.rename'),
    bin: may(subjects, 'board.bin'),
    invite: may(subjects, 'board.invite'),
    snapshot: may(subjects, 'snapshot.take'),
    history: may(subjects, 'snapshot.see'),
    meet: may(subjects, 'meeting.hold'),
    override: may(subjects, 'meeting.override'),
    restore: may(subjects, 'snapshot.restore'),
    measure: may(subjects, 'team.write-measures'),
    askHelp: may(subjects, 'help.ask'),
    consent: may(subjects, 'consent.take-part'),
    promise: mayPromise(subjects, access),
  };
}

function mayPromise(subjects: readonly Subject[], access: 'write' | 'view'): MayPromise {
  if (may(subjects, 'action.confirm')) return 'yes';
  if (access === 'view') return 'viewer';
  return subjects.includes('coach') ? 'role' : 'guest';
}
