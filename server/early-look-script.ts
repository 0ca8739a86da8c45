import { readFileSync } from 'node:fs';

let script: string | undefined;

/** What the build made of `components/board/early-look.ts`, to be put into a page. */
export function earlyLookScript(): string {
  script ??= readFileSync('dist/early-look.js', 'utf8');
  return script;
}
