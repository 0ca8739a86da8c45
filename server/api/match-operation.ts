import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

export interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: Operation;
  readonly pattern: RegExp;
}

const routes: readonly Route[] = operations.map((operation) => ({
  operation,
  pattern: new RegExp(
    `^${operation.path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`,
  ),
}));

/** The operation for a method and a path below `/api/v1`; the methods there are when only the path fits. */
export function matchOperation(method: string, path: string): Match | { allowed: string[] } {
  const fitting = routes.flatMap(({ operation, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ operation, params: { ...match.groups } }] : [];
  });
  const found = fitting.find(({ operation }) => operation.method === method);
  return found ?? { allowed: fitting.map(({ operation }) => operation.method) };
}
