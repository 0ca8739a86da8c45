import type { Operation } from './operation.ts';
import { accountOperations } from './operations/accounts.ts';
import { boardOperations } from './operations/boards.ts';
import { commentOperations } from './operations/comments.ts';
import { glanceOperations } from './operations/glance.ts';
import { consentOperations } from './operations/consent.ts';
import { historyOperations } from './operations/history.ts';
import { exportOperations } from './operations/exports.ts';
import { imageOperations } from './operations/images.ts';
import { importOperations } from './operations/imports.ts';
import { learningOperations } from './operations/learnings.ts';
import { measureOperations } from './operations/measures.ts';
import { meetingOperations } from './operations/meetings.ts';
import { organisationOperations } from './operations/organisation.ts';
import { preferenceOperations } from './operations/preferences.ts';
import { shareOperations } from './operations/shares.ts';
import { reviewOperations } from './operations/reviews.ts';
import { snapshotOperations } from './operations/snapshots.ts';
import { taskOperations } from './operations/tasks.ts';
import { teamOperations } from './operations/teams.ts';
import { webhookOperations } from './operations/webhooks.ts';

/** The whole REST interface. */
export const operations: readonly Operation[] = [
  ...accountOperations,
  ...teamOperations,
  ...boardOperations,
  ...imageOperations,
  ...taskOperations,
  ...consentOperations,
  ...commentOperations,
  ...measureOperations,
  ...snapshotOperations,
  ...shareOperations,
  ...reviewOperations,
  ...meetingOperations,
  ...historyOperations,
  ...exportOperations,
  ...importOperations,
  ...learningOperations,
  ...glanceOperations,
  ...organisationOperations,
  ...preferenceOperations,
  ...webhookOperations,
];
