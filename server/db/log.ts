/** What the database tells the person who runs the server; pino satisfies it. */
export interface DatabaseLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
