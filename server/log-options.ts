import pino from 'pino';
import type { LoggerOptions } from 'pino';

/** How this process logs: an error tells what failed where, and nothing of what it failed on. */
export const logOptions: LoggerOptions = { serializers: { err: readableError } };

interface ReadableError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: unknown;
  readonly cause?: ReadableError;
}

/** Prisma and Postgres put the values of a query into what they say of it, and into fields of the error. */
function readableError(error: unknown): unknown {
  if (!(error instanceof Error)) return pino.stdSerializers.err(error as Error);
  const type = error.constructor.name;
  const message = withoutValues(type, error.message);
  return {
    type,
    message,
    stack: [`${type}: ${message}`, ...placesIn(error.stack)].join('\n'),
    ...('code' in error && { code: error.code }),
    ...(error.cause instanceof Error && { cause: readableError(error.cause) as ReadableError }),
  } satisfies ReadableError;
}

function withoutValues(type: string, message: string): string {
  // The query comes first, and what is wrong with it last.
  const told = type === 'PrismaClientValidationError' ? lastLine(message) : message;
  return told.replaceAll(/\)=\(.*?\)(?= |$)/gms, ')=(…)');
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function placesIn(stack: string | undefined): string[] {
  return stack?.split('\n').filter((line) => /^ +at /.test(line)) ?? [];
}
