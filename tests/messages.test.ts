import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#board/errors.ts';
import en from '#messages/en.json';
import nl from '#messages/nl.json';

const english = leaves(en);
const dutch = leaves(nl);

describe('messages', () => {
  it('has the same keys in both languages', () => {
    expect([...dutch.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('asks for the same values in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => String(asked(text)) !== String(asked(dutch.get(key) ?? '')),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ['en', en, english],
    ['nl', nl, dutch],
  ] as const)('can be read in %s: no syntax error', (locale, messages, texts) => {
    const wrong: string[] = [];
    const t = createTranslator({
      locale,
      messages: messages as unknown as Record<string, never>,
      onError: (error) => wrong.push(error.message),
    });
    for (const [key, text] of texts) {
      // Content with a structure of its own holds figures too.
      if (/^\d+$/u.test(text)) continue;
      const values = Object.fromEntries(asked(text).map(valueFor));
      t.markup(key as never, values as never);
    }
    expect(wrong).toEqual([]);
  });

  it('has no text left empty', () => {
    const empty = [...english, ...dutch].filter(([, text]) => text.trim() === '');
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('explains every error code', () => {
    expect(Object.keys(en.errors).sort()).toEqual([...errorCodes, 'unreachable'].sort());
  });

  it('has every key that pages and components name', () => {
    const unknown = ['app', 'components'].flatMap(sources).flatMap(unknownKeys);
    expect(unknown).toEqual([]);
  });
});

function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...leaves(inner, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

/** Names of the values and tags in a text; a tag is written with its bracket. */
function asked(text: string): string[] {
  const tags = [...text.matchAll(/<(\w+)>/gu)].map((match) => `<${match[1]}`);
  return [...new Set([...values(text), ...tags])].sort();
}

/** `{name}` asks for a value, `{name, plural, one {…} other {…}}` also for those inside its branches. */
function values(text: string): string[] {
  return inBraces(text).flatMap((inside) => {
    const [name = '', kind] = inside.split(',', 2).map((part) => part.trim());
    if (kind !== 'plural' && kind !== 'select' && kind !== 'selectordinal') return [name];
    return [name, ...inBraces(inside).flatMap(values)];
  });
}

/** What stands between outermost braces. */
function inBraces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) from = at + 1;
    if (text[at] === '}' && --depth === 0) found.push(text.slice(from, at));
  }
  return found;
}

function valueFor(name: string): [string, unknown] {
  return name.startsWith('<') ? [name.slice(1), (inside: string) => inside] : [name, 2];
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => join(folder, path));
}

/** Literal keys in a file that no translator of that name in it can say. */
function unknownKeys(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const made = [
    ...code.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\((?:'([\w.-]+)')?\)/gu),
  ];
  const direct = [...code.matchAll(/getTranslations\('([\w.-]+)'\)\)\('([\w.-]+)'/gu)];
  const names = [...new Set(made.map(([, name]) => name ?? ''))];
  const called = names.flatMap((name) => {
    const spaces = [...new Set(made.filter((one) => one[1] === name).map((one) => one[2]))];
    const calls = code.matchAll(
      new RegExp(String.raw`(?<![\w.])${name}(?:\.rich|\.markup|\.raw)?\(\s*'([\w.-]+)'`, 'gu'),
    );
    return [...calls].map(([, key]) =>
      spaces.map((space) => [space, key].filter(Boolean).join('.')),
    );
  });
  return [...called, ...direct.map(([, space, key]) => [`${space}.${key}`])]
    .filter((candidates) => !candidates.some((key) => english.has(key)))
    .map((candidates) => `${file}: ${candidates.join(' or ')}`);
}
