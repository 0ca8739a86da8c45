import * as z from 'zod/mini';

/** A day without a time or zone, `yyyy-mm-dd`. */
export const day = z.iso.date();
export type Day = z.infer<typeof day>;
