import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDay } from '#components/time/read-day.ts';

type Line = readonly [words: string, today: string, day: string | undefined];

// 27 November 2026 is a Friday.
const friday = '2026-11-27';

const dutch: readonly Line[] = [
  ['vandaag', friday, '2026-11-27'],
  ['morgen', friday, '2026-11-28'],
  ['overmorgen', friday, '2026-11-29'],
  ['vrijdag', '2026-11-25', '2026-11-27'],
  ['Vrijdag ', friday, '2026-12-04'], // said on a Friday it means the next one
  ['deze vrijdag', friday, '2026-11-27'],
  ['vr', '2026-11-25', '2026-11-27'],
  ['di', friday, '2026-12-01'],
  ['donderdag', friday, '2026-12-03'],
  ['komende dinsdag', friday, '2026-12-01'],
  ['aanstaande vrijdag', '2026-11-25', '2026-11-27'],
  ['volgende week dinsdag', friday, '2026-12-01'],
  ['volgende week dinsdag', '2026-11-23', '2026-12-01'], // on a Monday: not tomorrow
  ['volgende week vrijdag', '2026-11-23', '2026-12-04'],
  ['volgende week zondag', '2026-11-23', '2026-12-06'],
  ['volgende week maandag', '2026-11-29', '2026-11-30'], // on a Sunday
  ['dinsdag volgende week', '2026-11-23', '2026-12-01'],
  ['volgende vrijdag', friday, '2026-12-04'],
  ['volgende week', friday, '2026-12-04'],
  ['volgende maand', friday, '2026-12-27'],
  ['over 2 weken', friday, '2026-12-11'],
  ['over een week', friday, '2026-12-04'],
  ['over drie weken', friday, '2026-12-18'],
  ['over 10 dagen', friday, '2026-12-07'],
  ['over een maand', friday, '2026-12-27'],
  ['over een maand', '2027-01-31', '2027-02-28'],
  ['12 dec', friday, '2026-12-12'],
  ['12 december', friday, '2026-12-12'],
  ['vrijdag 4 december', friday, '2026-12-04'],
  ['vrijdag 15 januari 2027', friday, '2027-01-15'],
  ['maandag 4 december', friday, undefined], // that is a Friday
  ['15 jan', '2026-12-20', '2027-01-15'],
  ['27 november', friday, '2026-11-27'],
  ['26 november', friday, '2027-11-26'],
  ['1 mei', friday, '2027-05-01'],
  ['15-1', friday, '2027-01-15'],
  ['15/1', friday, '2027-01-15'],
  ['15.1.', friday, '2027-01-15'],
  ['3-4-2027', friday, '2027-04-03'],
  ['3-4-27', friday, '2027-04-03'],
  ['2027-01-15', friday, '2027-01-15'],
  ['31 december', '2026-12-31', '2026-12-31'],
  ['morgen', '2026-12-31', '2027-01-01'],
  ['29 februari 2028', friday, '2028-02-29'],
  ['gisteren', friday, '2026-11-26'],
  ['vorige vrijdag', friday, '2026-11-20'],
  ['12 december 2025', friday, '2025-12-12'],
];

const english: readonly Line[] = [
  ['today', friday, '2026-11-27'],
  ['tomorrow', friday, '2026-11-28'],
  ['the day after tomorrow', friday, '2026-11-29'],
  ['friday', '2026-11-25', '2026-11-27'],
  ['friday', friday, '2026-12-04'],
  ['this friday', friday, '2026-11-27'],
  ['fri', '2026-11-25', '2026-11-27'],
  ['Next Tuesday', friday, '2026-12-01'],
  ['next tuesday', '2026-11-23', '2026-12-01'],
  ['tuesday next week', '2026-11-23', '2026-12-01'],
  ['next week tuesday', '2026-11-23', '2026-12-01'],
  ['next friday', friday, '2026-12-04'],
  ['coming monday', friday, '2026-11-30'],
  ['in 3 weeks', friday, '2026-12-18'],
  ['in two weeks', friday, '2026-12-11'],
  ['in a week', friday, '2026-12-04'],
  ['in a fortnight', friday, '2026-12-11'],
  ['next week', friday, '2026-12-04'],
  ['in a month', '2027-01-31', '2027-02-28'],
  ['12 dec', friday, '2026-12-12'],
  ['dec 12', friday, '2026-12-12'],
  ['December 12th', friday, '2026-12-12'],
  ['12th of december', friday, '2026-12-12'],
  ['Dec 12, 2027', friday, '2027-12-12'],
  ['Friday, December 4', friday, '2026-12-04'],
  ['Friday 4 December', friday, '2026-12-04'],
  ['Monday 4 December', friday, undefined],
  ['15 jan', '2026-12-20', '2027-01-15'],
  ['15/1', friday, '2027-01-15'],
  ['15-1', friday, '2027-01-15'],
  ['3/4/2027', friday, '2027-04-03'], // the day comes first
  ['2027-01-15', friday, '2027-01-15'],
  ['tomorrow', '2026-12-31', '2027-01-01'],
  ['yesterday', friday, '2026-11-26'],
  ['last friday', friday, '2026-11-20'],
  ['12 december 2025', friday, '2025-12-12'],
];

const unclear = {
  nl: ['', 'snel', 'vrij snel', 'december', 'ergens in december', '31 februari', '31-2', '45-1'],
  en: ['', 'soon', 'as soon as friday maybe', 'december', '31 feb', '31/2', '13/13', '2027-13-01'],
};
const hours = {
  nl: ['vrijdag om 15:00', 'vrijdag of maandag'],
  en: ['friday at 3pm', 'mon - fri'],
};

/** The clocks of Amsterdam change on 29 March and 25 October 2026. */
const acrossTheChange: readonly Line[] = [
  ['morgen', '2026-03-28', '2026-03-29'],
  ['overmorgen', '2026-03-28', '2026-03-30'],
  ['zondag', '2026-03-28', '2026-03-29'],
  ['over een week', '2026-03-25', '2026-04-01'],
  ['over 2 weken', '2026-10-20', '2026-11-03'],
  ['morgen', '2026-10-24', '2026-10-25'],
  ['morgen', '2026-10-25', '2026-10-26'],
  ['vandaag', '2026-10-25', '2026-10-25'],
];

const zones = ['UTC', 'Europe/Amsterdam', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
const before = process.env.TZ;

describe.each(zones)('[DAY-1] a day by words, on a computer in %s', (zone) => {
  beforeEach(() => void (process.env.TZ = zone));
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test.each(dutch)('nl: "%s", said on %s, is %s', (words, today, day) => {
    expect(readDay(words, today, 'nl')).toBe(day);
  });
  test.each(english)('en: "%s", said on %s, is %s', (words, today, day) => {
    expect(readDay(words, today, 'en')).toBe(day);
  });
  test.each(acrossTheChange)('"%s", said on %s, is %s', (words, today, day) => {
    expect(readDay(words, today, 'nl')).toBe(day);
  });
  test.each(['nl', 'en'] as const)(
    '%s: what is no day, or more than one, is not guessed',
    (locale) => {
      for (const words of [...unclear[locale], ...hours[locale]])
        expect(readDay(words, friday, locale), words).toBeUndefined();
    },
  );
});
