import { retentionInput, retentionView } from '#board/api/organisation.ts';
import { changeRetention } from '../../organisation/change-retention.ts';
import { readRetention } from '../../organisation/read-retention.ts';
import { operation } from '../operation.ts';

const tag = 'Organisation';

export const organisationOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/organisation/retention',
    summary: 'How many days the contents of snapshots are kept',
    status: 200,
    view: retentionView,
    run: ({ house, actor }) => readRetention(house, actor),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/organisation/retention',
    summary: 'Say how many days the contents of snapshots are kept, null for ever',
    status: 200,
    body: retentionInput,
    view: retentionView,
    run: ({ house, actor, body }) => changeRetention(house, actor, body),
  }),
];
