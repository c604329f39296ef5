import { DEFAULT_MINIMUM, recommendationFieldTitles } from '@kreisweit/domain';
import { isPlainObject } from '../definition/frozen-copy.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { statisticOf } from '../registration/definition-shape.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import { own } from '../registration/shape.ts';

type Section = Readonly<Record<string, unknown>>;
type Entry = { readonly path: string; readonly name: string; readonly fields: Section };
type Report = (path: string, message: string) => void;

const FIELDS = Object.keys(recommendationFieldTitles);
const LANGUAGES = ['de', 'en'] as const;

/**
 * What a registered plug-in may lack, and a published one may not: descriptions in both languages, the source of its
 * statistics, what its indicators inform, an input for every measure, and a smallest count for own counts of persons. What
 * registration tells already (units, rules of adding up, forms of names) is not told again.
 */
export function completenessProblems(plugin: IndicatorPlugin): readonly PluginProblem[] {
  const problems: PluginProblem[] = [];
  const report: Report = (path, message) => problems.push({ plugin: plugin.id, path, message });
  const measures = entriesOf(plugin, 'measures');
  const indicators = entriesOf(plugin, 'indicators');
  const dressed = new Set(indicators.map(({ name }) => name));
  const published = [
    ...measures.filter(({ name, fields }) => own(fields, 'published') !== false && !dressed.has(name)),
    ...indicators,
  ];
  for (const statistic of entriesOf(plugin, 'statistics')) checkSource(statistic, report);
  for (const entry of published) checkTexts(entry, report);
  reportCopies(published, report);
  for (const { path, fields } of indicators) {
    const informs = own(fields, 'informs');
    if (informs !== undefined && (!Array.isArray(informs) || informs.length > 0)) continue;
    report(
      `${path}.informs`,
      `is missing: name at least one field that it speaks to, of ${FIELDS.join(', ')}`,
    );
  }
  const deliveredBy = (measure: Entry): readonly Entry[] =>
    entriesOf(plugin, 'inputs').filter(({ fields }) => delivers(plugin, fields, measure));
  for (const measure of measures) {
    if (own(measure.fields, 'countOf') !== undefined) continue;
    const inputs = deliveredBy(measure);
    if (inputs.length === 0 && plugin.load === undefined) {
      report(measure.path, 'is delivered by no input: map a table to it, or add an input for own figures');
    }
    checkOwnCounts(plugin, measure, inputs, report);
  }
  return problems;
}

function entriesOf(plugin: IndicatorPlugin, section: keyof IndicatorPlugin): readonly Entry[] {
  const entries: unknown = plugin[section];
  if (!isPlainObject(entries)) return [];
  return Object.entries(entries).flatMap(([name, fields]) =>
    isPlainObject(fields) ? [{ name, fields, path: `${section}.${name}` }] : [],
  );
}

function checkSource({ path, fields }: Entry, report: Report): void {
  if (own(fields, 'code') !== undefined || own(fields, 'url') !== undefined) return;
  report(path, 'has neither code nor url: write its EVAS code, or the address at which it is described');
}

function checkTexts({ path, fields }: Entry, report: Report): void {
  const title = own(fields, 'title');
  const description = own(fields, 'description');
  for (const [field, text] of [
    ['title', title],
    ['description', description],
  ] as const) {
    if (isPlainObject(text) && isSame(text.de, text.en)) {
      report(`${path}.${field}`, `is '${shortened(text.de)}' in both languages: translate it`);
    }
  }
  if (description === undefined) {
    report(
      `${path}.description`,
      'is missing: say in German and English what is counted, who and when, so that everybody understands it',
    );
    return;
  }
  for (const language of LANGUAGES) {
    if (
      isPlainObject(title) &&
      isPlainObject(description) &&
      isSame(title[language], description[language])
    ) {
      report(`${path}.description.${language}`, 'only repeats the title: say what is counted, who and when');
    }
  }
}

/** Two figures with one title cannot be told apart, and a copied description is wrong for one of them. */
function reportCopies(published: readonly Entry[], report: Report): void {
  for (const field of ['title', 'description']) {
    for (const language of LANGUAGES) {
      const first = new Map<string, string>();
      for (const { path, fields } of published) {
        const text = own(fields, field);
        const words = isPlainObject(text) ? normalised(text[language]) : '';
        const other = first.get(words);
        if (words === '') continue;
        if (other === undefined) first.set(words, path);
        else
          report(`${path}.${field}.${language}`, `is a copy of that of ${other}: say what is different here`);
      }
    }
  }
}

/** Whether an input has a mapping to a measure. Own figures without a list may hold all of their statistic. */
function delivers(plugin: IndicatorPlugin, input: Section, measure: Entry): boolean {
  const { columns, values, measures, reader } = input;
  const mapped = [columns, values].flatMap((list) => (Array.isArray(list) ? list : []));
  if (mapped.some((mapping) => isPlainObject(mapping) && mapping.measure === measure.name)) return true;
  if (reader !== 'own-figures') return false;
  if (Array.isArray(measures)) return measures.includes(measure.name);
  return statisticNamed(plugin, input) === statisticNamed(plugin, measure.fields);
}

/** Persons whom no official statistic counted: nobody has protected them before. */
function checkOwnCounts(
  plugin: IndicatorPlugin,
  { path, fields }: Entry,
  inputs: readonly Entry[],
  report: Report,
): void {
  const own = inputs.find((input) => input.fields.reader === 'own-figures');
  const statistic = plugin.statistics?.[statisticNamed(plugin, fields) ?? ''];
  if (own === undefined || statistic?.code !== undefined) return;
  if ((fields.unit !== 'person' && fields.unit !== 'household') || fields.disclosure !== 'atSource') return;
  report(
    `${path}.disclosure`,
    `'atSource' is for official tables, but ${own.path} takes in own counts: write { minimum: ${DEFAULT_MINIMUM} }`,
  );
}

function statisticNamed(plugin: IndicatorPlugin, fields: Section): string | null {
  return statisticOf(own(fields, 'statistic'), Object.keys(plugin.statistics ?? {}));
}

function isSame(one: unknown, other: unknown): boolean {
  return normalised(one) !== '' && normalised(one) === normalised(other);
}

function normalised(text: unknown): string {
  return typeof text === 'string' ? text.trim().replaceAll(/\s+/g, ' ').toLowerCase() : '';
}

function shortened(text: unknown): string {
  return String(text).slice(0, 60);
}
