import * as z from 'zod/mini';
import { email, locales, password, personName } from './people.ts';
import { id, moment } from './problem.ts';

export const teamRoles = ['member', 'manager', 'coach'] as const;
export type TeamRole = (typeof teamRoles)[number];

export const addTeamInput = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
});
export type AddTeamInput = z.infer<typeof addTeamInput>;

export const teamView = z.object({
  id,
  name: z.string(),
  /** The asker's own role; null for an administrator who is not in the team. */
  role: z.nullable(z.enum(teamRoles)),
  members: z.int(),
  boards: z.int(),
  createdAt: moment,
});
export type TeamView = z.infer<typeof teamView>;

export const addMemberInput = z.strictObject({
  email,
  name: z.optional(personName),
  role: z._default(z.enum(teamRoles), 'member'),
  /** Set it only for an account that needs no welcome link. */
  password: z.optional(password),
  locale: z.optional(z.enum(locales)),
});
export type AddMemberInput = z.infer<typeof addMemberInput>;

export const memberView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(teamRoles),
  /** False until the person has chosen a password or signed in. */
  active: z.boolean(),
});
export type MemberView = z.infer<typeof memberView>;
/** `welcomeUrl` lets a new person choose a password; it is shown once. */
export const newMemberView = z.extend(memberView, { welcomeUrl: z.nullable(z.string()) });
export type NewMemberView = z.infer<typeof newMemberView>;

/** A new link for a member who never came in; shown once. */
export const welcomeLinkView = z.object({ welcomeUrl: z.string() });

export const changeMemberInput = z.strictObject({ role: z.enum(teamRoles) });
export type ChangeMemberInput = z.infer<typeof changeMemberInput>;
