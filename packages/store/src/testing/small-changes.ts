import {
  type ChangeKind,
  type ChangeList,
  changeKinds,
  type ListedKind,
  type ListedTerritory,
} from '../change-list/change-list.ts';
import type { Crosswalk, CrosswalkLink } from '../crosswalk/crosswalk.ts';

/**
 * Builds a crosswalk from lines of source, target, first and last year, share of inhabitants and share of the area (both
 * 1 where left out, the area like the inhabitants; `-` is no usable share).
 *
 * @example crosswalkOf([2013, 2014, 2015], 2020, '16091  16092  2013  2015')
 */
export function crosswalkOf(years: readonly number[], target: number, text: string): Crosswalk {
  const links = text
    .trim()
    .split('\n')
    .map((line): CrosswalkLink => {
      const [source = '', targetKey = '', from, until, population = '1', area = population] = line
        .trim()
        .split(/\s+/);
      return {
        source,
        target: targetKey,
        sourceFrom: `${from}-12-31`,
        sourceUntil: `${until}-12-31`,
        population: population === '-' ? null : Number(population),
        area: Number(area),
        employment: null,
      };
    });
  const kind = links[0]?.source.length === 5 ? 'district' : 'municipality';
  return {
    file: `${kind}-${years[0]}-to-${target}.csv`,
    kind,
    targetOn: `${target}-12-31`,
    sourceDays: years.map((year) => `${year}-12-31`),
    links,
    units: [],
    targetNames: new Map(),
    rows: links.length,
    unusable: [],
  };
}

const KIND_OF_LENGTH: Readonly<Record<number, ListedKind>> = {
  5: 'district',
  9: 'association',
  12: 'municipality',
};

/**
 * Builds a list of the changes of a year from lines of kinds, day, ARS and name before, ARS and name after, and inhabitants
 * of the piece, separated by two spaces or more; a piece of municipalities has one hectare for each of them.
 *
 * @example changeListOf(2022, 'DISSOLVED  2022-01-01  160920003003  Ulme  160920001001  Eibe  30')
 */
export function changeListOf(year: number, text: string): ChangeList {
  const changes = text
    .trim()
    .split('\n')
    .map((line, index) => {
      const [kinds = '', day = '', from = '', fromName = '', to = '', toName = '', population] = line
        .trim()
        .split(/ {2,}/);
      return {
        line: index + 1,
        reference: `16/${year}/0001`,
        kinds: kinds.split(',').map(knownKind),
        from: listed(from, fromName),
        to: listed(to, toName),
        areaSquareMetres: population === undefined ? null : Number(population) * 10_000,
        population: population === undefined ? null : Number(population),
        legalOn: day,
        statisticalOn: day,
      };
    });
  return { file: `changes-${year}.csv`, from: `${year}-01-01`, until: `${year}-12-31`, changes };
}

function knownKind(text: string): ChangeKind {
  const kind = changeKinds.find((each) => each === text);
  if (kind === undefined) throw new Error(`'${text}' is no kind of change`);
  return kind;
}

function listed(ars: string, name: string): ListedTerritory {
  const kind = KIND_OF_LENGTH[ars.length];
  if (kind === undefined) throw new Error(`'${ars}' is no ARS`);
  const ags = kind === 'association' ? null : kind === 'municipality' ? ars.slice(0, 5) + ars.slice(9) : ars;
  return { kind, ars, ags, name };
}
