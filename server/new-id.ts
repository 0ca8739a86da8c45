import { customAlphabet } from 'nanoid';

// 22 letters and digits carry 131 random bits, and an id can be double-clicked to select it whole.
const generate = customAlphabet(
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  22,
);

export function newId(): string {
  return generate();
}
