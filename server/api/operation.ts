import type { z } from 'zod';
import type { Locale } from '#board/api/people.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';

/** What an operation gets: everything checked against its schemas. */
export interface Call<Q, B> {
  readonly house: House;
  readonly actor: Actor;
  /** The asker's choice, else what the browser prefers. */
  readonly locale: Locale;
  /** A part of the path, by the name it has there. */
  readonly param: (name: string) => string;
  readonly query: Q;
  readonly body: B;
  /** Of an upload; empty for every other operation. */
  readonly file: Uint8Array;
}

/** An answer that is more than its view. */
export class Reply<V> {
  constructor(
    readonly view: V,
    readonly more: {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ) {}
}

/**
 * One entry of the REST interface: the router, the checks and the OpenAPI document all read it.
 * Paths are below `/api/v1`; `:name` is a parameter.
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly status: number;
  readonly query?: z.core.$ZodType;
  readonly body?: z.core.$ZodType;
  /** The request's body is a file of so many bytes at most, handed over as it came. */
  readonly upload?: { readonly maxBytes: number; readonly types: readonly string[] };
  /** The answer's body as JSON; none for 204 and for bytes. */
  readonly view?: z.core.$ZodType;
  /** A body that is not JSON. */
  readonly bytes?: true;
  /** The answer holds a secret that is shown once: a repeated request is not answered with it again. */
  readonly secret?: true;
  /** Nobody has to be signed in. */
  readonly open?: true;
  readonly run: (call: Call<unknown, unknown>) => Promise<unknown>;
}

interface Typed<Q extends z.core.$ZodType, B extends z.core.$ZodType, V extends z.core.$ZodType> {
  readonly query?: Q;
  readonly body?: B;
  readonly view?: V;
  readonly run: (call: Call<z.output<Q>, z.output<B>>) => Promise<z.input<V> | Reply<z.input<V>>>;
}

/** Checks at compile time that the deed fits its schemas. */
export function operation<
  Q extends z.core.$ZodType = z.core.$ZodType<undefined>,
  B extends z.core.$ZodType = z.core.$ZodType<undefined>,
  V extends z.core.$ZodType = z.core.$ZodType<void>,
>(given: Omit<Operation, 'query' | 'body' | 'view' | 'run'> & Typed<Q, B, V>): Operation {
  return given as unknown as Operation;
}
