import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin('./app/messages.ts');

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
    'pino',
  ],
  allowedDevOrigins: ['127.0.0.1'],
  agentRules: false,
  // `npm test` checks the types of everything, tests too; whoever starts the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Neither does anything when it is loaded: what a board does not use of them is left out.
  experimental: { optimizePackageImports: ['tldraw', '@tldraw/editor'] },
};

export default withMessages(config);
