import { teamGlanceView } from '#board/api/glance.ts';
import { listOf } from '#board/api/problem.ts';
import { readGlance } from '../../glance/read-glance.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

export const glanceOperations = [
  operation({
    tag: 'Teams',
    method: 'GET',
    path: '/glance',
    summary:
      'How improving goes in the teams that I manage or coach; those that need attention first',
    status: 200,
    view: listOf(teamGlanceView),
    run: async ({ house, actor }) => wholeList(await readGlance(house, actor)),
  }),
];
