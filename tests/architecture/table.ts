/**
 * Who may import whom, as data. An entry that starts with `#` is a folder or file of ours; any other
 * is a package, or one of its entry points (`next/link` allows no other part of `next`).
 */
export interface Row {
  /** Folders (with a slash at the end) or files; the longest one that holds a file speaks for it. */
  readonly of: string;
  readonly may: readonly string[];
  /** Parts of what it may import that it may not. */
  readonly never?: readonly string[];
}

export const rows: readonly Row[] = [
  {
    of: 'board/',
    may: [
      '#board/',
      'yjs',
      'lib0',
      'zod',
      'fractional-indexing',
      '@tldraw/tlschema',
      '@tldraw/store',
      '@tldraw/validate',
    ],
  },
  {
    of: 'components/',
    may: [
      ...['#components/', '#board/', '#messages/'],
      ...['react', 'next/link', 'next/navigation', 'next/dynamic', 'next-intl', 'next-auth/react'],
      ...['radix-ui', 'lucide-react', 'clsx', 'uqr', 'yjs', 'zod'],
    ],
  },
  { of: 'components/ui/', may: ['#components/ui/', 'react', 'radix-ui', 'lucide-react', 'clsx'] },
  {
    of: 'components/sync/',
    may: ['#components/sync/', '#board/', 'yjs', 'lib0', 'y-protocols', 'y-websocket'],
  },
  {
    of: 'server/',
    may: [
      ...['#server/', '#board/', '#messages/', 'node:*', 'yjs', 'lib0', 'zod', 'pino', 'nanoid'],
      ...['@node-rs/argon2', 'cookie', 'ics', 'nodemailer', 'use-intl'],
    ],
    never: ['#server/main.ts'],
  },
  {
    of: 'server/auth/',
    may: ['#server/', '#board/', 'node:*', 'zod', 'cookie', '@node-rs/argon2'],
  },
  { of: 'server/db/', may: ['#server/db/', '#server/env.ts', 'node:*', 'pg', 'nanoid', 'pino'] },
  { of: 'server/sync/', may: ['#server/sync/', '#board/', 'yjs', 'lib0', 'node:crypto'] },
  {
    of: 'app/',
    may: [
      ...['#app/', '#components/', '#server/', '#board/', '#messages/'],
      ...['react', 'next', 'next-intl', 'next-auth'],
    ],
    never: ['#server/db/', '#server/sync/', '#server/main.ts'],
  },
  { of: 'messages/', may: [] },
  { of: 'prisma/', may: ['#prisma/', 'node:*', '@prisma/driver-adapter-utils'] },
  { of: 'tests/', may: ['*'] },
];

/** What single places may import besides, each for one reason. */
export const exceptions: readonly (Row & { readonly why: string })[] = [
  {
    of: 'components/canvas/',
    may: ['tldraw', '@tldraw/assets', '@tiptap/core', '@tiptap/pm', 'y-prosemirror'],
    why: 'the only place that knows tldraw and the text editor inside it',
  },
  {
    of: 'components/canvas/rich-text/engine.ts',
    may: [
      ...['@tiptap/extension-code', '@tiptap/extension-highlight', '@tiptap/extension-link'],
      '@tiptap/starter-kit',
    ],
    why: 'makes the text editor of what tldraw makes it of',
  },
  {
    of: 'components/canvas/rich-text/replaced-by.cjs',
    may: ['node:path'],
    why: 'runs while the pages are built',
  },
  {
    of: 'components/canvas/',
    may: ['y-protocols'],
    why: 'cursors travel in the awareness that the sync provider hands over',
  },
  {
    of: 'components/canvas/controls/use-keys.ts',
    may: ['hotkeys-js'],
    why: 'reads the keys of the canvas',
  },
  {
    of: 'components/presence/',
    may: ['y-protocols', 'zod'],
    why: 'reads from the same awareness who is here and what they signal',
  },
  {
    of: 'components/sync/device-outbox.ts',
    may: ['idb', 'zod'],
    why: 'keeps changes in the browser, and reads back what an older page may have written',
  },
  {
    of: 'components/sync/journal.ts',
    may: ['zod'],
    why: 'reads back what an older page may have written',
  },
  {
    of: 'components/time/read-day.ts',
    may: ['chrono-node'],
    why: 'reads the words for a day, in two languages',
  },
  {
    of: 'server/images/clean-image.ts',
    may: ['sharp'],
    why: 'makes uploaded pictures anew',
  },
  {
    of: 'server/drawing/typefaces.ts',
    may: ['fontkit'],
    why: 'reads the files of typefaces',
  },
  ...['draw-thumb', 'write-board-picture'].map((part) => ({
    of: `server/exports/${part}.ts`,
    may: ['sharp'],
    why: 'makes pixels of pictures',
  })),
  {
    of: 'server/exports/write-board-pdf.ts',
    may: ['pdfkit', 'sharp'],
    why: 'writes PDF',
  },
  {
    of: 'server/exports/write-board-csv.ts',
    may: ['papaparse'],
    why: 'CSV for spreadsheets',
  },
  {
    of: 'server/imports/read-table.ts',
    may: ['papaparse'],
    why: 'CSV of spreadsheets, as cards',
  },
  {
    of: 'components/ui/avatar.tsx',
    may: ['#board/person-color.ts'],
    why: 'a person has one colour, on an avatar and on a cursor',
  },
  ...['run-chart', 'run-chart-axes', 'run-chart-labels'].map((part) => ({
    of: `components/ui/${part}.tsx`,
    may: ['#board/chart-scale.ts'],
    why: 'a chart has one scale, on a page and in a picture of the board',
  })),
  ...['read', 'write'].map((way) => ({
    of: `server/measures/${way}-readings-csv.ts`,
    may: ['papaparse'],
    why: 'CSV of spreadsheets, in and out',
  })),
  { of: 'server/meetings/write-minutes-csv.ts', may: ['papaparse'], why: 'minutes as CSV' },
  { of: 'server/meetings/write-minutes-pdf.ts', may: ['pdfkit'], why: 'minutes as PDF' },
  {
    of: 'server/auth/',
    may: ['next-auth'],
    why: 'signs in; all of it sits in this folder',
  },
  {
    of: 'server/auth/who-asks.ts',
    may: ['next/headers', 'react'],
    why: 'pages ask who is there: the cookies of the request, read once per request',
  },
  { of: 'server/pages.ts', may: ['next', 'sirv'], why: 'starts Next.js for main, and its files' },
  { of: 'server/sync/upgrade.ts', may: ['ws', 'node:http', 'node:stream'], why: 'takes sockets' },
  { of: 'server/sync/wire-socket.ts', may: ['ws', 'node:stream'], why: 'writes to sockets' },
  { of: 'server/sync/redis-wire.ts', may: ['@redis/client'], why: 'the road between nodes' },
  {
    of: 'server/sync/bus-message.ts',
    may: ['zod'],
    why: 'what other nodes say comes from outside and is checked by schemas',
  },
  ...['origin', 'socket', 'body', 'posts', 'sync'].map((part) => ({
    of: `server/sync/http-${part}.ts`,
    may: ['node:http'],
    why: 'takes connections over plain HTTP',
  })),
  {
    of: 'server/sync/prisma-update-log.ts',
    may: ['#server/db/generated/'],
    why: 'the one implementation of the log that knows the database',
  },
  {
    of: 'server/sync/prisma-append.ts',
    may: ['#server/db/generated/'],
    why: 'its way to add rows',
  },
  {
    of: 'server/sync/append-statements.ts',
    may: ['#server/db/generated/'],
    why: 'the SQL of that',
  },
  {
    of: 'server/sync/prisma-look-up.ts',
    may: ['#server/db/generated/'],
    why: 'its statement that reads them',
  },
  {
    of: 'server/sync/prisma-states.ts',
    may: ['#server/db/generated/'],
    why: 'its statements that keep states and prune',
  },
  {
    of: 'server/sync/workshop-thread.ts',
    may: ['node:worker_threads'],
    why: 'heavy work on documents is done beside the main thread',
  },
  {
    of: 'server/sync/serve-jobs.ts',
    may: ['node:worker_threads'],
    why: 'the other end of that thread',
  },
  {
    of: 'server/metrics/',
    may: ['prom-client'],
    why: 'renders what the engine counts; the engine itself knows numbers alone',
  },
  {
    of: 'server/db/',
    may: ['@prisma/adapter-pg', '@electric-sql/pglite'],
    why: 'the two databases',
  },
  { of: 'server/build.mjs', may: ['esbuild'], why: 'bundles the server' },
  { of: 'server/start.mjs', may: ['#dist/'], why: 'runs the bundle' },
  {
    of: 'prisma/',
    may: ['@electric-sql/pglite', '@prisma/adapter-pg', 'pg', 'tsx'],
    why: 'a schema engine made of packages, so that no engine is downloaded',
  },
  {
    of: 'prisma/schema-engine.mjs',
    may: ['?'],
    why: 'loads the glue beside the WebAssembly file, which no package exports by name',
  },
];

/** Where the process's environment is read; scripts and configurations of tools besides. */
export const readersOfEnv = ['server/env.ts', 'server/main.ts', 'prisma.config.ts'];

/** Everything that may lie at the top of the repository, dotfiles and what git ignores besides. */
export const topLevel = [
  ...['app', 'board', 'components', 'messages', 'prisma', 'server', 'tests'],
  ...['README.md', 'DECISIONS.md', 'LICENSE', 'LICENSE.tldraw.md'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.mjs'],
  ...['postcss.config.mjs', 'eslint.config.mjs', 'vitest.config.ts', 'prisma.config.ts'],
];

/** Lines of code that a route handler or a server action may have. */
export const HANDLER_LINES = 15;
