/**
 * Loaded before a server (`node --import`), so that it lives `CLOCK_AHEAD_DAYS` days later than this
 * machine, in every thread.
 */
const ahead = Number(process.env.CLOCK_AHEAD_DAYS) * 24 * 3600_000;
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead);
    else super(...parts);
  }

  // Its own rather than inherited: Next copies what stands on Date itself.
  static parse = Real.parse;
  static UTC = Real.UTC;
  static now = () => Real.now() + ahead;
};
