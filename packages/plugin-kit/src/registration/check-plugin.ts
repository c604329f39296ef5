import { isPlainObject } from '../definition/frozen-copy.ts';
import type { InputDefinition } from '../definition/input-definition.ts';
import {
  API_VERSION,
  type MeasureDefinition,
  type PlausibilityDefinition,
  type StatisticDefinition,
  type SubjectDefinition,
} from '../definition/plugin-definition.ts';
import {
  catalogueInput,
  catalogueMeasure,
  catalogueRule,
  catalogueStatistic,
  catalogueSubject,
  type IndicatorData,
  identityDraft,
  indicatorDraft,
} from './catalogue-entries.ts';
import type { CheckedPlugin } from './checked-plugin.ts';
import {
  camelCase,
  indicatorShape,
  localised,
  pluginId,
  statisticOf,
  statisticShape,
} from './definition-shape.ts';
import { inputShape } from './input-shape.ts';
import { measureShape } from './measure-shape.ts';
import { plausibilityShape } from './plausibility-shape.ts';
import type { Report } from './plugin-problem.ts';
import { at, type Check, isSound, object, optional, own, shown, value } from './shape.ts';
import { subjectShape } from './subject-shape.ts';

type Section = Readonly<Record<string, unknown>>;
type Entries<T> = ReadonlyMap<string, T>;

const apiVersion = value(`${API_VERSION}`, (given) =>
  given === API_VERSION
    ? null
    : `${shown(given)} is another contract: this Kreisweit speaks version ${API_VERSION}; install a plug-in written for it`,
);
const section = value('an object', (given) =>
  isPlainObject(given) ? null : `${shown(given)} is no plain object`,
);

const frame = object({
  id: pluginId,
  apiVersion,
  title: localised,
  statistics: section,
  inputs: optional(section),
  measures: section,
  indicators: optional(section),
  subjects: optional(section),
  plausibility: optional(section),
  load: optional(value('a function', (given) => (typeof given === 'function' ? null : 'is no function'))),
});

/** The id of whatever was registered as a plug-in, or null when it has none that can stand in a key. */
export function idOf(plugin: unknown): string | null {
  const id = isPlainObject(plugin) ? own(plugin, 'id') : undefined;
  return typeof id === 'string' && isSound(pluginId, id, 'id', () => undefined) ? id : null;
}

/** Reports all that can be said about a plug-in without knowing the others, and keeps what is sound. */
export function checkPlugin(plugin: unknown, report: Report): CheckedPlugin | null {
  frame(plugin, '', report);
  const id = idOf(plugin);
  if (id === null || !isPlainObject(plugin)) return null;

  const declared = sectionOf(plugin, 'measures');
  const names = Object.keys(sectionOf(plugin, 'statistics'));
  const surroundings = { statistics: names, measures: declared, hasLoad: typeof plugin.load === 'function' };
  const statistics = soundEntries<StatisticDefinition>(plugin, 'statistics', statisticShape, report);
  const measures = soundEntries<MeasureDefinition>(plugin, 'measures', measureShape(names), report);
  const indicators = soundEntries<IndicatorData>(plugin, 'indicators', indicatorShape, report);
  const inputs = soundEntries<InputDefinition>(plugin, 'inputs', inputShape(surroundings), report);
  const subjects = soundEntries<SubjectDefinition>(plugin, 'subjects', subjectShape, report);
  const rules = soundEntries<PlausibilityDefinition>(plugin, 'plausibility', plausibilityShape, report);
  reportSharedFiles(inputs, report);
  reportUnprotectedPersons({ inputs, measures, statistics }, names, report);
  reportFalseIdentities(id, measures, indicators, report);

  const statisticFor = (named: string | undefined): string => statisticOf(named, names) ?? '';
  const published = [...measures].filter(
    ([name, { published = true }]) => published && !indicators.has(name),
  );
  return {
    id,
    title: plugin.title as CheckedPlugin['title'],
    declared: new Set(
      [declared, sectionOf(plugin, 'indicators')].flatMap(Object.keys).map((name) => `${id}/${name}`),
    ),
    statistics: [...statistics].map(([name, one]) => catalogueStatistic(id, name, one)),
    inputs: [...inputs].map(([name, one]) => catalogueInput(id, name, statisticFor(one.statistic), one)),
    measures: [...measures].map(([name, one]) =>
      catalogueMeasure(id, name, statisticFor(one.statistic), one),
    ),
    indicators: [
      ...published.map(([name, one]) => identityDraft(id, name, one)),
      ...[...indicators].map(([name, one]) => indicatorDraft(id, name, one)),
    ],
    subjects: [...subjects].map(([name, one]) => catalogueSubject(id, name, one)),
    plausibility: [...rules].map(([name, one]) => catalogueRule(id, name, one)),
  };
}

function sectionOf(plugin: Section, name: string): Section {
  const entries = own(plugin, name);
  return isPlainObject(entries) ? entries : {};
}

/** The entries of a section whose name and shape are right; a checked shape is what its type says. */
function soundEntries<T>(plugin: Section, name: string, shape: Check, report: Report): Entries<T> {
  const sound = Object.entries(sectionOf(plugin, name)).filter(([key, entry]) => {
    const named = isSound(camelCase, key, at(name, key), report);
    return isSound(shape, entry, at(name, key), report) && named;
  });
  return new Map(sound as [string, T][]);
}

/** A key means one thing: an indicator named like a measure may dress it (title, direction), not change it. */
function reportFalseIdentities(
  plugin: string,
  measures: Entries<MeasureDefinition>,
  indicators: Entries<IndicatorData>,
  report: Report,
): void {
  for (const [name, { formula, unit }] of indicators) {
    const measure = measures.get(name);
    if (measure === undefined) continue;
    if (formula.op !== 'measure' || formula.key !== `${plugin}/${name}`) {
      const message = `must be m.${name}, since the measure has the same name; rename one of them`;
      report(`indicators.${name}.formula`, message);
    }
    if (unit !== measure.unit) {
      report(`indicators.${name}.unit`, `'${unit}' differs from that of the measure, '${measure.unit}'`);
    }
  }
}

/**
 * What people type are own counts, whatever the definition calls them: `atSource` is for the tables of institutes, which have
 * seen to the small numbers themselves. An institute is known by the code of its statistic.
 */
function reportUnprotectedPersons(
  {
    inputs,
    measures,
    statistics,
  }: {
    readonly inputs: Entries<InputDefinition>;
    readonly measures: Entries<MeasureDefinition>;
    readonly statistics: Entries<StatisticDefinition>;
  },
  names: readonly string[],
  report: Report,
): void {
  for (const input of inputs.values()) {
    const statistic = statisticOf(input.statistic, names) ?? '';
    if (input.reader !== 'own-figures' || statistics.get(statistic)?.code !== undefined) continue;
    for (const [name, measure] of measures) {
      const isPersons = measure.unit === 'person' || measure.unit === 'household';
      const isTyped =
        input.measures === undefined
          ? statisticOf(measure.statistic, names) === statistic
          : input.measures.includes(name);
      if (!isPersons || !isTyped || measure.countOf !== undefined || measure.disclosure !== 'atSource')
        continue;
      report(
        `measures.${name}.disclosure`,
        "'atSource' is refused for own figures, of which nobody has hidden the small numbers: write { minimum: 3 }, or the code of the statistic",
      );
    }
  }
}

/** A file is matched to an input by its own header, so two inputs of a plug-in cannot take the same one. */
function reportSharedFiles(inputs: Entries<InputDefinition>, report: Report): void {
  const takenBy = new Map<string, string>();
  for (const [name, input] of inputs) {
    const other = takenBy.get(fileOf(input));
    if (other !== undefined) {
      const [field, taken] =
        input.reader === 'own-figures'
          ? ['statistic', 'own figures of this statistic are']
          : ['table', `${input.table} is`];
      report(`inputs.${name}.${field}`, `${taken} already taken in by ${other}`);
    }
    takenBy.set(fileOf(input), name);
  }
}

/** What tells files of different inputs apart; of coded files of one table the contents and variables do. */
function fileOf(input: InputDefinition): string {
  if (input.reader === 'own-figures') return `own-figures ${input.statistic ?? ''}`;
  if (input.reader === 'genesis') return `genesis ${input.table}`;
  const { reader, table, values = [] } = input;
  const content = values.map((mapping) => mapping.content ?? '').sort();
  const variables = values
    .flatMap(({ where, dimensions }) => Object.keys({ ...where, ...dimensions }))
    .sort();
  return JSON.stringify([reader, table, [...new Set(content)], [...new Set(variables)]]);
}
