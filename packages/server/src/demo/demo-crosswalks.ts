/*
 * Institute: Bundesinstitut für Bau-, Stadt- und Raumforschung (BBSR). Source: Umsteigeschlüssel for municipalities,
 * 1990-2019 to 2020 and 2020 to 2021. Terms: Datenlizenz Deutschland – Namensnennung 2.0 (dl-de/by-2-0).
 * Excerpt: the municipalities of the demo districts, from 2010 on.
 */
import type { Crosswalk, CrosswalkLink, RegisterEntry } from '@kreisweit/store';
import { demoRegister, demoRegisterLater } from './demo-register.ts';

/** Municipalities that became part of a new one: [key before, key after, last year before]. */
const MERGED = [
  ['03153003', '03153016', 2010],
  ['03153010', '03153016', 2010],
  ['03153005', '03153017', 2013],
  ['03153013', '03153017', 2013],
  ['03153001', '03153018', 2014],
  ['03153004', '03153018', 2014],
  ['03153011', '03153018', 2014],
  ['03153015', '03153018', 2014],
] as const;

/** Those that merged into Langelsheim (03153019) in 2021. */
const MERGED_2021 = ['03153006', '03153007', '03153009', '03153014'];

/** An area without inhabitants that was divided in 2019; from 2010 to 2017 and in 2018 the crosswalk divides it so. */
const WOOD = {
  key: '09473444',
  shares: [
    ['09473452', 0.38538206, 0.38356945],
    ['09473453', 0.46511628, 0.55870699],
    ['09473454', 0.14950166, 0.057723554],
  ],
} as const;

const FIRST_YEAR = 2010;
const LAST_YEAR = 2019;

/** To the boundaries of 2020, as the crosswalk of many years leads there. */
export const demoCrosswalk: Crosswalk = Object.freeze({
  file: 'bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz',
  kind: 'municipality',
  targetOn: lastDayOf(2020),
  sourceDays: Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => lastDayOf(FIRST_YEAR + index)),
  links: [
    ...lasting().map((key) => link(key, key, FIRST_YEAR, LAST_YEAR)),
    ...MERGED.flatMap(([before, after, last]) => [
      link(before, after, FIRST_YEAR, last),
      // The first of those that merged brings the new one along.
      ...(MERGED.find(([, other]) => other === after)?.[0] === before
        ? [link(after, after, last + 1, LAST_YEAR)]
        : []),
    ]),
    ...MERGED_2021.map((key) => link(key, key, FIRST_YEAR, LAST_YEAR)),
    ...WOOD.shares.flatMap(([piece, until2017, in2018]) => [
      { ...link(WOOD.key, piece, FIRST_YEAR, 2017), population: null, area: until2017, employment: null },
      { ...link(WOOD.key, piece, 2018, 2018), population: null, area: in2018, employment: null },
      link(piece, piece, 2019, LAST_YEAR),
    ]),
  ],
  units: [],
  targetNames: new Map(),
  rows: 0,
  unusable: [],
});

/** From the boundaries of 2020 to those of 2021. */
export const demoCrosswalkLater: Crosswalk = Object.freeze({
  file: 'bbsr_gemeinden_2020_to_2021.csv',
  kind: 'municipality',
  targetOn: lastDayOf(2021),
  sourceDays: [lastDayOf(2020)],
  links: [
    ...new Set([...lasting(), ...MERGED.map(([, after]) => after), ...WOOD.shares.map(([piece]) => piece)]),
  ]
    .map((key) => link(key, key, 2020, 2020))
    .concat(MERGED_2021.map((key) => link(key, '03153019', 2020, 2020))),
  units: [],
  targetNames: new Map(),
  rows: 0,
  unusable: [],
});

/** The municipalities that both registers show and that did not come about in between. */
function lasting(): readonly string[] {
  const later = new Set(municipalitiesOf(demoRegisterLater.entries));
  const merged = new Set<string>(MERGED.map(([, after]) => after));
  return municipalitiesOf(demoRegister.entries).filter((key) => later.has(key) && !merged.has(key));
}

function link(source: string, target: string, first: number, last: number): CrosswalkLink {
  return {
    source,
    target,
    sourceFrom: lastDayOf(first),
    sourceUntil: lastDayOf(last),
    population: 1,
    area: 1,
    employment: 1,
  };
}

function lastDayOf(year: number): string {
  return `${year}-12-31`;
}

function municipalitiesOf(entries: readonly RegisterEntry[]): readonly string[] {
  return entries.flatMap(({ kind, ags }) => (kind === 'municipality' && ags !== null ? [ags] : []));
}
