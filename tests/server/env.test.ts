import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLoopback, readEnv, WrongEnv, settingNames } from '#server/env.ts';

/** What the start is stopped with. */
function lineFor(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof WrongEnv) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the settings', () => {
  it('may all be missing', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      dataDir: '.data',
      databaseUrl: undefined,
      redisUrl: undefined,
      authSecret: undefined,
      oidc: undefined,
      smtpUrl: undefined,
      webhookNetworks: [],
      tldrawLicenseKey: undefined,
      logLevel: 'info',
    });
  });

  it('count as missing when they are empty', () => {
    const empty = {
      PORT: '',
      HOST: '',
      PUBLIC_URL: '',
      DATABASE_URL: '',
      OIDC_ISSUER: '',
      LOG_LEVEL: '',
    };
    expect(readEnv(empty)).toEqual(readEnv({}));
  });

  it('are taken as given', () => {
    const given = {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://board.example.org/',
      DATA_DIR: '/var/lib/board',
      DATABASE_URL: 'postgres://me:secret@db/board',
      REDIS_URL: 'rediss://cache:6380',
      AUTH_SECRET: 'x'.repeat(32),
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'board',
      OIDC_CLIENT_SECRET: 'secret',
      SMTP_URL: 'smtps://mail.example.org',
      WEBHOOK_NETWORKS: '10.0.0.0/8, ::1',
      TLDRAW_LICENSE_KEY: 'key',
      LOG_LEVEL: 'debug',
    };
    expect(readEnv(given)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://board.example.org',
      dataDir: '/var/lib/board',
      databaseUrl: given.DATABASE_URL,
      redisUrl: given.REDIS_URL,
      authSecret: given.AUTH_SECRET,
      oidc: { issuer: 'https://id.example.org', clientId: 'board', clientSecret: 'secret' },
      smtpUrl: given.SMTP_URL,
      webhookNetworks: ['10.0.0.0/8', '::1'],
      tldrawLicenseKey: 'key',
      logLevel: 'debug',
    });
  });

  it.each([
    ['localhost', 'http://localhost:3000'],
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['::', 'http://[::]:3000'],
    ['board.internal', 'http://board.internal:3000'],
  ])('give HOST %s an address', (HOST, publicUrl) => {
    expect(readEnv({ HOST }).publicUrl).toBe(publicUrl);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['HOST', 'two words'],
    ['HOST', 'http://board'],
    ['PUBLIC_URL', 'board.example.org'],
    ['PUBLIC_URL', 'ftp://board.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://db/board'],
    ['DATABASE_URL', 'db'],
    ['REDIS_URL', 'http://cache'],
    ['REDIS_URL', 'redis://cache/board'],
    ['REDIS_URL', 'redis:cache'],
    ['AUTH_SECRET', 'too short'],
    ['OIDC_ISSUER', 'id.example.org'],
    ['SMTP_URL', 'mail.example.org:25'],
    ['WEBHOOK_NETWORKS', '10.0.0.0/33'],
    ['WEBHOOK_NETWORKS', '10.0.0.0/8/8'],
    ['WEBHOOK_NETWORKS', '10.0.0.1,intern.example.org'],
    ['WEBHOOK_NETWORKS', 'fd00::/129'],
    ['LOG_LEVEL', 'chatty'],
  ])('refuse %s=%s in one line that names it', (name, value) => {
    const line = lineFor({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} [a-z].{5,}$`));
  });

  it('name everything that is wrong in one line', () => {
    expect(lineFor({ PORT: 'abc', LOG_LEVEL: 'chatty' })).toMatch(/^PORT .*; LOG_LEVEL [^\n]*$/);
  });

  it('never repeat a secret', () => {
    const secret = 'hunter2';
    for (const name of ['AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL', 'REDIS_URL', 'PUBLIC_URL'])
      expect(lineFor({ [name]: `wrong://me:${secret}@host`.slice(0, 28) })).not.toContain(secret);
  });

  it.each([
    [{ OIDC_ISSUER: 'https://id.example.org' }],
    [{ OIDC_CLIENT_ID: 'board' }],
    [{ OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'board' }],
  ])('want all of single sign-on or nothing: %j', (given) => {
    expect(lineFor(given)).toMatch(/OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/);
  });

  it('know which hosts are this machine alone', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])
      expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '::', '10.0.0.1', 'board.internal', '127.example.org'])
      expect(isLoopback(host)).toBe(false);
  });
});

it('is told in full, and nothing else, by the table in the README', () => {
  const table = readFileSync('README.md', 'utf8').split('## Configuration')[1]?.split('\n## ')[0];
  const rows = (table ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z_]+/g) ?? []);
  expect(told.sort()).toEqual([...settingNames].sort());
});
