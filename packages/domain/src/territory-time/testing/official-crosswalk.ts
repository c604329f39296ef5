import { gunzipSync } from 'node:zlib';
import { officialFile } from '../../territory/testing/official-file.ts';
import type { BoundaryKnowledge, CrosswalkTable, Life, Transfer } from '../boundary-knowledge.ts';

/** The crosswalks of 1990 to 2019 to the boundaries of 2020, of municipalities and of districts. */
export const officialCrosswalks = {
  municipalities: 'changes/bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz',
  districts: 'changes/bbsr_xd20_kreise_1990-2019_to_2020.csv.gz',
} as const;

const FIRST = 1990;
const TARGET = 2020;

type Row = readonly [
  year: string,
  source: string,
  population: string,
  area: string,
  employment: string,
  target: string,
];

/** All that one of the official crosswalks tells about boundaries. */
export function officialKnowledge(of: keyof typeof officialCrosswalks): BoundaryKnowledge {
  const [, ...lines] = gunzipSync(officialFile(officialCrosswalks[of]))
    .toString('utf8')
    .trim()
    .split(/\r?\n/);
  const rows = lines.map((line) => line.split(',') as unknown as Row);
  return { crosswalks: [crosswalkOf(rows)], changeLists: [], registerDays: [], lives: livesOf(rows) };
}

function crosswalkOf(rows: readonly Row[]): CrosswalkTable {
  const transfers: Transfer[] = [];
  const ofLink = Map.groupBy(sharesOf(rows), ({ source, target }) => `${source} ${target}`);
  for (const years of ofLink.values()) {
    for (const next of years) {
      const run = transfers.at(-1);
      if (run !== undefined && continues(run, next))
        transfers[transfers.length - 1] = { ...run, until: next.until };
      else transfers.push(next);
    }
  }
  const years = Array.from({ length: TARGET - FIRST }, (_, index) => FIRST + index);
  return { days: years.map(lastDay), on: lastDay(TARGET), transfers };
}

function continues(run: Transfer, next: Transfer): boolean {
  return (
    run.source === next.source &&
    run.target === next.target &&
    yearOf(run.until) + 1 === yearOf(next.from) &&
    JSON.stringify(run.shares) === JSON.stringify(next.shares)
  );
}

/** Where the weights of a territory do not sum to 1 nobody lived (worked) in it, and they are of no use. */
function sharesOf(rows: readonly Row[]): readonly Transfer[] {
  const sums = new Map<string, { population: number; employment: number }>();
  for (const [year, source, population, , employment] of rows) {
    const sum = sums.get(year + source) ?? { population: 0, employment: 0 };
    sums.set(year + source, {
      population: sum.population + Number(population),
      employment: sum.employment + Number(employment),
    });
  }
  return rows.map(([year, source, population, area, employment, target]) => {
    const sum = sums.get(year + source);
    const usable = (text: string, total: number | undefined): number | null =>
      text !== '' && Math.abs((total ?? 0) - 1) < 1e-6 ? Number(text) : null;
    const day = lastDay(Number(year));
    const shares = {
      population: usable(population, sum?.population),
      area: Number(area),
      employment: usable(employment, sum?.employment),
    };
    return { source, target, from: day, until: day, shares };
  });
}

function livesOf(rows: readonly Row[]): ReadonlyMap<string, Life> {
  const targets = new Set(rows.map((row) => row[5]));
  const lives = new Map<string, { first: number; last: number }>();
  const live = (key: string, year: number): void => {
    const life = lives.get(key) ?? { first: year, last: year };
    lives.set(key, { first: Math.min(life.first, year), last: Math.max(life.last, year) });
  };
  for (const [year, source] of rows) live(source, Number(year));
  for (const target of targets) live(target, TARGET);
  return new Map(
    [...lives].map(([key, { first, last }]) => [
      key,
      { from: first === FIRST ? null : lastDay(first), until: last === TARGET ? null : `${last + 1}-12-30` },
    ]),
  );
}

function lastDay(year: number): string {
  return `${year}-12-31`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
