import * as z from 'zod/mini';
import { id, moment } from './problem.ts';

export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];

export const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
export const email = z.pipe(
  z.email().check(z.maxLength(254)),
  z.transform((text) => text.toLowerCase()),
);
/** Long rather than complicated. */
export const password = z.string().check(z.minLength(10), z.maxLength(200));

export const setupInput = z.strictObject({
  name: personName,
  email,
  password,
  organisation: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  team: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  /** Printed at start; needed when the server listens on more than this machine. */
  code: z.optional(z.string().check(z.maxLength(64))),
});
export type SetupInput = z.infer<typeof setupInput>;
export const setupView = z.object({ token: z.string(), userId: id, teamId: id });

export const welcomeInput = z.strictObject({
  secret: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.optional(personName),
  password,
});
export type WelcomeInput = z.infer<typeof welcomeInput>;
export const welcomeView = z.object({ token: z.string(), userId: id, email: z.string() });

export const meView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  admin: z.boolean(),
  locale: z.nullable(z.enum(locales)),
});
export type MeView = z.infer<typeof meView>;

export const changeMeInput = z.strictObject({
  name: z.optional(personName),
  locale: z.optional(z.nullable(z.enum(locales))),
});
export type ChangeMeInput = z.infer<typeof changeMeInput>;

export const changePasswordInput = z.strictObject({
  current: z.string().check(z.maxLength(200)),
  next: password,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const addTokenInput = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
});
export type AddTokenInput = z.infer<typeof addTokenInput>;
export const tokenView = z.object({
  id,
  name: z.string(),
  hint: z.string(),
  createdAt: moment,
  lastUsedAt: z.nullable(moment),
});
export type TokenView = z.infer<typeof tokenView>;
/** The token itself is in this answer and never again. */
export const newTokenView = z.extend(tokenView, { token: z.string() });
export type NewTokenView = z.infer<typeof newTokenView>;
