import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin({
  requestConfig: './app/messages.ts',
  // Compiled while building, so that no browser loads the parser of messages.
  experimental: {
    messages: { path: './messages', format: 'json', locales: ['en', 'nl'], precompile: true },
  },
});

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // One copy of each in the process: pages and the sync server meet in the same Yjs classes.
  serverExternalPackages: [
    'yjs',
    'y-protocols',
    'lib0',
    '@electric-sql/pglite',
    'pg',
    '@prisma/client',
    '@node-rs/argon2',
    'pdfkit',
    'pino',
    '@tldraw/store',
    '@tldraw/tlschema',
    '@tldraw/validate',
  ],
  allowedDevOrigins: ['127.0.0.1'],
  agentRules: false,
  // `npm test` checks the types of everything, tests too; whoever starts the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Neither does anything when it is loaded: what a board does not use of them is left out.
  experimental: { optimizePackageImports: ['tldraw', '@tldraw/editor'] },
  // What packages name and no board uses would make half a hundred kilobytes for every browser.
  turbopack: {
    resolveAlias: {
      '@tiptap/extension-bubble-menu': './components/canvas/no-tiptap-menus.ts',
      '@tiptap/extension-floating-menu': './components/canvas/no-tiptap-menus.ts',
      'next/dist/compiled/buffer': { browser: './components/sync/no-buffer.ts' },
    },
  },
};

export default withMessages(config);
