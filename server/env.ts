import { isIP } from 'node:net';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`,
  });

const shape = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .refine(
      (host) => URL.canParse(`http://${inUrl(host)}`),
      'must be the name or address of a host',
    )
    .default('localhost'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url('postgresql:', 'postgres:').optional(),
  REDIS_URL: url('redis:', 'rediss:')
    .refine(namesRedisDatabase, 'must end in its host, or in the number of a database as in /0')
    .optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: url('http:', 'https:').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  WEBHOOK_NETWORKS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((networks) => networks.every(isNetwork), 'must be networks like 10.0.0.0/8,127.0.0.1')
    .optional(),
  TLDRAW_LICENSE_KEY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Every variable that is read; the README says what each does. */
export const settingNames: readonly string[] = Object.keys(shape.shape);

/** The settings of one running server; every one has a default or may be missing. */
export interface Env {
  readonly port: number;
  readonly host: string;
  /** Origin at which people reach the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly authSecret: string | undefined;
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined;
  readonly smtpUrl: string | undefined;
  /** Networks of one's own that webhooks may be sent into, over http as well; none unless the operator names them. */
  readonly webhookNetworks: readonly string[];
  readonly tldrawLicenseKey: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** A setting that does not fit; the message is one line that names it. */
export class WrongEnv extends Error {
  override readonly name = 'WrongEnv';
}

/** Reads the settings once; an empty value counts as unset. Throws `WrongEnv`. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw new WrongEnv(parsed.error.issues.map(lineOf).join('; '));
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: new URL(env.PUBLIC_URL ?? `http://${inUrl(env.HOST)}:${env.PORT}`).origin,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    authSecret: env.AUTH_SECRET,
    oidc: readOidc(env),
    smtpUrl: env.SMTP_URL,
    webhookNetworks: env.WEBHOOK_NETWORKS ?? [],
    tldrawLicenseKey: env.TLDRAW_LICENSE_KEY,
    logLevel: env.LOG_LEVEL,
  };
}

/** A host as it stands in an address: IPv6 goes in brackets. */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** True when only this machine can reach the server; takes a host also as it stands in an address. */
export function isLoopback(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

function readOidc(env: z.infer<typeof shape>): Env['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret };
  if (issuer || clientId || clientSecret) {
    throw new WrongEnv(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none',
    );
  }
  return undefined;
}

/** One address, or a network as address and number of bits. */
function isNetwork(text: string): boolean {
  const [ip = '', bits, ...more] = text.split('/');
  const most = isIP(ip) === 4 ? 32 : isIP(ip) === 6 ? 128 : -1;
  if (most < 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

/** Redis counts its databases; what is not an address at all has been said already. */
function namesRedisDatabase(text: string): boolean {
  return !URL.canParse(text) || /^(|\/|\/\d{1,5})$/.test(new URL(text).pathname);
}

function lineOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
}
