import { z } from 'zod';
import { id, moment } from './problem.ts';

export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];

export const personName = z.string().trim().min(1).max(80);
export const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
/** Long rather than complicated. */
export const password = z.string().min(10).max(200);

export const setupInput = z.strictObject({
  name: personName,
  email,
  password,
  organisation: z.string().trim().min(1).max(120),
  team: z.string().trim().min(1).max(120),
  /** Printed at start; needed when the server listens on more than this machine. */
  code: z.string().max(64).optional(),
});
export type SetupInput = z.infer<typeof setupInput>;
export const setupView = z.object({ token: z.string(), userId: id, teamId: id });

export const welcomeInput = z.strictObject({
  secret: z.string().min(1).max(100),
  name: personName.optional(),
  password,
});
export type WelcomeInput = z.infer<typeof welcomeInput>;
export const welcomeView = z.object({ token: z.string(), userId: id, email: z.string() });

export const meView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  admin: z.boolean(),
  locale: z.enum(locales).nullable(),
});
export type MeView = z.infer<typeof meView>;

export const changeMeInput = z.strictObject({
  name: personName.optional(),
  locale: z.enum(locales).nullable().optional(),
});
export type ChangeMeInput = z.infer<typeof changeMeInput>;

export const changePasswordInput = z.strictObject({ current: z.string().max(200), next: password });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const addTokenInput = z.strictObject({ name: z.string().trim().min(1).max(80) });
export type AddTokenInput = z.infer<typeof addTokenInput>;
export const tokenView = z.object({
  id,
  name: z.string(),
  hint: z.string(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
});
export type TokenView = z.infer<typeof tokenView>;
/** The token itself is in this answer and never again. */
export const newTokenView = tokenView.extend({ token: z.string() });
export type NewTokenView = z.infer<typeof newTokenView>;
