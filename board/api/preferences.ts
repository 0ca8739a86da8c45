import * as z from 'zod/mini';
import { timeZone } from '../local-time.ts';
import { locales } from './people.ts';
import { moment } from './problem.ts';

/** The kinds of mail that a person may do without. */
export const mailKinds = ['reminders', 'agreed', 'mentions'] as const;
export type MailKind = (typeof mailKinds)[number];

export const preferencesView = z.object({
  /** One mail on a day that something is due. */
  reminders: z.boolean(),
  /** A mail when a task becomes mine. */
  agreed: z.boolean(),
  /** A mail when a comment names me. */
  mentions: z.boolean(),
  /** Chosen; null follows the browser. */
  timeZone: z.nullable(z.string()),
  /** What a browser of mine told last. */
  browserZone: z.nullable(z.string()),
  /** In which language a browser of mine was shown pages last; mails follow it while none was chosen. */
  browserLocale: z.nullable(z.enum(locales)),
});
export type PreferencesView = z.infer<typeof preferencesView>;

export const changePreferencesInput = z.strictObject({
  reminders: z.optional(z.boolean()),
  agreed: z.optional(z.boolean()),
  mentions: z.optional(z.boolean()),
  timeZone: z.optional(z.nullable(timeZone)),
  browserZone: z.optional(timeZone),
  browserLocale: z.optional(z.enum(locales)),
});
export type ChangePreferencesInput = z.infer<typeof changePreferencesInput>;

export const unsubscribeInput = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type UnsubscribeInput = z.infer<typeof unsubscribeInput>;
/** What still comes, now. */
export const unsubscribedView = z.object({
  kind: z.enum(mailKinds),
  reminders: z.boolean(),
  agreed: z.boolean(),
  mentions: z.boolean(),
});
export type UnsubscribedView = z.infer<typeof unsubscribedView>;

/** Both null when there is no address for calendars. */
export const calendarFeedView = z.object({
  madeAt: z.nullable(moment),
  readAt: z.nullable(moment),
});
export type CalendarFeedView = z.infer<typeof calendarFeedView>;
/** The address is in this answer and never again. */
export const newCalendarFeedView = z.object({ url: z.string() });
export type NewCalendarFeedView = z.infer<typeof newCalendarFeedView>;
