import { z } from 'zod';
import { boardView } from '#board/api/boards.ts';
import { id, listOf } from '#board/api/problem.ts';
import * as snapshots from '#board/api/snapshots.ts';
import { meaningDiff } from '#board/diff.ts';
import { projection } from '#board/projection.ts';
import { copySnapshot } from '../../snapshots/copy-snapshot.ts';
import { diffSince } from '../../snapshots/diff-since.ts';
import { diffSnapshots } from '../../snapshots/diff-snapshots.ts';
import { listSnapshots } from '../../snapshots/list-snapshots.ts';
import { readSnapshot } from '../../snapshots/read-snapshot.ts';
import { readSnapshotDocument, readSnapshotState } from '../../snapshots/read-snapshot-content.ts';
import { restoreSnapshot } from '../../snapshots/restore-snapshot.ts';
import { takeSnapshot } from '../../snapshots/take-snapshot.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Snapshots';

export const snapshotOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/snapshots',
    summary: 'The snapshots of a board, newest first',
    status: 200,
    view: listOf(snapshots.snapshotView),
    run: async ({ house, actor, param }) =>
      wholeList(await listSnapshots(house, actor, param('boardId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/snapshots',
    summary: 'Keep the board as it is now',
    status: 201,
    body: snapshots.takeSnapshotInput,
    view: snapshots.snapshotView,
    run: ({ house, actor, param, body }) => takeSnapshot(house, actor, param('boardId'), body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/snapshots/:snapshotId',
    summary: 'A snapshot: who, when, why, and its answers',
    status: 200,
    view: snapshots.snapshotView,
    run: ({ house, actor, param }) => readSnapshot(house, actor, param('snapshotId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/snapshots/:snapshotId/document',
    summary: 'What was on the board, as plain JSON',
    status: 200,
    view: projection,
    run: ({ house, actor, param }) => readSnapshotDocument(house, actor, param('snapshotId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/snapshots/:snapshotId/state',
    summary: 'The whole document as it was, a Yjs update (V1)',
    status: 200,
    bytes: true,
    view: z.custom<Uint8Array>(),
    run: ({ house, actor, param }) => readSnapshotState(house, actor, param('snapshotId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/snapshots/:snapshotId/diff',
    summary: 'What changed in meaning since another snapshot, or since the one before',
    status: 200,
    query: z.object({ from: z.optional(id) }),
    view: meaningDiff,
    run: ({ house, actor, param, query }) =>
      diffSnapshots(house, actor, { to: param('snapshotId'), from: query.from }),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/diff',
    summary: 'What changed in meaning between a snapshot, the newest unless named, and now',
    status: 200,
    query: z.object({ from: z.optional(id) }),
    view: meaningDiff,
    run: ({ house, actor, param, query }) =>
      diffSince(house, actor, { boardId: param('boardId'), from: query.from }),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/snapshots/:snapshotId/restore',
    summary:
      'Bring the board or some cards back to this snapshot, keeping how it is now as another',
    status: 201,
    body: snapshots.restoreSnapshotInput,
    view: snapshots.snapshotView,
    run: ({ house, actor, param, body }) =>
      restoreSnapshot(house, actor, param('snapshotId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/snapshots/:snapshotId/copy',
    summary: 'Make another board of the team that begins with this snapshot',
    status: 201,
    body: snapshots.copySnapshotInput,
    view: boardView,
    run: ({ house, actor, param, body }) => copySnapshot(house, actor, param('snapshotId'), body),
  }),
];
