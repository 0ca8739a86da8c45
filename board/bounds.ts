/** A number beyond this in a shape is a mistake or an attack; canvas units. */
const FAR = 1e6;

/** True for a number that a shape may have. tldraw takes any finite one, but no editor can draw with 1e308. */
export const isNear = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) <= FAR;

/** True when all numbers in the value, however deep, may be in a shape. */
export function areNear(value: unknown): boolean {
  if (typeof value === 'number') return isNear(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(areNear);
}
