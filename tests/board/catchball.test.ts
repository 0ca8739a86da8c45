import { describe, expect, test } from 'vitest';
import type { TeamRole } from '#board/api/teams.ts';
import { mayAgree, whoAgrees } from '#board/catchball.ts';

const one = (id: string, role: TeamRole) => ({ id, role });
const manager = one('marieke', 'manager');
const member = one('sanne', 'member');
const coach = one('kees', 'coach');
const team = [manager, member, coach];

describe('[MEAS-7] who agrees to a proposed target', () => {
  test('a member to what a manager proposed, a manager to what a member did', () => {
    expect(mayAgree(manager, member, team)).toBe(true);
    expect(mayAgree(member, manager, team)).toBe(true);
  });

  test('nobody to what they proposed themselves, whatever they have become since', () => {
    expect(mayAgree(manager, manager, team)).toBe(false);
    expect(mayAgree(manager, manager, [manager])).toBe(false);
    expect(mayAgree(member, { ...member, role: 'manager' }, team)).toBe(false);
  });

  test('no coach, and no member beside a manager who can', () => {
    expect(mayAgree(manager, coach, team)).toBe(false);
    expect(mayAgree(member, coach, [member, coach])).toBe(false);
    expect(mayAgree(member, one('joost', 'member'), team)).toBe(false);
  });

  test('anybody else who answers, where the other side is empty', () => {
    const other = one('otto', 'manager');
    expect(mayAgree(manager, other, [manager, other, coach])).toBe(true);
    expect(mayAgree(manager, other, [...team, other])).toBe(false);
    // The proposer is no other side of their own after a change of role.
    const promoted = { ...member, role: 'manager' as const };
    expect(mayAgree(member, one('joost', 'member'), [promoted, one('joost', 'member')])).toBe(true);
  });

  test('anybody who answers, where nobody knows any more whose it was', () => {
    expect(mayAgree({ id: null, role: 'manager' }, member, team)).toBe(true);
    expect(mayAgree({ id: null, role: null }, member, team)).toBe(true);
  });
});

test('[MEAS-7] who is awaited', () => {
  const other = one('otto', 'manager');
  expect(whoAgrees(manager, team)).toBe('member');
  expect(whoAgrees(member, team)).toBe('manager');
  expect(whoAgrees(manager, [manager, other, coach])).toBe('anybody');
  expect(whoAgrees({ id: null, role: null }, team)).toBe('anybody');
  expect(whoAgrees(manager, [manager, coach])).toBe('nobody');
});
