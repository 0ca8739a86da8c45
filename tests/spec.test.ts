import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SPEC = 'board/SPEC.md';
const OWN = 'tests/spec.test.ts'; // its examples are no citations

const ruleLine = /^- \*\*\[([A-Z]+-\d+)\]\*\* /gm;
const citation = /\[([A-Z]{3,}-\d+)\]/g;

interface Citation {
  readonly rule: string;
  readonly where: string;
}

function rulesIn(spec: string): string[] {
  return [...spec.matchAll(ruleLine)].flatMap(([, rule]) => rule ?? []);
}

function citationsIn(path: string, text: string): Citation[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      [...line.matchAll(citation)].flatMap(([, rule]) =>
        rule === undefined ? [] : [{ rule, where: `${path}:${at + 1}` }],
      ),
    );
}

function citationsUnder(...folders: readonly string[]): Citation[] {
  return folders
    .flatMap(filesUnder)
    .flatMap((path) => citationsIn(path, readFileSync(path, 'utf8')));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesUnder(path);
    return /\.(ts|tsx|mjs)$/.test(path) && path !== OWN ? [path] : [];
  });
}

/** Rules that no citation names. */
function uncited(rules: readonly string[], citations: readonly Citation[]): string[] {
  const cited = new Set(citations.map(({ rule }) => rule));
  return rules.filter((rule) => !cited.has(rule));
}

/** Rules that are cited and not there, each with the places. */
function unknown(rules: readonly string[], citations: readonly Citation[]): string[] {
  const strange = citations.filter(({ rule }) => !rules.includes(rule));
  return [...new Set(strange.map(({ rule }) => rule))].sort().map((rule) => {
    const places = strange.filter((one) => one.rule === rule).map(({ where }) => where);
    return `${rule} in ${places.join(', ')}`;
  });
}

describe('the rules', () => {
  const rules = rulesIn(readFileSync(SPEC, 'utf8'));

  test('have a number each, of their own', () => {
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });

  test('are each cited by a test', () => {
    expect(uncited(rules, citationsUnder('tests'))).toEqual([]);
  });

  test('are there for every citation in code and tests', () => {
    const everywhere = citationsUnder('app', 'board', 'components', 'prisma', 'server', 'tests');
    expect(everywhere.length).toBeGreaterThan(rules.length);
    expect(unknown(rules, everywhere)).toEqual([]);
  });
});

describe('the comparison', () => {
  const spec = '# One\n\n- **[ONE-1]** A rule that mentions [TWO-9].\n- **[TWO-2]** Another.\n';
  const rules = rulesIn(spec);

  test('reads a rule where a line begins with it, and nowhere else', () => {
    expect(rules).toEqual(['ONE-1', 'TWO-2']);
  });

  test('sees a rule without a test, and a citation without a rule', () => {
    const citations = citationsIn(
      'a.test.ts',
      "test('[ONE-1] holds')\n// [ONE-7] too, and x[A-1]\n",
    );
    expect(uncited(rules, citations)).toEqual(['TWO-2']);
    expect(unknown(rules, citations)).toEqual(['ONE-7 in a.test.ts:2']);
  });
});
