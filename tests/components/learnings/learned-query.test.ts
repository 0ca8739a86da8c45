import { describe, expect, it } from 'vitest';
import { learnedPath } from '#components/learnings/learned-path.ts';
import { readLearnedQuery } from '#components/learnings/read-learned-query.ts';

describe('the address of the learning log', () => {
  it('says what was asked for, and is read back as that', () => {
    const query = { q: 'één brief & meer', team: 't1', cursor: 'c1' };
    const path = learnedPath(query);
    const search = Object.fromEntries(new URL(path, 'http://board.test').searchParams);
    expect(readLearnedQuery(search)).toEqual(query);
    expect(learnedPath({ q: '' })).toBe('/learned');
    expect(readLearnedQuery({})).toEqual({ q: '' });
  });

  it('asks for nothing where it makes no sense', () => {
    const odd = { q: ['a', 'b'], team: '../x', cursor: '\u0000' };
    expect(readLearnedQuery(odd)).toEqual({ q: '' });
    expect(readLearnedQuery({ q: 'x'.repeat(201) })).toEqual({ q: '' });
  });
});
