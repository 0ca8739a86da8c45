import * as measures from '#board/api/measures.ts';
import { listOf } from '#board/api/problem.ts';
import { addMeasure } from '../../measures/add-measure.ts';
import { addReading } from '../../measures/add-reading.ts';
import { listMeasures } from '../../measures/list-measures.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Measures';

export const measureOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/teams/:teamId/measures',
    summary: 'The measures of a team with their readings',
    status: 200,
    view: listOf(measures.measureView),
    run: async ({ house, actor, param }) =>
      wholeList(await listMeasures(house, actor, param('teamId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/teams/:teamId/measures',
    summary: 'Add a measure',
    status: 201,
    body: measures.addMeasureInput,
    view: measures.measureView,
    run: ({ house, actor, param, body }) => addMeasure(house, actor, param('teamId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/measures/:measureId/readings',
    summary: 'Add a reading',
    status: 201,
    body: measures.addReadingInput,
    view: measures.readingView,
    run: ({ house, actor, param, body }) => addReading(house, actor, param('measureId'), body),
  }),
];
