import fc from 'fast-check';
import type { BoundaryKnowledge, ChangeTable, CrosswalkTable, Life } from '../boundary-knowledge.ts';
import type { Shares } from '../shares.ts';

/** The smallest piece of land, which is never divided. */
export type Plot = { readonly population: number; readonly area: number; readonly employment: number };

/** Who owned which plots on a day: the numbers of the plots by the key of their municipality. */
export type Ownership = ReadonlyMap<string, readonly number[]>;

/** The truth about a small country from year to year; the days are the last of the years 2001, 2002 ... */
export type AnyHistory = {
  readonly plots: readonly Plot[];
  readonly days: readonly string[];
  readonly ownerships: readonly Ownership[];
};

type Event = { readonly kind: 'merge' | 'rename' | 'found' | 'move'; readonly a: number; readonly b: number };

/**
 * Any history of a country with three districts. `whole`: municipalities merge and change their key or district, but
 * none is divided.
 */
export function anyHistory({ whole = false } = {}): fc.Arbitrary<AnyHistory> {
  const plot = fc.record({
    population: fc.integer({ min: 1, max: 500 }),
    area: fc.integer({ min: 1, max: 50 }),
    employment: fc.integer({ min: 1, max: 90 }),
  });
  const event: fc.Arbitrary<Event> = fc.record({
    kind: whole
      ? fc.constantFrom('merge', 'rename')
      : fc.constantFrom('merge', 'merge', 'rename', 'found', 'move'),
    a: fc.nat(99),
    b: fc.nat(99),
  });
  return fc
    .record({
      plots: fc.array(plot, { minLength: 4, maxLength: 14 }),
      years: fc.array(fc.array(event, { maxLength: 3 }), { minLength: 2, maxLength: 5 }),
    })
    .map(({ plots, years }) => historyOf(plots, years));
}

function historyOf(plots: readonly Plot[], years: readonly (readonly Event[])[]): AnyHistory {
  let next = 100;
  const freshKey = (district: number): string =>
    `0100${(district % 3) + 1}${String(next++).padStart(3, '0')}`;
  const first = new Map<string, readonly number[]>();
  for (let plot = 0; plot < plots.length; plot += 2) {
    first.set(freshKey(plot / 2), plot + 1 < plots.length ? [plot, plot + 1] : [plot]);
  }
  const ownerships: Ownership[] = [first];
  for (const events of years) {
    const owners = new Map(ownerships.at(-1));
    for (const { kind, a, b } of events) {
      const keys = [...owners.keys()];
      const [one, other] = [keys[a % keys.length] ?? '', keys[b % keys.length] ?? ''];
      const [ofOne, ofOther] = [owners.get(one) ?? [], owners.get(other) ?? []];
      if (kind === 'rename') {
        owners.delete(one);
        owners.set(freshKey(b), ofOne);
      } else if (kind === 'merge' && one !== other) {
        owners.delete(other);
        owners.set(one, [...ofOne, ...ofOther]);
      } else if (ofOne.length > 1 && kind !== 'merge') {
        owners.set(one, ofOne.slice(1));
        const taker = kind === 'found' || one === other ? freshKey(b) : other;
        owners.set(taker, [...(owners.get(taker) ?? []), ...ofOne.slice(0, 1)]);
      }
    }
    ownerships.push(owners);
  }
  return { plots, ownerships, days: ownerships.map((_, year) => `${2001 + year}-12-31`) };
}

/** The owners of the plots, districts instead of municipalities. */
export function districtsOf({ plots, days, ownerships }: AnyHistory): AnyHistory {
  return {
    plots,
    days,
    ownerships: ownerships.map((owners) => {
      const districts = new Map<string, number[]>();
      for (const [key, own] of owners) {
        const district = key.slice(0, 5);
        districts.set(district, [...(districts.get(district) ?? []), ...own]);
      }
      return districts;
    }),
  };
}

/** True where a key was given up and given again, which lists of changes alone do not tell. */
export function reusesKeys({ ownerships }: AnyHistory): boolean {
  const keys = new Set(ownerships.flatMap((owners) => [...owners.keys()]));
  return [...keys].some((key) => {
    const lived = ownerships.map((owners) => owners.has(key));
    return lived.slice(lived.indexOf(true), lived.lastIndexOf(true)).includes(false);
  });
}

/** What is known of a history from one crosswalk of all its days to the last. */
export function knownFromCrosswalk(history: AnyHistory): BoundaryKnowledge {
  const last = history.days.length - 1;
  const years = history.days.map((_, year) => year).slice(0, last);
  return known(history, { crosswalks: [crosswalkOf(history, years, last)] });
}

/** What is known of a history from crosswalks of one year each. */
export function knownFromYears(history: AnyHistory): BoundaryKnowledge {
  const years = history.days.slice(1).map((_, year) => crosswalkOf(history, [year], year + 1));
  return known(history, { crosswalks: years });
}

/** What is known of a history from lists of the changes of one year each. */
export function knownFromLists(history: AnyHistory): BoundaryKnowledge {
  const changeLists = history.days.slice(1).map((day, year): ChangeTable => {
    const { transfers } = crosswalkOf(history, [year], year + 1);
    const moved = new Set(
      transfers.filter(({ source, target }) => source !== target).map(({ source }) => source),
    );
    return {
      from: `${day.slice(0, 4)}-01-01`,
      until: day,
      steps: transfers
        .filter(({ source }) => moved.has(source))
        .map(({ source, target, shares }) => ({ source, target, on: day, shares })),
    };
  });
  return known(history, { changeLists });
}

function known(
  { days, ownerships }: AnyHistory,
  sources: Partial<Pick<BoundaryKnowledge, 'crosswalks' | 'changeLists'>>,
): BoundaryKnowledge {
  const lives = new Map<string, Life>();
  for (const [year, day] of days.entries()) {
    for (const key of ownerships[year]?.keys() ?? [])
      lives.set(key, { from: lives.get(key)?.from ?? day, until: day });
  }
  return { crosswalks: [], changeLists: [], registerDays: [], ...sources, lives };
}

function crosswalkOf(
  { plots, days, ownerships }: AnyHistory,
  years: readonly number[],
  last: number,
): CrosswalkTable {
  const sum = (of: readonly number[], by: keyof Plot): number =>
    of.reduce((total, plot) => total + (plots[plot]?.[by] ?? 0), 0);
  const share = (part: readonly number[], whole: readonly number[]): Shares => ({
    population: sum(part, 'population') / sum(whole, 'population'),
    area: sum(part, 'area') / sum(whole, 'area'),
    employment: sum(part, 'employment') / sum(whole, 'employment'),
  });
  const transfers = years.flatMap((year) =>
    [...(ownerships[year] ?? [])].flatMap(([source, own]) =>
      [...(ownerships[last] ?? [])].flatMap(([target, theirs]) => {
        const common = own.filter((plot) => theirs.includes(plot));
        const day = days[year] ?? '';
        return common.length === 0
          ? []
          : [{ source, target, from: day, until: day, shares: share(common, own) }];
      }),
    ),
  );
  return { days: years.map((year) => days[year] ?? ''), on: days[last] ?? '', transfers };
}
