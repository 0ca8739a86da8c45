import { describe, expect, test } from 'vitest';
import { deeds, may } from '#board/access.ts';
import type { Deed, Subject } from '#board/access.ts';

const subjects: readonly Subject[] = [
  'admin',
  'member',
  'manager',
  'coach',
  'guest-write',
  'guest-view',
];

// One column per subject, in the order above: written out so that a right never changes by the way.
const expected: Record<Deed, string> = {
  //                           admin member manager coach guest-write guest-view
  'organisation.add-team': '     yes    -      yes    -       -           -     ',
  'organisation.read-outbox': '  yes    -      -      -       -           -     ',
  'organisation.keep-snapshots': '  yes    -      -      -       -           -     ',
  'team.see': '                  yes    yes    yes    yes     -           -     ',
  'team.manage-members': '       yes    -      yes    -       -           -     ',
  'team.manage-webhooks': '      -      -      yes    -       -           -     ',
  'team.add-board': '            -      yes    yes    yes     -           -     ',
  'team.glance': '               -      -      yes    yes     -           -     ',
  'team.see-boards': '           -      yes    yes    yes     -           -     ',
  'team.see-measures': '         -      yes    yes    yes     -           -     ',
  'team.write-measures': '       -      yes    yes    yes     -           -     ',
  'target.propose': '            -      yes    yes    -       -           -     ',
  'target.answer': '             -      yes    yes    -       -           -     ',
  'team.see-tasks': '            -      yes    yes    yes     -           -     ',
  'board.see': '                 -      yes    yes    yes     yes         yes   ',
  'board.write': '               -      yes    yes    yes     yes         -     ',
  'board.rename': '              -      yes    yes    yes     -           -     ',
  'board.bin': '                 -      yes    yes    -       -           -     ',
  'board.invite': '              -      yes    yes    yes     -           -     ',
  'action.propose': '            -      yes    yes    yes     yes         -     ',
  'action.confirm': '            -      yes    yes    -       -           -     ',
  'consent.take-part': '         -      yes    yes    yes     -           -     ',
  'task.move': '                 -      yes    yes    -       -           -     ',
  'task.comment': '              -      yes    yes    yes     -           -     ',
  'meeting.see': '               -      yes    yes    yes     -           -     ',
  'meeting.hold': '              -      yes    yes    yes     -           -     ',
  'meeting.override': '          -      -      yes    yes     -           -     ',
  'snapshot.take': '             -      yes    yes    yes     -           -     ',
  'snapshot.see': '              -      yes    yes    yes     -           -     ',
  'snapshot.restore': '          -      yes    yes    -       -           -     ',
  'snapshot.review': '           -      -      yes    yes     -           -     ',
  'review.reply': '              -      yes    yes    yes     -           -     ',
  'help.see': '                  -      yes    yes    yes     -           -     ',
  'help.ask': '                  -      yes    yes    yes     -           -     ',
  'help.answer': '               -      -      yes    yes     -           -     ',
};

const allowed = (deed: Deed): boolean[] =>
  expected[deed]
    .trim()
    .split(/\s+/)
    .map((cell) => cell === 'yes');

describe('[ACCESS-1] who may do what', () => {
  test.each(deeds)('%s', (deed) => {
    expect(subjects.map((subject) => may([subject], deed))).toEqual(allowed(deed));
  });

  test('every deed is in the table', () => {
    expect([...deeds].sort()).toEqual(Object.keys(expected).sort());
  });

  test('an outsider may do nothing', () => {
    for (const deed of deeds) expect(may([], deed)).toBe(false);
  });

  test('who is several at once may do what each of them may', () => {
    for (const deed of deeds) {
      for (const [i, one] of subjects.entries()) {
        for (const [j, other] of subjects.entries()) {
          const either = (allowed(deed)[i] ?? false) || (allowed(deed)[j] ?? false);
          expect(may([one, other], deed), `${one} and ${other}: ${deed}`).toBe(either);
        }
      }
    }
  });

  test('an administrator sees no board by that alone', () => {
    for (const deed of deeds.filter((name) => /^(board|action|task|snapshot)\./.test(name))) {
      expect(may(['admin'], deed), deed).toBe(false);
    }
  });

  test('whoever may only look may change nothing', () => {
    expect(deeds.filter((deed) => may(['guest-view'], deed))).toEqual(['board.see']);
  });
});
