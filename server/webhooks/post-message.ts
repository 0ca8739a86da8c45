import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { storable } from '../storable.ts';
import { addressesOf } from './look-up.ts';
import type { FoundAddress, LookUp } from './look-up.ts';
import type { Reach } from './reach.ts';

/** Bytes of an answer that are kept; the rest is not read. */
const KEPT_BYTES = 2048;

export interface Message {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Receipt {
  readonly status: number;
  /** The beginning of the answer's body. */
  readonly answer: string;
}

interface Deps {
  readonly reach: Reach;
  readonly lookUp: LookUp;
  /** Milliseconds for all of it: looking up, connecting, answering. */
  readonly patience: number;
}

/** Posts once, follows no redirect, and returns what was answered; throws when nothing was. [HOOK-5] */
export async function postMessage(deps: Deps, message: Message): Promise<Receipt> {
  const url = new URL(message.address);
  const signal = AbortSignal.timeout(deps.patience);
  try {
    const found = await until(signal, addressesOf(url, deps));
    return await exchange(url, message, { found, signal });
  } catch (error) {
    if (signal.aborted) throw new Error(`no answer within ${deps.patience / 1000} s`);
    throw error;
  }
}

function exchange(
  url: URL,
  { headers, body }: Message,
  { found, signal }: { found: FoundAddress[]; signal: AbortSignal },
): Promise<Receipt> {
  const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
  // No connection is kept: the next message looks the name up anew.
  const options = { method: 'POST', headers, signal, agent: false, lookup: only(found) };
  return new Promise((resolve, reject) => {
    const asked = ask(url, options, (response) => {
      void beginningOf(response).then((answer) =>
        resolve({ status: response.statusCode ?? 0, answer }),
      );
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Connects to the addresses that were checked, and never asks for the name again. */
function only(found: readonly FoundAddress[]): LookupFunction {
  return (_name, options, done) => {
    if (options.all) return done(null, [...found]);
    const [first] = found;
    done(null, first?.address ?? '', first?.family ?? 4);
  };
}

/** An answer that stops half-way still has its status, and counts. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of response as AsyncIterable<Uint8Array>) {
      parts.push(part);
      bytes += part.byteLength;
      if (bytes >= KEPT_BYTES) break;
    }
  } catch {
    // What came before the end is what there is.
  }
  return storable(Buffer.concat(parts).subarray(0, KEPT_BYTES).toString());
}

function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too late')), { once: true });
    work.then(resolve, reject);
  });
}
