import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personColor, personColors } from '#board/person-color.ts';

/** Contrast of white letters on the colour, by WCAG 2. */
function contrastWithWhite(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(color.slice(at, at + 2), 16)),
  );
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

describe('[DOC-14] a person’s colour', () => {
  test('is one of ours and stays the same, whoever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        expect(personColors).toContain(personColor(id));
        expect(personColor(id)).toBe(personColor(id));
      }),
    );
  });

  test('is spread over people', () => {
    const people = Array.from({ length: 500 }, (_, at) => personColor(`person-${at}`));
    const counts = personColors.map((color) => people.filter((one) => one === color).length);
    for (const count of counts) expect(count).toBeGreaterThan(15);
  });

  test.each(personColors)('%s carries white letters', (color) => {
    expect(contrastWithWhite(color)).toBeGreaterThanOrEqual(4.5);
  });
});
