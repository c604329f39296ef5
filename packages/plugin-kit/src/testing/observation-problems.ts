import {
  type Breakdown,
  type Cell,
  type DeliveredObservation,
  dimensionOf,
  formatProblem,
  isPeriod,
  LARGEST_VALUE,
  parseTableKey,
  statuses,
} from '@kreisweit/domain';
import { type Column, columnFinder, columnName } from '../check/column-finder.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { statisticOf } from '../registration/definition-shape.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import type { FixtureReading } from './read-fixture.ts';

/** Beyond this one mistake is told in many rows, and nobody reads on. */
const MOST = 20;

/**
 * What is wrong with the observations of a file: unknown measures, dimensions and categories, malformed periods and keys, cells
 * that are neither a value nor a reason, and cells that stand twice.
 */
export function observationProblems(
  plugin: IndicatorPlugin,
  { file, input, level, observations }: FixtureReading,
): readonly PluginProblem[] {
  if (input === null) return [];
  const found: string[] = [];
  const columnOf = columnFinder();
  const columns = new Set<Column>();
  const places = new Map<string, Map<Column, DeliveredObservation>>();
  for (const observation of observations) {
    const { territory, cell, line, column: at } = observation;
    const say = (message: string): number => found.push(formatProblem({ line, column: at, message }));
    const column = columnOf(observation);
    if (!columns.has(column)) for (const message of columnProblems(plugin, input, observation)) say(message);
    columns.add(column);
    const cells = places.get(territory) ?? new Map<Column, DeliveredObservation>();
    if (cells.size === 0 && parseTableKey(territory, level) === null) {
      say(`'${territory}' is no key of a ${level} table`);
    }
    const problem = cellProblem(cell);
    if (problem !== null) say(`${territory} ${columnName(column).trim()} ${problem}`);
    const other = cells.get(column);
    if (other !== undefined && other.cell.sign !== '-' && cell.sign !== '-') {
      const before = other.line === undefined ? '' : `, the first time in line ${other.line}`;
      say(`${territory} ${columnName(column).trim()} stands twice${before}`);
    }
    places.set(territory, cells.set(column, observation));
  }
  const more = found.length > MOST ? [`and ${found.length - MOST} more problems like these`] : [];
  return [...found.slice(0, MOST), ...more].map((message) => ({ plugin: plugin.id, path: file, message }));
}

/** What holds for all observations of a measure, period and breakdown. */
function columnProblems(
  { measures, inputs, statistics }: IndicatorPlugin,
  input: string,
  { measure: name, period, breakdown = {} }: DeliveredObservation,
): readonly string[] {
  const found = isPeriod(period) ? [] : [`'${period}' is no period: write 2015, 2015-Q1 or 2015-06`];
  const measure = Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (measure === undefined) return [...found, `'${name}' is no measure of the plug-in`];
  if (measure.countOf !== undefined)
    found.push(`'${name}' is a count of municipalities, which nobody delivers`);
  const names = Object.keys(statistics);
  const [own, ofInput] = [measure.statistic, inputs[input]?.statistic].map((one) => statisticOf(one, names));
  if (own !== ofInput)
    found.push(`'${name}' belongs to the statistic ${own}, the input ${input} to ${ofInput}`);
  return [...found, ...breakdownProblems(name, measure.dimensions ?? [], breakdown)];
}

function breakdownProblems(
  measure: string,
  declared: readonly string[],
  breakdown: Breakdown,
): readonly string[] {
  return Object.entries(breakdown).flatMap(([name, category]) => {
    if (!declared.includes(name)) return [`'${name}' is no dimension of the measure ${measure}`];
    const known = dimensionOf(name)?.categories.some(({ key }) => key === category) ?? false;
    return known ? [] : [`'${category}' is no category of ${name}`];
  });
}

function cellProblem({ value, status, flags }: Cell): string | null {
  if (!statuses.includes(status)) return `has the status '${String(status)}', which is none`;
  if (!Number.isInteger(flags) || flags < 0) return `has the flags ${String(flags)}, which are none`;
  if (status !== 'NORMAL') return value === null ? null : `carries ${value}, although it is ${status}`;
  if (value === null) return 'has no value and no reason: read the cell with readCell';
  return Number.isFinite(value) && Math.abs(value) <= LARGEST_VALUE
    ? null
    : `is ${value}, which is no figure`;
}
