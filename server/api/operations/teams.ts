import { z } from 'zod';
import { addBoardInput, boardView } from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import * as teams from '#board/api/teams.ts';
import { addBoard } from '../../boards/add-board.ts';
import { listBoards } from '../../boards/list-boards.ts';
import { addMember } from '../../teams/add-member.ts';
import { addTeam } from '../../teams/add-team.ts';
import { changeMember } from '../../teams/change-member.ts';
import { listMembers } from '../../teams/list-members.ts';
import { listTeams } from '../../teams/list-teams.ts';
import { readTeam } from '../../teams/read-team.ts';
import { removeMember } from '../../teams/remove-member.ts';
import { renewWelcome } from '../../teams/renew-welcome.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Teams';

export const teamOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/teams',
    summary: 'My teams',
    status: 200,
    view: listOf(teams.teamView),
    run: async ({ house, actor }) => wholeList(await listTeams(house, actor)),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/teams',
    summary: 'Make a team that I manage',
    status: 201,
    body: teams.addTeamInput,
    view: teams.teamView,
    run: ({ house, actor, body }) => addTeam(house, actor, body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/teams/:teamId',
    summary: 'A team',
    status: 200,
    view: teams.teamView,
    run: ({ house, actor, param }) => readTeam(house, actor, param('teamId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/teams/:teamId/members',
    summary: 'The people of a team',
    status: 200,
    view: listOf(teams.memberView),
    run: async ({ house, actor, param }) =>
      wholeList(await listMembers(house, actor, param('teamId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/teams/:teamId/members',
    summary: 'Add a person by e-mail address; the welcome link is shown once',
    status: 201,
    secret: true,
    body: teams.addMemberInput,
    view: teams.newMemberView,
    run: ({ house, actor, param, body }) => addMember(house, actor, param('teamId'), body),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/teams/:teamId/members/:userId',
    summary: 'Give a person another role',
    status: 200,
    body: teams.changeMemberInput,
    view: teams.memberView,
    run: ({ house, actor, param, body }) =>
      changeMember(house, actor, { teamId: param('teamId'), userId: param('userId') }, body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/teams/:teamId/members/:userId',
    summary: 'Take a person out of the team',
    status: 204,
    run: ({ house, actor, param }) =>
      removeMember(house, actor, { teamId: param('teamId'), userId: param('userId') }),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/teams/:teamId/members/:userId/welcome',
    summary: 'Make a new welcome link for somebody who never came in; shown once',
    status: 201,
    secret: true,
    view: teams.welcomeLinkView,
    run: ({ house, actor, param }) =>
      renewWelcome(house, actor, { teamId: param('teamId'), userId: param('userId') }),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/teams/:teamId/boards',
    summary: 'The boards of a team, or those in its bin',
    status: 200,
    query: z.object({ binned: z.stringbool().default(false) }),
    view: listOf(boardView),
    run: async ({ house, actor, param, query }) =>
      wholeList(await listBoards(house, actor, { teamId: param('teamId'), binned: query.binned })),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/teams/:teamId/boards',
    summary: 'Make a board from a template',
    status: 201,
    body: addBoardInput,
    view: boardView,
    run: ({ house, actor, param, body, locale }) =>
      addBoard(house, actor, param('teamId'), body, locale),
  }),
];
