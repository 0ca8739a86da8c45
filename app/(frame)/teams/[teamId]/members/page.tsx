import { may } from '#board/access.ts';
import { MemberOverview } from '#components/teams/member-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listMembers } from '#server/teams/list-members.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { pageAnswer } from '../../../../page-answer.ts';

export default async function MembersPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const actor = await whoAsks();
  const here = `/teams/${teamId}/members`;
  const { role } = await pageAnswer(readTeam(theHouse(), actor, teamId), here);
  const members = await pageAnswer(listMembers(theHouse(), actor, teamId), here);
  const admin = actor.kind === 'user' && actor.admin;
  const subjects = [...(role ? [role] : []), ...(admin ? (['admin'] as const) : [])];
  return (
    <MemberOverview
      teamId={teamId}
      members={members}
      mayManage={may(subjects, 'team.manage-members')}
    />
  );
}
