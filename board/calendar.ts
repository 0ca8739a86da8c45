import { z } from 'zod';

/** A day without a time or zone, `yyyy-mm-dd`. */
export const day = z.iso.date();
export type Day = z.infer<typeof day>;
