/** A fresh id for something made here: 21 characters, as tldraw's own. */
export function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 21);
}
