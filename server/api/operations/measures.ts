import { z } from 'zod';
import * as measures from '#board/api/measures.ts';
import { listOf } from '#board/api/problem.ts';
import * as csv from '#board/api/readings-csv.ts';
import * as targets from '#board/api/targets.ts';
import { addMeasure } from '../../measures/add-measure.ts';
import { addReading } from '../../measures/add-reading.ts';
import { answerTarget } from '../../measures/answer-target.ts';
import { changeMeasure } from '../../measures/change-measure.ts';
import { correctReading } from '../../measures/correct-reading.ts';
import { exportReadings } from '../../measures/export-readings.ts';
import { importReadings } from '../../measures/import-readings.ts';
import { listMeasures } from '../../measures/list-measures.ts';
import { proposeTarget } from '../../measures/propose-target.ts';
import { readMeasure } from '../../measures/read-measure.ts';
import { csvHeaders } from '../csv-headers.ts';
import { operation, Reply } from '../operation.ts';
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
    method: 'GET',
    path: '/measures/:measureId',
    summary: 'A measure with its readings, their corrections, its targets and actions',
    status: 200,
    view: measures.measureStoryView,
    run: ({ house, actor, param }) => readMeasure(house, actor, param('measureId')),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/measures/:measureId',
    summary: 'Change a measure; 409 when somebody was before you',
    status: 200,
    body: measures.changeMeasureInput,
    view: measures.measureView,
    run: ({ house, actor, param, body }) => changeMeasure(house, actor, param('measureId'), body),
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
  operation({
    tag,
    method: 'PATCH',
    path: '/measures/:measureId/readings/:readingId',
    summary: 'Correct, withdraw or put back a reading; 409 when somebody was before you',
    status: 200,
    body: measures.correctReadingInput,
    view: measures.readingStoryView,
    run: ({ house, actor, param, body }) =>
      correctReading(
        house,
        actor,
        { measureId: param('measureId'), readingId: param('readingId') },
        body,
      ),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/measures/:measureId/readings.csv',
    summary: 'The readings as CSV, for programs or for a spreadsheet',
    status: 200,
    query: csv.exportQuery,
    bytes: true,
    view: z.custom<Uint8Array>(),
    run: async ({ house, actor, param, query, locale }) => {
      const asked = { ...query, locale };
      const { name, bytes } = await exportReadings(house, actor, param('measureId'), asked);
      return new Reply(bytes, { headers: csvHeaders(name) });
    },
  }),
  operation({
    tag,
    method: 'POST',
    path: '/measures/:measureId/readings.csv',
    summary: 'Take readings in from CSV; with take=none only look at what would come of it',
    status: 201,
    query: csv.importQuery,
    upload: { maxBytes: csv.MAX_CSV_BYTES, types: ['text/csv'] },
    view: csv.importView,
    run: async ({ house, actor, param, query: { take }, file }) => {
      const view = await importReadings(house, actor, param('measureId'), { file, take });
      return take === 'none' ? new Reply(view, { status: 200 }) : view;
    },
  }),
  operation({
    tag,
    method: 'POST',
    path: '/measures/:measureId/targets',
    summary: 'Propose a target; 409 while another one waits for its answer',
    status: 201,
    body: targets.proposeTargetInput,
    view: targets.targetView,
    run: ({ house, actor, param, body }) => proposeTarget(house, actor, param('measureId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/measures/:measureId/targets/:targetId/answer',
    summary: 'Agree to a proposed target, or answer it by another proposal',
    status: 201,
    body: targets.answerTargetInput,
    view: targets.targetView,
    run: ({ house, actor, param, body }) =>
      answerTarget(
        house,
        actor,
        { measureId: param('measureId'), targetId: param('targetId') },
        body,
      ),
  }),
];
