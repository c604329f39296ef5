import {
  type Breakdown,
  breakdownKey,
  isOfficialTotal,
  officialCategory,
  type Problem,
} from '@kreisweit/domain';
import type { CodedInput, CodedMapping, IgnoredRows } from '../definition/input-definition.ts';
import type { MeasureDefinition } from '../definition/plugin-definition.ts';
import { unitProblem } from '../genesis/unit-label.ts';
import { didYouMean } from '../registration/did-you-mean.ts';
import type { LongTable } from './long-table.ts';

/** What a row of a long table delivers. `mapping` is the place of its mapping in the definition. */
export type LongTarget = {
  readonly mapping: number;
  readonly measure: string;
  readonly breakdown: Breakdown;
  readonly factor: number;
  readonly reference: MeasureDefinition['reference'];
};

/**
 * What the rows with the same codes mean: they deliver their targets, or are skipped for a reason, or they cannot be read,
 * each problem with the index of its variable among those of the table (null: it concerns the unit).
 */
export type LongMeaning =
  | { readonly targets: readonly LongTarget[] }
  | { readonly reason: string }
  | { readonly problems: readonly { readonly variable: number | null; readonly message: string }[] };

/** Reads what rows mean by the code of their value, their unit and the codes of their variables. */
export type LongPlan = {
  readonly meaning: (content: string, unit: string, codes: readonly string[]) => LongMeaning;
  /** What each mapping means, for messages. */
  readonly mappings: readonly string[];
};

type Condition = { readonly at: number; readonly codes: readonly string[]; readonly isTotal: boolean };

type Selection = { readonly content: string | undefined; readonly conditions: readonly Condition[] };

type Rule = Selection & {
  readonly place: number;
  readonly mapping: CodedMapping;
  readonly measure: MeasureDefinition;
  readonly dimensions: readonly { readonly at: number; readonly dimension: string }[];
  /** The variables that must hold their total. */
  readonly totals: readonly number[];
};

/** Variables that say how a value is counted, which its time and its unit say already. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['FREQ', 'UNIT_MEASURE', 'UNIT']);

/**
 * Compiles the mappings of an input for a table. Every variable they name must be one of the table: what does not fit is
 * reported, and the plan is then not to be used. A row that `ignored` names is left out even where a mapping means it; an
 * entry that names nothing means the rest. Two mappings may take the same row for different measures.
 */
export function longPlan(
  table: Pick<LongTable, 'file' | 'variables' | 'format'>,
  { values = [], ignored = [] }: Pick<CodedInput, 'values' | 'ignored'>,
  measures: Readonly<Record<string, MeasureDefinition>>,
  report: (problem: Problem) => void,
): LongPlan {
  const { variables, file } = table;
  const said = new Set<string>();
  const placeOf = (variable: string): number => {
    const at = variables.indexOf(variable);
    if (at < 0 && !said.has(variable)) {
      said.add(variable);
      const known = variables.length === 0 ? 'none' : variables.join(', ');
      const message = `the file has no variable ${variable}${didYouMean(variable, variables)}; it has ${known}`;
      report({ file, message });
    }
    return at;
  };
  const select = ({ content, where = {} }: Pick<CodedMapping, 'content' | 'where'>): Selection => ({
    content,
    conditions: Object.entries(where).map(([variable, wanted]) => {
      const codes = typeof wanted === 'string' ? [wanted] : wanted;
      return { at: placeOf(variable), codes, isTotal: codes.some(isOfficialTotal) };
    }),
  });
  const rules = values.map((mapping, place): Rule => {
    const measure = measures[mapping.measure];
    if (measure === undefined)
      throw new Error(`the plug-in has no measure ${mapping.measure}: register it first`);
    const selection = select(mapping);
    const dimensions = Object.entries(mapping.dimensions ?? {}).map(([variable, dimension]) => ({
      at: placeOf(variable),
      dimension,
    }));
    const named = new Set([...selection.conditions, ...dimensions].map(({ at }) => at));
    const totals = variables.flatMap((variable, at) =>
      named.has(at) || isSaidElsewhere(variable, table.format) ? [] : [at],
    );
    return { ...selection, place, mapping, measure, dimensions, totals };
  });
  const leftOut = ignored.map((entry) => ({ ...select(entry), reason: entry.reason, isRest: isRest(entry) }));

  const meaning: LongPlan['meaning'] = (content, unit, codes) => {
    const named = leftOut.find((entry) => !entry.isRest && selects(entry, content, codes));
    if (named !== undefined) return { reason: named.reason };
    const targets = new Map<string, LongTarget>();
    const unknown = new Map<string, { readonly variable: number; readonly message: string }>();
    const wrongUnits = new Map<string, { readonly variable: null; readonly message: string }>();
    for (const rule of rules) {
      if (!selects(rule, content, codes)) continue;
      if (!rule.totals.every((at) => isOfficialTotal(codes[at] ?? ''))) continue;
      const breakdown = breakdownOf(rule, codes);
      if ('unknown' in breakdown) {
        const { at, dimension } = breakdown.unknown;
        const message = `'${codes[at]}' of ${variables[at]} is no category of ${dimension}`;
        unknown.set(message, { variable: at, message });
        continue;
      }
      const { measure: name, factor = 1 } = rule.mapping;
      const wrong = unitProblem(unit, rule.measure.unit, rule.mapping.factor);
      if (wrong !== null) {
        const message = `${wrong} (${name})`;
        wrongUnits.set(message, { variable: null, message });
      }
      const target = { mapping: rule.place, measure: name, breakdown: breakdown.found, factor };
      const key = `${name} ${breakdownKey(breakdown.found)}`;
      if (!targets.has(key)) targets.set(key, { ...target, reference: rule.measure.reference });
    }
    if (wrongUnits.size > 0) return { problems: [...wrongUnits.values()] };
    if (targets.size > 0) return { targets: [...targets.values()] };
    const rest = leftOut.find((entry) => entry.isRest);
    if (rest !== undefined) return { reason: rest.reason };
    if (unknown.size > 0) return { problems: [...unknown.values()] };
    return { reason: `no mapping for ${shownRow(content, codes, variables)}` };
  };
  return { meaning, mappings: values.map(shownMapping) };
}

function isRest({ content, where = {} }: IgnoredRows): boolean {
  return content === undefined && Object.keys(where).length === 0;
}

function isSaidElsewhere(variable: string, format: LongTable['format']): boolean {
  return format !== 'genesis-flat' && SAID_ELSEWHERE.has(variable.toUpperCase());
}

function selects(
  { content: wanted, conditions }: Selection,
  content: string,
  codes: readonly string[],
): boolean {
  if (wanted !== undefined && content !== wanted) return false;
  return conditions.every(({ at, codes: allowed, isTotal }) => {
    const code = codes[at] ?? '';
    return allowed.includes(code) || (isTotal && isOfficialTotal(code));
  });
}

type Found =
  | { readonly found: Breakdown }
  | { readonly unknown: { readonly at: number; readonly dimension: string } };

function breakdownOf({ dimensions }: Rule, codes: readonly string[]): Found {
  const found: Record<string, string> = {};
  for (const place of dimensions) {
    const code = codes[place.at] ?? '';
    if (isOfficialTotal(code)) continue;
    const category = officialCategory(place.dimension, code);
    if (category === null) return { unknown: place };
    found[place.dimension] = category.key;
  }
  return { found: Object.freeze(found) };
}

/** `BEVSTD with GES 'GESM', NAT 'NATA'`; without the variables that hold their total. */
function shownRow(content: string, codes: readonly string[], variables: readonly string[]): string {
  const named = codes.flatMap((code, at) => (isOfficialTotal(code) ? [] : [`${variables[at]} '${code}'`]));
  const broken = named.length === 0 ? 'the total' : named.join(', ');
  return content === '' ? broken : `${content} with ${broken}`;
}

function shownMapping({ content, where = {}, measure }: CodedMapping): string {
  const conditions = Object.entries(where).map(
    ([variable, codes]) =>
      `${variable} ${[codes]
        .flat()
        .map((code) => `'${code}'`)
        .join(' or ')}`,
  );
  const rows = [...(content === undefined ? [] : [content]), ...conditions].join(' with ');
  return rows === '' ? measure : `${rows} (${measure})`;
}
