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
  // What is shown under a link to a snapshot is found by nobody else, and kept nowhere.
  headers: async () => [
    {
      source: '/shared/:path*',
      headers: [
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        { key: 'Cache-Control', value: 'private, no-store' },
      ],
    },
  ],
  // `npm test` checks the types of everything, tests too; whoever starts the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Neither does anything when it is loaded: what a board does not use of them is left out.
  experimental: { optimizePackageImports: ['tldraw', '@tldraw/editor'] },
  turbopack: {
    resolveAlias: {
      // The text editor of tldraw's shapes, a sixth of the script of a board, comes when somebody
      // reaches for a text: this and the two modules below would bring it at once.
      '@tiptap/react': './components/canvas/rich-text/tiptap-editor.ts',
      // What lib0 names and no browser uses.
      'next/dist/compiled/buffer': { browser: './components/sync/no-buffer.ts' },
    },
    rules: {
      '**/node_modules/tldraw/dist-esm/lib/utils/text/richText.mjs': ours('tldraw-words.ts'),
      '**/node_modules/@tldraw/editor/dist-esm/lib/utils/richText.mjs': ours('tldraw-fonts.ts'),
    },
  },
};

/** Has one of our modules stand for one of a package's. */
function ours(module) {
  const folder = 'components/canvas/rich-text';
  return {
    loaders: [{ loader: `./${folder}/replaced-by.cjs`, options: { by: `${folder}/${module}` } }],
  };
}

export default withMessages(config);
