import { listOf } from '#board/api/problem.ts';
import * as shares from '#board/api/shares.ts';
import { addShare } from '../../shares/add-share.ts';
import { endShare } from '../../shares/end-share.ts';
import { listShares } from '../../shares/list-shares.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Snapshots';

export const shareOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/snapshots/:snapshotId/shares',
    summary: 'Links to a snapshot that still work',
    status: 200,
    view: listOf(shares.shareView),
    run: async ({ house, actor, param }) =>
      wholeList(await listShares(house, actor, param('snapshotId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/snapshots/:snapshotId/shares',
    summary: 'Make a link under which anybody may look at a snapshot, shown once',
    status: 201,
    secret: true,
    body: shares.addShareInput,
    view: shares.newShareView,
    run: ({ house, actor, param, body }) => addShare(house, actor, param('snapshotId'), body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/snapshots/:snapshotId/shares/:shareId',
    summary: 'End a link to a snapshot',
    status: 204,
    run: ({ house, actor, param }) =>
      endShare(house, actor, { snapshotId: param('snapshotId'), shareId: param('shareId') }),
  }),
];
