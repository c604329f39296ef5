import { type AppliedRule, type PlausibilityFinding, partitionRules, slotsOf } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';
import {
  cellsBeside,
  type HeldCells,
  type NumberedRule,
  numberedRules,
  ruleRow,
  slotRows,
} from './plausibility-rows.ts';
import {
  ANALYZE,
  CREATE_BESIDE,
  CREATE_SLOTS,
  DETAIL,
  DISTRICTS,
  FILL_BESIDE,
  FILL_SLOTS,
  FIND,
  heldSql,
} from './plausibility-sql.ts';
import type { Staged } from './stage-release.ts';

/** The findings of one severity: how many there are, how many of each rule by its key, and the first of them. */
export type Findings = {
  readonly count: number;
  readonly ofRule: ReadonlyMap<string, number>;
  readonly listed: readonly PlausibilityFinding[];
};

/** What is not plausible in a release. */
export type Plausibility = { readonly errors: Findings; readonly warnings: Findings };

/** So many errors and warnings are listed at most, whatever is wrong. */
const LISTED = { errors: 300, warnings: 100 };

const NONE: Findings = { count: 0, ofRule: new Map(), listed: [] };

/**
 * Checks a staged and stored release, which is not published yet, against the rules of its plug-in and adds up the categories of
 * its partitions: what `plausibilityFindings` of the domain says, for many rows. The number of statements does not
 * depend on the number of rules.
 */
export async function checkPlausibility(
  writer: Writer,
  catalogue: Pick<CatalogueInForce, 'plugins' | 'measures'>,
  release: {
    readonly id: number;
    readonly inputId: number;
    readonly plugin: string;
    readonly kind: 'full' | 'partial';
    readonly staged: Pick<Staged, 'measureIds' | 'periods'>;
    /** Who delivers it; null for whoever has the database, who reads everything anyway. */
    readonly deliverer: string | null;
  },
): Promise<Plausibility> {
  const rules = numberedRules(rulesOf(catalogue, release), catalogue.measures);
  if (rules.length === 0) return { errors: NONE, warnings: NONE };
  await writer.run('drop table if exists pg_temp.beside_cell, pg_temp.rule_slot');
  await writer.run(CREATE_BESIDE);
  await writer.run(CREATE_SLOTS);
  await fillBeside(writer, rules, { ...release, ownCounts: ownCountsOf(catalogue.measures) });
  const slots = slotRows(
    rules,
    await breakdownNumbers(writer),
    await writer.rows<HeldCells[number]>(heldSql('stage_cell')),
    await writer.rows<HeldCells[number]>(heldSql('beside_cell')),
  );
  if (slots.length === 0) return { errors: NONE, warnings: NONE };

  await writer.run(FILL_SLOTS, [...slotParameters(slots), ...ruleParameters(rules.map(ruleRow))]);
  await writer.run(ANALYZE);
  const found = await writer.rows<FoundRow>(FIND, [LISTED.errors, LISTED.warnings]);
  if (found.length === 0) return { errors: NONE, warnings: NONE };
  const findings = await detailed(writer, rules, found);
  const ruleKeys = new Map(rules.map(({ number, key }) => [number, key]));
  const ofSeverity = (isError: boolean): Findings => {
    const places = found.flatMap((row, index) => (row.isError === isError ? [index] : []));
    const ofRule = new Map(
      found.filter((row) => row.isError === isError).map((row) => [ruleKeys.get(row.rule) ?? '', row.ofRule]),
    );
    return {
      count: found[places[0] ?? -1]?.total ?? 0,
      ofRule,
      listed: places
        .map((place) => findings[place])
        .filter((finding) => finding !== undefined)
        .sort((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity) || 0),
    };
  };
  return { errors: ofSeverity(true), warnings: ofSeverity(false) };
}

/** Those of the plug-in of which a staged measure is a part, and those of the partitions of its measures. */
function rulesOf(
  { plugins, measures }: Pick<CatalogueInForce, 'plugins' | 'measures'>,
  { plugin, staged }: { readonly plugin: string; readonly staged: Pick<Staged, 'measureIds'> },
): readonly AppliedRule[] {
  const delivered = [...measures.values()].filter(({ id }) => staged.measureIds.includes(id));
  const keys = new Set(delivered.map(({ key }) => key));
  const declared = plugins.get(plugin)?.plausibility ?? [];
  return [
    ...declared.filter(({ check }) => slotsOf(check).some(({ measure }) => keys.has(measure))),
    ...delivered.flatMap(partitionRules),
  ];
}

/** Reads what is stored beside the release, as far as a rule reads it. */
async function fillBeside(
  writer: Writer,
  rules: readonly NumberedRule[],
  {
    id,
    inputId,
    kind,
    staged,
    deliverer,
    ownCounts,
  }: Parameters<typeof checkPlausibility>[2] & { readonly ownCounts: readonly number[] },
): Promise<void> {
  const { measureIds, periods } = cellsBeside(rules, kind, staged.periods);
  if (measureIds.length === 0) return;
  const districts = await writer.rows<{ district: number }>(DISTRICTS);
  await writer.run(FILL_BESIDE, [
    measureIds,
    periods,
    id,
    kind === 'partial' ? inputId : null,
    districts.map(({ district }) => district),
    ownCounts,
    deliverer,
  ]);
}

/** The measures (internal ids) that are own counts of persons: those that few of them can be told from. */
function ownCountsOf(measures: CatalogueInForce['measures']): readonly number[] {
  return [...measures.values()]
    .filter(({ disclosure }) => typeof disclosure === 'object')
    .map(({ id }) => id);
}

async function breakdownNumbers(writer: Writer) {
  const rows = await writer.rows<{ id: number; key: string }>('select id, key from breakdown');
  return {
    ids: new Map(rows.map(({ id, key }) => [key, id])),
    keys: new Map(rows.map(({ id, key }) => [id, key])),
  };
}

function slotParameters(slots: ReturnType<typeof slotRows>): readonly unknown[] {
  return [
    slots.map(({ instance }) => instance),
    slots.map(({ rule }) => rule),
    slots.map(({ later }) => later),
    slots.map(({ wholeId }) => wholeId),
    slots.map(({ slot }) => slot),
    slots.map(({ measureId }) => measureId),
    slots.map(({ period }) => period),
    slots.map(({ breakdownId }) => breakdownId),
  ];
}

function ruleParameters(rules: readonly ReturnType<typeof ruleRow>[]): readonly unknown[] {
  return [
    rules.map(({ rule }) => rule),
    rules.map(({ kind }) => kind),
    rules.map(({ isPartition }) => isPartition),
    rules.map(({ isError }) => isError),
    rules.map(({ slots }) => slots),
    rules.map(({ slack }) => slack),
    rules.map(({ tolerance }) => tolerance),
    rules.map(({ low }) => low),
    rules.map(({ high }) => high),
  ];
}

/** An instance that breaks a rule for a territory. */
type FoundRow = {
  readonly instanceNo: number;
  readonly territoryId: number;
  readonly rule: number;
  readonly period: string;
  readonly breakdown: string;
  readonly isError: boolean;
  readonly ofRule: number;
  readonly total: number;
};

type DetailRow = {
  readonly no: number;
  readonly slot: number;
  readonly value: number;
  readonly period: string;
  readonly breakdown: string;
  readonly isStored: boolean;
  readonly line: number | null;
  readonly column: number | null;
  readonly territory: string | null;
};

async function detailed(
  writer: Writer,
  rules: readonly NumberedRule[],
  found: readonly FoundRow[],
): Promise<readonly (PlausibilityFinding | undefined)[]> {
  const details = Map.groupBy(
    await writer.rows<DetailRow>(DETAIL, [
      found.map((_, index) => index),
      found.map(({ instanceNo }) => instanceNo),
      found.map(({ territoryId }) => territoryId),
    ]),
    ({ no }) => no,
  );
  const byNumber = new Map(rules.map((rule) => [rule.number, rule]));
  return found.map((row, index) => {
    const rule = byNumber.get(row.rule);
    return rule && findingOf(rule, row, details.get(index) ?? []);
  });
}

function findingOf(
  { number: _, slots, ...rule }: NumberedRule,
  { period, breakdown }: FoundRow,
  values: readonly DetailRow[],
): PlausibilityFinding {
  const place = values.find(({ isStored }) => !isStored);
  const declaredOf = ({ slot }: DetailRow) => slots[slot]?.declared;
  return {
    rule,
    territory: place?.territory ?? '',
    period,
    breakdown,
    measure: slots[0]?.measure ?? '',
    values: values.map((row) => ({
      measure: declaredOf(row)?.key ?? '',
      period: row.period,
      breakdown: row.breakdown,
      value: row.value,
      isStored: row.isStored,
      isOwnCount: typeof declaredOf(row)?.disclosure === 'object',
    })),
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}
