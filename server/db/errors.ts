export type DatabaseProblem =
  | 'data-dir-in-use'
  | 'data-dir-damaged'
  | 'data-dir-unusable'
  | 'database-unreachable'
  | 'migration-failed'
  | 'export-refused'
  | 'backup-refused';

/** Why the database cannot be opened, exported, backed up or restored. The message is one line for the person who runs the server. */
export class DatabaseError extends Error {
  readonly code: DatabaseProblem;

  constructor(code: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
