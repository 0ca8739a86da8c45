import * as z from 'zod/mini';
import { id, moment } from './problem.ts';

/** A mail that was sent, or waits because no mail server is set. */
export const mailView = z.object({
  id,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  calendar: z.boolean(),
  /** What it carries besides sender, address and subject. */
  headers: z.record(z.string(), z.string()),
  createdAt: moment,
  sentAt: z.nullable(moment),
  error: z.nullable(z.string()),
});
export type MailView = z.infer<typeof mailView>;
