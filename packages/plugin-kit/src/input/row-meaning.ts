import { type Breakdown, breakdownKey, isOfficialTotal, officialCategory } from '@kreisweit/domain';
import type { IgnoredColumn } from '../definition/input-definition.ts';
import type { GenesisTable } from '../genesis/genesis-table.ts';
import { type ColumnPlan, collapsed, rowKind, type Target } from './column-plan.ts';

/**
 * What the rows with the same labels deliver, and how many of their values are skipped for which reason. `problems` are
 * labels that no code list knows, with the column in which they stand.
 */
export type RowMeaning = {
  readonly targets: readonly Target[];
  readonly skipped: readonly { readonly reason: string; readonly values: number }[];
  readonly problems: readonly { readonly column: number; readonly message: string }[];
};

type BrokenDown = { readonly targets: readonly Target[]; readonly problems: RowMeaning['problems'] };

const NOTHING: BrokenDown = { targets: [], problems: [] };

/**
 * Reads what rows mean by their labels. What `ignored` names is left out even where a mapping means it; an entry that
 * names neither header nor rows means the rest. Labels of a row that a mapping names need not be
 * categories. A column may deliver a row twice, as a category of one measure and as the whole of another.
 */
export function rowMeaning(
  table: Pick<GenesisTable, 'columns' | 'categoryColumns'>,
  plan: ColumnPlan,
  ignored: readonly IgnoredColumn[] = [],
): (categories: readonly string[]) => RowMeaning {
  const headers = new Map(table.columns.map(({ column, header }) => [column, JSON.stringify(header)]));
  const named = ignored.filter(({ header, rows }) => header !== undefined || rows !== undefined).map(read);
  const rest = ignored.find(({ header, rows }) => header === undefined && rows === undefined)?.reason;
  const mapped = new Set([...plan.fixed.values(), plan.brokenDown].flat().map(({ column }) => column));

  return (categories) => {
    const kind = rowKind(categories);
    const reasonOf = (column: number): string | undefined =>
      named.find(
        ({ header, row }) =>
          (header === null || header === headers.get(column)) && (row === null || row === kind),
      )?.reason;
    const isTaken = ({ column }: Target): boolean => reasonOf(column) === undefined;
    const fixed = (plan.fixed.get(kind) ?? []).filter(isTaken);
    const broken = brokenDown(table, plan, categories, plan.brokenDown.filter(isTaken));
    const same = new Set(fixed.map(placeOf));
    const targets = [...fixed, ...broken.targets.filter((target) => !same.has(placeOf(target)))];
    const delivered = new Set(targets.map(({ column }) => column));
    const skipped = new Map<string, number>();
    for (const { column } of table.columns) {
      if (delivered.has(column)) continue;
      const reason = reasonOf(column) ?? rest ?? noMapping(column, categories);
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    }
    return {
      targets,
      skipped: [...skipped].map(([reason, values]) => ({ reason, values })),
      problems: plan.fixed.has(kind) ? [] : broken.problems,
    };
  };

  function noMapping(column: number, categories: readonly string[]): string {
    if (!mapped.has(column)) return `no mapping for the column ${headers.get(column)}`;
    return `no mapping for the row ${categories.map((label) => `'${label}'`).join(', ')}`;
  }
}

function placeOf({ column, measure, breakdown }: Target): string {
  return `${column} ${measure} ${breakdownKey(breakdown)}`;
}

function read({ header, rows, reason }: IgnoredColumn) {
  return {
    header: header === undefined ? null : JSON.stringify(header.map(collapsed)),
    row: rows === undefined ? null : rowKind(rows.map(collapsed)),
    reason,
  };
}

function brokenDown(
  { categoryColumns }: Pick<GenesisTable, 'categoryColumns'>,
  { rowDimensions }: ColumnPlan,
  categories: readonly string[],
  targets: readonly Target[],
): BrokenDown {
  if (targets.length === 0) return NOTHING;
  const found: Record<string, string> = {};
  const problems: { readonly column: number; readonly message: string }[] = [];
  for (const [index, dimension] of rowDimensions.entries()) {
    const label = categories[index] ?? '';
    if (isOfficialTotal(label)) continue;
    const category = officialCategory(dimension, label);
    if (category !== null) found[dimension] = category.key;
    else
      problems.push({
        column: categoryColumns[index] ?? 0,
        message: `'${label}' is no category of ${dimension}: name it in 'ignored', or in the 'rows' of a column`,
      });
  }
  if (problems.length > 0) return { targets: [], problems };
  const breakdowns = new Map<Breakdown, Breakdown>();
  const merged = (own: Breakdown): Breakdown => {
    const known = breakdowns.get(own);
    if (known !== undefined) return known;
    const breakdown = Object.freeze({ ...found, ...own });
    breakdowns.set(own, breakdown);
    return breakdown;
  };
  return {
    targets: targets.map((target) => ({ ...target, breakdown: merged(target.breakdown) })),
    problems: [],
  };
}
