import { learningsQuery, learningView } from '#board/api/learnings.ts';
import { listOf } from '#board/api/problem.ts';
import { listLearnings } from '../../learnings/list-learnings.ts';
import { operation } from '../operation.ts';

export const learningOperations = [
  operation({
    tag: 'Learnings',
    method: 'GET',
    path: '/learnings',
    summary: 'What my teams learned, newest first',
    status: 200,
    query: learningsQuery,
    view: listOf(learningView),
    run: ({ house, actor, query }) => listLearnings(house, actor, query),
  }),
];
