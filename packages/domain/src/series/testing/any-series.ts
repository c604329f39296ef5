import fc from 'fast-check';
import { roundValue } from '../../formula/round-value.ts';
import { flagBits } from '../../observation/flags.ts';
import { type Period, shiftPeriod } from '../../period/period.ts';
import type { SeriesValues } from '../series-values.ts';

/** A series with the number of decimals to which its values are rounded. */
export type AnySeries = SeriesValues & { readonly decimals: number };

const starts = ['1998', '1998-Q3', '1998-11'] as const;

/**
 * Any published series: years, quarters and months beside each other, with periods missing, values missing, and breaks.
 * `gapless`: of one frequency, with every period, every value and no break.
 */
export function anySeries({ gapless = false } = {}): fc.Arbitrary<AnySeries> {
  const entry = fc.record({
    start: fc.constantFrom(...starts),
    step: fc.nat({ max: 11 }),
    value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 5 }),
    flags: fc.constantFrom(0, 0, 0, flagBits.PROVISIONAL, flagBits.BREAK, flagBits.BREAK | flagBits.REFORM),
  });
  const entries = fc.uniqueArray(entry, {
    selector: ({ start, step }) => shiftPeriod(start, step),
    maxLength: 24,
  });
  return fc
    .record({ entries, start: fc.constantFrom(...starts), decimals: fc.nat({ max: 2 }) })
    .map((drawn) => {
      const { decimals } = drawn;
      const listed = drawn.entries
        .map((each, at) => ({
          period: gapless ? shiftPeriod(drawn.start, at) : shiftPeriod(each.start, each.step),
          value: each.value === null ? (gapless ? 1 : null) : roundValue(each.value, decimals),
          flags: gapless ? each.flags & flagBits.PROVISIONAL : each.flags,
        }))
        .sort((left, right) => byText(left.period, right.period));
      return {
        decimals,
        periods: listed.map(({ period }) => period),
        values: listed.map(({ value }) => value),
        flags: listed.map(({ flags }) => flags),
      };
    });
}

function byText(left: Period, right: Period): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
