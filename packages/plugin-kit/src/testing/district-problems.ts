import {
  breakdownKey,
  type DeliveredObservation,
  formatProblem,
  InputProblems,
  isFree,
  type Measure,
} from '@kreisweit/domain';
import { columnFinder } from '../check/column-finder.ts';
import { type DistrictPlace, districtPlace } from '../check/district-place.ts';
import { type DistrictRow, districtTable } from '../check/district-table.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import { registerPlugins } from '../registration/register-plugins.ts';
import { differencesFrom } from './golden-difference.ts';
import type { GoldenDistrict, PluginFixture } from './plugin-fixture.ts';
import type { FixtureReading } from './read-fixture.ts';

/** What the districts of a file are checked with. */
export type DistrictCheck = {
  readonly fixture: PluginFixture;
  readonly reading: FixtureReading;
  readonly others?: readonly IndicatorPlugin[];
};

/**
 * Where the district results of a file are not the expected ones, or break a law: a delivered figure wins, what is hidden stays
 * hidden, and a small own count is not shown. The table is not made of a plug-in that is refused.
 */
export function districtProblems(
  plugin: IndicatorPlugin,
  { fixture, reading, others = [] }: DistrictCheck,
): readonly PluginProblem[] {
  const { input, kind, observations, file, level } = reading;
  const { catalogue, leftOut } = registerPlugins([...others, plugin]);
  if (input === null || leftOut.includes(plugin.id)) return [];
  const say = (message: string): PluginProblem => ({ plugin: plugin.id, path: file, message });
  try {
    const rows = districtTable({ plugin: plugin.id, input, kind, observations }, catalogue);
    const golden = goldenDistrictProblems(plugin.id, fixture.districts ?? [], rows);
    const { measures } = catalogue;
    return [...golden, ...brokenLaws({ plugin: plugin.id, measures, rows, observations, level })].map(say);
  } catch (error) {
    if (error instanceof InputProblems) return error.problems.map((problem) => say(formatProblem(problem)));
    throw error;
  }
}

/** Which of the expected results of districts are not there, or are others. */
export function goldenDistrictProblems(
  plugin: string,
  golden: readonly GoldenDistrict[],
  rows: readonly DistrictRow[],
): readonly string[] {
  return golden.flatMap(({ district, key, period, breakdown = {}, ...expected }) => {
    const whole = key.includes('/') ? key : `${plugin}/${key}`;
    const cell = nameOf({ district, key: whole, period, breakdown: breakdownKey(breakdown) });
    const row = rows.find((one) => nameOf(one) === cell);
    if (row === undefined) return [`${cell} is no result of the file`];
    const wrong = differencesFrom(expected, row);
    return wrong === null ? [] : [`${cell}: ${wrong}`];
  });
}

/** A table of districts, and the observations from which it was made. */
export type TableOfObservations = {
  readonly plugin: string;
  readonly measures: readonly Pick<Measure, 'key' | 'disclosure' | 'reportedAt'>[];
  readonly rows: readonly DistrictRow[];
  readonly observations: readonly DeliveredObservation[];
  readonly level: FixtureReading['level'];
};

const HIDDEN_SIGNS: readonly (string | null)[] = ['.', '*'];

/**
 * Which results break a law that must hold of every file, told from its observations alone. Only measures as they are have such
 * laws; what is computed from them `evaluate` keeps.
 */
export function brokenLaws({
  plugin,
  measures,
  rows,
  observations,
  level,
}: TableOfObservations): readonly string[] {
  const results = new Map(rows.map((row) => [nameOf(row), row]));
  const places = new Map<string, DistrictPlace | null>();
  const placeOf = ({ territory }: DeliveredObservation): DistrictPlace | null => {
    const place = places.get(territory) ?? districtPlace(territory, level);
    places.set(territory, place);
    return place;
  };
  const byMeasure = new Map(measures.map((measure) => [measure.key, measure]));
  const inDistricts = observations.filter((one) => placeOf(one) !== null);
  const columnOf = columnFinder();
  const cells = [...Map.groupBy(inDistricts, columnOf)].flatMap(([column, all]) => {
    const ofDistricts = Map.groupBy(all, (one) => placeOf(one)?.district ?? '');
    return [...ofDistricts].map(([district, inside]) => ({ column, district, inside }));
  });
  return cells.flatMap(({ column, district, inside }) => {
    const name = nameOf({ ...column, district, key: `${plugin}/${column.measure}` });
    const row = results.get(name);
    const measure = row && byMeasure.get(row.key);
    if (row === undefined || measure === undefined) return [];
    const memberKind = measure.reportedAt === 'association' ? 'association' : 'municipality';
    const own = inside.filter((one) => placeOf(one)?.kind === 'district');
    const members = inside.filter((one) => placeOf(one)?.kind === memberKind);
    return lawsOf(measure, row, own, members).map((message) => `${name} ${message}`);
  });
}

function lawsOf(
  { disclosure }: Pick<Measure, 'disclosure'>,
  { value, status, origin }: DistrictRow,
  own: readonly DeliveredObservation[],
  members: readonly DeliveredObservation[],
): readonly string[] {
  const minimum = typeof disclosure === 'object' ? disclosure.minimum : 0;
  const found: string[] = [];
  if (value !== null && value > 0 && value < minimum) found.push(`shows ${value}, which is below ${minimum}`);
  const said = own.filter(({ cell }) => cell.sign !== '-');
  const figure = said.find(({ cell }) => cell.status === 'NORMAL')?.cell.value ?? null;
  if (figure !== null && isFree(status) && !(origin === 'DELIVERED' && isRounded(value, figure))) {
    found.push(`is ${value} (${origin}), although the file delivers ${figure}`);
  }
  const isHidden = said.some(({ cell }) => HIDDEN_SIGNS.includes(cell.sign) || !isFree(cell.status));
  if (isHidden && figure === null && value !== null) found.push(`is ${value}, although the file hides it`);
  const hidden = members.find(({ cell }) => !isFree(cell.status));
  if (said.length === 0 && hidden !== undefined && value !== null) {
    found.push(`is ${value}, although ${hidden.territory} in it is hidden`);
  }
  return found;
}

/** Whatever the decimals, a value moves by no more than half a unit when it is published. */
function isRounded(value: number | null, figure: number): boolean {
  return value !== null && Math.abs(value - figure) <= 0.5;
}

function nameOf({
  district,
  key,
  period,
  breakdown,
}: Pick<DistrictRow, 'district' | 'key' | 'period' | 'breakdown'>): string {
  return [district, key, period, breakdown].filter((part) => part !== '').join(' ');
}
