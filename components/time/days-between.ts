import { noon } from './noon.ts';

const DAY = 24 * 3600_000; // ms

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);
}
