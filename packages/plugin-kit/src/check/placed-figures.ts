import {
  type Accuracy,
  type CatalogueInput,
  type Cell,
  type DeliveredObservation,
  type Delivery,
  type Figure,
  flagBits,
  type Measure,
  meaningOfSigns,
  type Problem,
} from '@kreisweit/domain';
import { legibleProblems } from '../input/legible-problems.ts';
import { type Column, columnFinder, columnName } from './column-finder.ts';
import { type DistrictPlace, districtPlace } from './district-place.ts';

/** A figure of a file at its place in a district. */
export type PlacedFigure = {
  readonly place: DistrictPlace;
  readonly column: Column;
  readonly figure: Figure;
};

/** The figures of a file in the districts. `names` are those of the districts that the file lists. */
export type PlacedFigures = {
  readonly figures: readonly PlacedFigure[];
  readonly names: ReadonlyMap<string, string>;
};

/** Of a `partial` file a column of `.` proves nothing. */
type FileKind = { readonly kind: 'full' | 'partial' };

/** What a file says of one territory; of several keys the first says its place. */
type Row = {
  readonly place: DistrictPlace;
  readonly cells: Map<Column, DeliveredObservation>;
};

/**
 * Places what a file says of districts and of what lies in them, and gives its signs their meaning as far as the file alone
 * tells (rule 8). Rows of one territory under several keys merge when of each cell at most one holds something other than `-`,
 * or both say the same; a `.` gives way to a number.
 *
 * Throws InputProblems with all cells that hold two figures.
 */
export function placedFigures(
  input: Pick<CatalogueInput, 'key' | 'level' | 'accuracy' | 'dash'> & FileKind,
  observations: Iterable<DeliveredObservation>,
  measures: ReadonlyMap<string, Pick<Measure, 'dash'>> = new Map(),
): PlacedFigures {
  const { level } = input;
  const columnOf = columnFinder();
  const places = new Map<string, DistrictPlace | null>();
  const rows = new Map<string, Row>();
  const names = new Map<string, string>();
  const problems: Problem[] = [];

  for (const observation of observations) {
    const { territory, name = '', cell } = observation;
    if (!places.has(territory)) places.set(territory, districtPlace(territory, level));
    const place = places.get(territory) ?? null;
    if (place === null) continue;
    if (place.kind === 'district' && name !== '') names.set(place.key, name);
    const column = columnOf(observation);
    const row = rows.get(place.key) ?? { place, cells: new Map<Column, DeliveredObservation>() };
    const other = row.cells.get(column);
    if (other === undefined) rows.set(place.key, row);
    else if (contradicts(observation, other)) problems.push(twoFigures(column, observation, other));
    if (other === undefined || givesWay(other.cell, cell)) row.cells.set(column, observation);
  }
  if (problems.length > 0) throw legibleProblems('The figures cannot be added up', problems);
  return { figures: readFigures(input, [...rows.values()], measures), names };
}

/** The figures with the meaning of their signs; that a file lists a territory proves nothing. */
function readFigures(
  { key, kind, accuracy, dash }: Pick<CatalogueInput, 'key' | 'accuracy' | 'dash'> & FileKind,
  rows: readonly Row[],
  measures: ReadonlyMap<string, Pick<Measure, 'dash'>>,
): readonly PlacedFigure[] {
  const flags = accuracyFlags(accuracy);
  const [plugin] = key.split('/');
  const placed: PlacedFigure[] = [];
  const deliveries: Delivery[] = [];
  for (const { place, cells } of rows) {
    for (const [column, { cell }] of cells) {
      const figure = flags === 0 ? cell : { ...cell, flags: cell.flags | flags };
      const { measure, period, breakdown } = column;
      const { key: territory, association } = place;
      placed.push({ place, column, figure });
      deliveries.push({ territory, measure, period, breakdown, association, figure });
    }
  }
  const kinds = new Map(rows.map(({ place }) => [place.key, place.kind]));
  const read = meaningOfSigns(
    { input: key, kind, levels: [], deliveries },
    {
      levelOf: (territory) => kinds.get(territory) ?? '',
      isProvenLive: () => false,
      dashSaysNothing: ({ measure }) => (dash ?? measures.get(`${plugin}/${measure}`)?.dash) !== undefined,
    },
  );
  // The answer is in the order of what was asked; only figures of signs are others.
  return placed.map((one, index) => {
    const figure = read.deliveries[index]?.figure ?? one.figure;
    return figure === one.figure ? one : { ...one, figure };
  });
}

/** Every value carries how exact it is, so that whatever is computed from it does too. */
function accuracyFlags(accuracy: Accuracy | undefined): number {
  if (accuracy === undefined) return 0;
  return 'perturbed' in accuracy ? flagBits.PERTURBED : flagBits.ROUNDED;
}

/** A `-` gives way to anything else; a `.` to a number, which the institute published. */
function givesWay(cell: Cell, other: Cell): boolean {
  if (cell.sign === '-') return other.sign !== '-';
  return cell.sign === '.' && other.value !== null;
}

/** Two keys of one territory may say the same; one key may not stand twice with a number. */
function contradicts(one: DeliveredObservation, other: DeliveredObservation): boolean {
  if (one.cell.sign === '-' || other.cell.sign === '-') return false;
  if (givesWay(one.cell, other.cell) || givesWay(other.cell, one.cell)) return false;
  const isSame = one.cell.value === other.cell.value && one.cell.status === other.cell.status;
  return !isSame || (one.cell.value !== null && one.territory === other.territory);
}

function twoFigures(cell: Column, observation: DeliveredObservation, other: DeliveredObservation): Problem {
  const { territory, line, column } = observation;
  const key = territory === other.territory ? territory : `${territory} (before as ${other.territory})`;
  const before = other.line === undefined ? '' : `, the first in line ${other.line}`;
  const message = `${key} has two figures for ${columnName(cell).trim()}${before}: expected one row a territory`;
  return { line, column, message };
}
