import type { Pool } from 'pg';
import type { DatabaseLog } from './log.ts';

/** A connection that breaks must not end the process: an event named error that nobody hears does. */
export function reportLostConnections(pool: Pool, log: DatabaseLog): void {
  pool.on('error', (error) => log.warn(`A database connection was lost: ${error.message}`));
  // While somebody uses the connection, their query is rejected with the same error.
  pool.on('connect', (client) => client.on('error', () => {}));
}
