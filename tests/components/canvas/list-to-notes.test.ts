import { describe, expect, test } from 'vitest';
import { linesOf } from '#components/canvas/list-to-notes.ts';

describe('a pasted list', () => {
  test('[CANVAS-1] becomes its lines without bullets, numbers and empty lines', () => {
    const list = '- one\n* two\r\n• three\n\n1. four\n 12) five  \nsix-seven';
    expect(linesOf(list)).toEqual(['one', 'two', 'three', 'four', 'five', 'six-seven']);
  });

  test('[CANVAS-1] keeps the cells of a row together', () => {
    expect(linesOf('a\tb\nc\td')).toEqual(['a · b', 'c · d']);
  });

  test('[CANVAS-1] makes no more notes than a person can have meant', () => {
    expect(linesOf(Array.from({ length: 5000 }, (_, at) => `line ${at}`).join('\n'))).toHaveLength(
      200,
    );
  });

  test('[CANVAS-1] leaves a number alone that counts nothing', () => {
    expect(linesOf('2026 was good\n3.5 per cent')).toEqual(['2026 was good', '3.5 per cent']);
  });
});
