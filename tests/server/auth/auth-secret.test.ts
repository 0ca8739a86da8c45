import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAuthSecret } from '#server/auth/auth-secret.ts';
import { readEnv } from '#server/env.ts';
import { emptyDataDir } from '#tests/support/data-dir.ts';

it('the secret is made once, for the owner of the data directory to read', async () => {
  const dataDir = join(await emptyDataDir(), 'new');
  const env = readEnv({ DATA_DIR: dataDir });
  const [first, same] = await Promise.all([readAuthSecret(env), readAuthSecret(env)]);
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(same).toBe(first);
  expect(await readAuthSecret(env)).toBe(first);
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
});

it('the secret that is set by hand comes first and is written nowhere', async () => {
  const dataDir = await emptyDataDir();
  const secret = 'set by hand and long enough to be used';
  expect(await readAuthSecret(readEnv({ DATA_DIR: dataDir, AUTH_SECRET: secret }))).toBe(secret);
  expect(() => statSync(join(dataDir, 'auth-secret'))).toThrow();
});
