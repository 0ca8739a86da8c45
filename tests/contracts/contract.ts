import { operations } from '#server/api/operations.ts';
import type { Operation } from '#server/api/operation.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { newBoard, newMeasure, newSnapshot, newTask } from '#tests/support/builders.ts';
import type { ApiCall } from '#tests/support/api.ts';
import type { Person } from '#tests/support/people.ts';
import type { Settled } from '#tests/support/use-house.ts';

/** What one operation is asked, about things of the team that are there. */
export interface GoodCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A body that is a file. */
  readonly file?: Uint8Array<ArrayBuffer>;
  /** The board that it is about, if it is about one. */
  readonly boardId?: string;
}

/** The team's things that no call changes. */
export interface Things {
  readonly boardId: string;
  readonly measureId: string;
  readonly taskId: string;
  readonly snapshotId: string;
  readonly olderSnapshotId: string;
}

export interface Contract extends Settled {
  things: Things;
}

export const PASSWORD = 'een-lang-wachtwoord';

/** Everybody gets the same password, and the team gets its things. */
export async function furnishTeam({ house, people }: Settled): Promise<Things> {
  await house.db.user.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  const { actor } = people.member;
  const { id: boardId } = await newBoard(house, actor, people.teamId);
  const measure = await newMeasure(house, actor, people.teamId);
  const effect = { measure: measure.id, expected: 10, checkOn: '2027-01-15' };
  const older = await newSnapshot(house, actor, boardId);
  const task = await newTask(house, actor, boardId, { effect });
  const snapshot = await newSnapshot(house, actor, boardId);
  return {
    boardId,
    measureId: measure.id,
    taskId: task.id,
    snapshotId: snapshot.id,
    olderSnapshotId: older.id,
  };
}

export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => nameOf(operation) === name);
  if (!found) throw new Error(`there is no operation ${name}`);
  return found;
}

/** The call as a request, with the parameters in their places. */
export function requestFor(operation: Operation, call: GoodCall): ApiCall {
  const { params = {}, query, body, file } = call;
  const path = operation.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return {
    method: operation.method,
    path: path + search,
    ...(body === undefined ? {} : { body }),
    ...(file === undefined ? {} : { file }),
  };
}

export type Maker = (contract: Contract, asker: Person | undefined) => Promise<GoodCall> | GoodCall;

export const ofTeam = (more: Partial<GoodCall> = {}): Maker => {
  return ({ people }) => ({ params: { teamId: people.teamId }, ...more });
};
export const ofBoard = (more: Partial<GoodCall> = {}): Maker => {
  return ({ things: { boardId } }) => ({ params: { boardId }, boardId, ...more });
};
export const ofSnapshot = (more: Partial<GoodCall> = {}): Maker => {
  return ({ things: { boardId, snapshotId } }) => ({ params: { snapshotId }, boardId, ...more });
};
