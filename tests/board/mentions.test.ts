import { describe, expect, it } from 'vitest';
import { addCommentInput, MAX_COMMENT } from '#board/api/comments.ts';
import { MAX_MENTIONS, mentionOf, mentionsIn, partsOf, withNames } from '#board/mentions.ts';

describe('people in a text [TALK-2]', () => {
  it('are found by id, each once', () => {
    const text = `Hoi ${mentionOf('a1')} en ${mentionOf('B_2')}, ook ${mentionOf('a1')}`;
    expect(mentionsIn(text)).toEqual(['a1', 'B_2']);
    expect(withNames(text, (id) => `<${id}>`)).toBe('Hoi @<a1> en @<B_2>, ook @<a1>');
  });

  it.each(['@Sanne', '@{}', '@{a b}', '{a1}', `@{${'x'.repeat(65)}}`, 'sanne@example.org'])(
    'are not in %j',
    (text) => {
      expect(mentionsIn(text)).toEqual([]);
      expect(partsOf(text)).toEqual([{ is: 'words', text }]);
    },
  );

  it('may be so many', () => {
    const text = (count: number) => Array.from({ length: count }, (_, n) => `@{p${n}}`).join(' ');
    expect(addCommentInput.safeParse({ text: text(MAX_MENTIONS) }).success).toBe(true);
    expect(addCommentInput.safeParse({ text: text(MAX_MENTIONS + 1) }).success).toBe(false);
    expect(addCommentInput.safeParse({ text: 'x'.repeat(MAX_COMMENT + 1) }).success).toBe(false);
    expect(addCommentInput.safeParse({ text: ' \n ' }).success).toBe(false);
  });
});

describe('the parts of a comment [TALK-4]', () => {
  const links = (text: string) => partsOf(text).flatMap((part) => (part.is === 'link' ? part : []));

  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['zie http://example.org.', 'http://example.org'],
    ['(https://example.org/x)', 'https://example.org/x'],
    ['https://nl.wikipedia.org/wiki/PDCA_(cyclus)', 'https://nl.wikipedia.org/wiki/PDCA_(cyclus)'],
    ['“https://example.org/één”', 'https://example.org/één'],
  ])('%s leads to %s', (text, shown) => {
    expect(links(text)).toEqual([{ is: 'link', text: shown, href: new URL(shown).href }]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '<a href="x">',
    'https://',
    'http://[oops',
  ])('%s leads nowhere', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('say together what the text said', () => {
    const text = 'Vraag @{a1}: https://example.org/x, (http://b.example).\nTot morgen @{b2}!';
    const said = partsOf(text).map((part) => (part.is === 'mention' ? `@{${part.id}}` : part.text));
    expect(said.join('')).toBe(text);
    for (const part of partsOf(text))
      if (part.is === 'link') expect(part.href).toMatch(/^https?:\/\//);
  });
});
