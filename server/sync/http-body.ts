import type { IncomingMessage } from 'node:http';
import type { Clock } from './clock.ts';

export type Body =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** The HTTP status that says why not: 400 broken off, 408 too slow, 413 too large. */
  | { readonly ok: false; readonly status: 400 | 408 | 413 };

export interface BodyLimits {
  readonly bytes: number;
  readonly ms: number;
}

/** Reads a request's body whole, or stops as soon as it passes a limit. Never rejects. */
export function readBody(req: IncomingMessage, limits: BodyLimits, clock: Clock): Promise<Body> {
  if (Number(req.headers['content-length'] ?? 0) > limits.bytes) {
    return Promise.resolve({ ok: false, status: 413 });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (body: Body): void => {
      undo();
      req.off('data', take).pause();
      resolve(body);
    };
    const undo = clock.after(limits.ms, () => settle({ ok: false, status: 408 }));
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      if (size > limits.bytes) return settle({ ok: false, status: 413 });
      chunks.push(chunk);
    };
    req.on('data', take);
    req.once('end', () => settle({ ok: true, bytes: Buffer.concat(chunks) }));
    req.once('error', () => settle({ ok: false, status: 400 }));
    req.once('close', () => settle({ ok: false, status: 400 }));
  });
}
