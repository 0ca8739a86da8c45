import { z } from 'zod';
import { historyQuery, historyView } from '#board/api/history.ts';
import { readHistory } from '../../history/read-history.ts';
import { readPoint } from '../../history/read-point.ts';
import { operation } from '../operation.ts';

const tag = 'Snapshots';

export const historyOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/history',
    summary: 'When something was written on a board and by whom, newest first',
    status: 200,
    query: historyQuery,
    view: historyView,
    run: ({ house, actor, param, query }) => readHistory(house, actor, param('boardId'), query),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/at/:seq/state',
    summary: 'The whole document as it was after that row of its log, a Yjs update (V1)',
    status: 200,
    bytes: true,
    view: z.custom<Uint8Array>(),
    run: ({ house, actor, param }) =>
      readPoint(house, actor, param('boardId'), Number(param('seq'))),
  }),
];
