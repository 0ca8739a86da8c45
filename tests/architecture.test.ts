import { describe, expect, test } from 'vitest';
import { idleExceptions, strangersAtTop, violationsIn } from './architecture/rules.ts';
import { parse, readSources, readTopLevel } from './architecture/source.ts';

const files = readSources('.').map(parse);

describe('the house', () => {
  test('keeps its order in every file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(violationsIn)).toEqual([]);
  });

  test('has nothing at the top that nobody decided on', () => {
    expect(strangersAtTop(readTopLevel('.'))).toEqual([]);
  });

  test('makes no exception that nothing needs', () => {
    expect(idleExceptions(files)).toEqual([]);
  });
});

const long = (head: string): string =>
  `${head}\n${Array.from({ length: 15 }, (_, i) => `  step(${i});`).join('\n')}\n}\n`;

/** One crime for every rule; the checker has to see each of them. */
const crimes: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['board → react', 'board/note.ts', `import { useState } from 'react';`],
  ['board → next', 'board/note.ts', `import { headers } from 'next/headers';`],
  ['board → ws', 'board/note.ts', `import { WebSocket } from 'ws';`],
  ['board → Node', 'board/note.ts', `import { readFileSync } from 'node:fs';`],
  ['board → Node, the old way', 'board/note.ts', `import { readFileSync } from 'fs';`],
  ['board → Prisma', 'board/note.ts', `import { Prisma } from '@prisma/client';`],
  ['board → tldraw', 'board/note.ts', `import type { TLShape } from 'tldraw';`],
  [
    'board → types of an inner package',
    'board/note.ts',
    `import type { IndexKey } from '@tldraw/utils';`,
  ],
  ['board → server', 'board/note.ts', `import { words } from '#server/words.ts';`],
  ['board → components, by a relative path', 'board/a/b.ts', `import '../../components/ui/x.ts';`],
  ['board → messages', 'board/note.ts', `import en from '#messages/en.json';`],
  ['a re-export', 'board/note.ts', `export { useState } from 'react';`],
  ['a re-export of everything', 'board/note.ts', `export * from 'ws';`],
  ['a type re-export', 'board/note.ts', `export type { WebSocket } from 'ws';`],
  ['a dynamic import', 'board/note.ts', `const load = () => import('ws');`],
  ['a dynamic import of who knows what', 'board/note.ts', `const load = (x: string) => import(x);`],
  ['an inline type import', 'board/note.ts', `export type Socket = import('ws').WebSocket;`],
  ['a require', 'server/build.mjs', `const ws = require('ws');`],
  ['an import equals', 'board/note.ts', `import ws = require('ws');`],
  ['components → server', 'components/teams/x.tsx', `import { words } from '#server/words.ts';`],
  [
    'components → server, a type',
    'components/teams/x.tsx',
    `import type { House } from '#server/house.ts';`,
  ],
  ['components → app', 'components/teams/x.tsx', `import { today } from '#app/today.ts';`],
  [
    'components → Prisma',
    'components/teams/x.tsx',
    `import type { Prisma } from '@prisma/client';`,
  ],
  ['components → Node', 'components/teams/x.tsx', `import { join } from 'node:path';`],
  ['tldraw outside the canvas', 'components/board/x.tsx', `import { Tldraw } from 'tldraw';`],
  ['tldraw’s styles outside the canvas', 'components/board/x.tsx', `import 'tldraw/tldraw.css';`],
  ['ui → our words', 'components/ui/x.tsx', `import { useTranslations } from 'next-intl';`],
  ['ui → another folder', 'components/ui/x.tsx', `import { Team } from '../teams/team.tsx';`],
  ['sync → React', 'components/sync/x.ts', `import { useState } from 'react';`],
  [
    'server → components',
    'server/teams/x.ts',
    `import { Team } from '#components/teams/team.tsx';`,
  ],
  ['server → app', 'server/teams/x.ts', `import { today } from '#app/today.ts';`],
  ['server → React', 'server/teams/x.ts', `import { cache } from 'react';`],
  ['server → next', 'server/teams/x.ts', `import { cookies } from 'next/headers';`],
  [
    'server → next, elsewhere in auth',
    'server/auth/x.ts',
    `import { cookies } from 'next/headers';`,
  ],
  [
    'server → ws, outside the upgrade',
    'server/sync/room.ts',
    `import type { WebSocket } from 'ws';`,
  ],
  [
    'the room → Prisma',
    'server/sync/room.ts',
    `import type { Prisma } from '../db/generated/client.ts';`,
  ],
  ['sync → a use case', 'server/sync/room.ts', `import { addNote } from '../boards/add-note.ts';`],
  ['db → a use case', 'server/db/x.ts', `import { addNote } from '../boards/add-note.ts';`],
  ['anybody → main', 'server/teams/x.ts', `import '../main.ts';`],
  [
    'app → the database',
    'app/page.tsx',
    `import { PrismaClient } from '#server/db/generated/client.ts';`,
  ],
  ['app → Yjs', 'app/page.tsx', `import * as Y from 'yjs';`],
  ['app → tldraw', 'app/page.tsx', `import { Tldraw } from 'tldraw';`],
  ['out of the repository', 'server/teams/x.ts', `import '../../../elsewhere/x.ts';`],
  ['a folder nobody decided on', 'tools/x.ts', `export {};`],
  ['a barrel', 'board/index.ts', `export * from './edits.ts';`],
  ['a barrel of components', 'components/ui/index.tsx', `export * from './button.tsx';`],
  ['utils', 'board/utils.ts', ''],
  ['helpers', 'server/helpers/x.ts', ''],
  ['lib', 'components/lib/x.ts', ''],
  ['common', 'app/common.ts', ''],
  ['shared', 'tests/shared/x.ts', ''],
  ['misc', 'components/misc.tsx', ''],
  ['date-utils', 'board/date-utils.ts', ''],
  ['a long route handler', 'app/api/v1/x/route.ts', long('export async function GET() {')],
  ['a long route handler outside api', 'app/healthz/route.ts', long('export const GET = () => {')],
  [
    'a long server action',
    'app/actions.ts',
    `'use server';\n${long('export async function add() {')}`,
  ],
  ['a long action inside a page', 'app/page.tsx', long(`async function add() {\n  'use server';`)],
  ['the environment', 'server/teams/x.ts', `const port = process.env.PORT;`],
  ['the environment, by key', 'server/teams/x.ts', `const port = process['env']['PORT'];`],
  ['the environment, taken apart', 'server/teams/x.ts', `const { env } = process;`],
  ['the environment, imported', 'server/teams/x.ts', `import { env } from 'node:process';`],
  ['the environment in the browser', 'components/ui/x.tsx', `const dev = process.env.NODE_ENV;`],
  ['a second database client', 'server/teams/x.ts', `const db = new PrismaClient();`],
  ['a clock in board', 'board/note.ts', `const now = Date.now();`],
  ['a clock handed on', 'board/note.ts', `export const clock = Date.now;`],
  ['a date of today', 'board/note.ts', `const now = new Date();`],
  ['a date of today, as text', 'board/note.ts', `const now = Date();`],
  ['a date of today, by a detour', 'board/note.ts', `const now = new globalThis.Date();`],
  ['dice', 'board/note.ts', `const id = Math.random();`],
  ['better dice', 'board/note.ts', `const id = crypto.randomUUID();`],
  ['a timer', 'board/note.ts', `setTimeout(() => undefined, 5);`],
];

/** The same things where they belong. */
const allowed: readonly (readonly [what: string, path: string, text: string])[] = [
  ['Yjs in board', 'board/note.ts', `import * as Y from 'yjs';\nimport { z } from 'zod';`],
  ['a part of lib0', 'board/note.ts', `import * as decoding from 'lib0/decoding';`],
  [
    'a date from what was handed in',
    'board/note.ts',
    `export const day = (at: number) => new Date(at);`,
  ],
  ['tldraw in the canvas', 'components/canvas/x.tsx', `import { Tldraw } from 'tldraw';`],
  [
    'React’s cache where pages ask who is there',
    'server/auth/who-asks.ts',
    `import { cache } from 'react';`,
  ],
  ['ws where sockets are taken', 'server/sync/upgrade.ts', `import { WebSocket } from 'ws';`],
  ['a client where databases are opened', 'server/db/x.ts', `const db = new PrismaClient();`],
  ['the environment in env', 'server/env.ts', `const port = process.env.PORT;`],
  ['the environment in a script', 'server/build.mjs', `const { env } = process;`],
  ['a file named for its one concept', 'components/canvas/card-util.tsx', ''],
  ['a short handler', 'app/api/x/route.ts', `export function GET() {\n  return answer();\n}`],
  ['a long page', 'app/page.tsx', long('export default function Page() {')],
  ['anything in a test', 'tests/board/x.test.ts', `import 'tldraw';\nconst now = Date.now();`],
];

describe('the checker', () => {
  test.each(crimes)('sees %s', (_rule, path, text) => {
    expect(violationsIn(parse({ path, text }))).toHaveLength(1);
  });

  test.each(allowed)('lets be: %s', (_what, path, text) => {
    expect(violationsIn(parse({ path, text }))).toEqual([]);
  });

  test('sees a stranger at the top', () => {
    expect(strangersAtTop(['app', 'scripts', 'README.md', '.env', 'notes.txt'])).toEqual([
      'scripts',
      'notes.txt',
    ]);
  });

  test('names file, line and what is wrong', () => {
    const text = `// a line above\nimport 'react';\n`;
    expect(violationsIn(parse({ path: 'board/note.ts', text }))).toEqual([
      'board/note.ts:2 imports react, and board/ may not',
    ]);
  });
});
