import {
  boundaryDate,
  breakdownKey,
  dimensions,
  districtKeyOf,
  InputProblems,
  isPeriod,
  type Measure,
  type Problem,
  parentKeysOf,
  parseTableKey,
  referenceDate,
  statusCodes,
  type TableKey,
  type TableLevel,
} from '@kreisweit/domain';
import { encodeCopyRow } from '../database/copy-text.ts';
import type { WriteOptions } from '../write/progress.ts';
import type { Writer } from '../write/write-version.ts';
import type { ReleaseInput } from './release-input.ts';
import { createStageTables } from './stage-tables.ts';

/** What was staged: the scope of the release, for the statements that follow. */
export type Staged = {
  readonly cells: number;
  readonly measureIds: readonly number[];
  readonly periods: readonly string[];
};

type StageContext = {
  readonly release: ReleaseInput;
  readonly plugin: string;
  readonly level: TableLevel;
  readonly measures: ReadonlyMap<string, Measure & { readonly id: number }>;
};

/** One territory as the file names it, in the order of its first line. */
type StagedTerritory = {
  readonly no: number;
  readonly key: TableKey;
  readonly name: string;
  readonly line: number | null;
};

/**
 * Reads a release, checks each observation by itself and streams it into temporary tables. All problems of the file are
 * collected; any one refuses the release. Memory holds one batch, the territories and the combinations of measure,
 * period and Land, whatever the length of the file.
 */
export async function stageRelease(
  writer: Writer,
  context: StageContext,
  options: WriteOptions,
): Promise<Staged> {
  await createStageTables(writer);
  const problems: Problem[] = [];
  const territories = new Map<string, StagedTerritory | null>();
  const breakdowns = new Map<string, number>();
  const moments = new Map<
    string,
    { readonly measure: Measure & { readonly id: number }; readonly period: string }
  >();
  let cells = 0;

  const territoryOf = (
    text: string,
    name: string | undefined,
    line: number | undefined,
  ): StagedTerritory | null => {
    const known = territories.get(text);
    if (known !== undefined) return known;
    const key = parseTableKey(text, context.level);
    const staged =
      key === null
        ? null
        : { no: territories.size + 1, key, name: name?.trim() || key.key, line: line ?? null };
    territories.set(text, staged);
    if (staged === null) {
      problems.push({
        file: context.release.file,
        line,
        column: 1,
        message: `'${text}' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde`,
      });
    }
    return staged;
  };

  async function* lines(): AsyncIterable<string> {
    for await (const batch of context.release.batches) {
      options.signal?.throwIfAborted();
      const encoded: string[] = [];
      for (const observation of batch) {
        const measure = context.measures.get(`${context.plugin}/${observation.measure}`);
        const where = { file: context.release.file, line: observation.line, column: observation.column };
        if (measure === undefined) {
          problems.push({
            ...where,
            message: `the plug-in ${context.plugin} has no measure '${observation.measure}'`,
          });
          continue;
        }
        const territory = territoryOf(observation.territory, observation.name, observation.line);
        const problem = problemOf(observation.period, observation.cell.value, measure);
        const breakdown = observation.breakdown === undefined ? '' : breakdownKey(observation.breakdown);
        const breakdownProblem = problemOfBreakdown(breakdowns, breakdown, observation.breakdown, measure);
        if (problem !== null) problems.push({ ...where, message: problem });
        if (breakdownProblem !== null) problems.push({ ...where, message: breakdownProblem });
        if (territory === null || problem !== null || breakdownProblem !== null) continue;

        const moment = `${measure.id} ${observation.period}`;
        if (!moments.has(moment)) moments.set(moment, { measure, period: observation.period });
        const { value, status, flags, sign } = observation.cell;
        encoded.push(
          encodeCopyRow([
            territory.no,
            observation.line ?? null,
            measure.id,
            observation.period,
            breakdowns.get(breakdown) ?? 0,
            value,
            statusCodes[status],
            flags,
            sign,
          ]),
        );
      }
      cells += batch.length;
      options.onProgress?.({ phase: 'reading', rows: cells });
      // After the first problem nothing will be stored: the rest is read for its problems only.
      if (problems.length === 0) yield encoded.join('');
    }
  }

  await writer.transaction(() =>
    writer.copyIn(
      'stage_cell',
      ['territory_no', 'line', 'measure_id', 'period', 'breakdown_no', 'value', 'status', 'flags', 'sign'],
      lines(),
    ),
  );
  const measureIds = [...new Set([...moments.values()].map(({ measure }) => measure.id))];
  if (problems.length === 0 && cells === 0) {
    problems.push({ file: context.release.file, message: 'the file holds no observation' });
  }
  if (problems.length > 0) throw new InputProblems(`${context.release.file} is refused`, problems);

  const staged = [...territories.values()].filter((territory) => territory !== null);
  await writer.transaction(async () => {
    await stageTerritories(writer, staged);
    await stageMoments(writer, context.release, [...moments.values()], staged);
    await stageBreakdowns(writer, breakdowns);
  });
  return { cells, measureIds, periods: [...new Set([...moments.values()].map(({ period }) => period))] };
}

function problemOf(period: string, value: number | null, measure: Measure): string | null {
  if (!isPeriod(period)) return `'${period}' is no period: expected 2015, 2015-Q1 or 2015-06`;
  if (value !== null && value < 0 && measure.unit === 'person')
    return `${value} persons: a count cannot be negative`;
  return null;
}

/** Numbers the breakdowns of a file from 1 (0 is the total) and checks each once. */
function problemOfBreakdown(
  known: Map<string, number>,
  key: string,
  breakdown: Readonly<Record<string, string>> | undefined,
  measure: Measure,
): string | null {
  if (key === '' || breakdown === undefined) return null;
  for (const dimension in breakdown) {
    if (!measure.dimensions.includes(dimension))
      return `the measure ${measure.key} has no dimension '${dimension}'`;
  }
  if (known.has(key)) return null;
  for (const [dimension, category] of Object.entries(breakdown)) {
    const categories = dimensions.find((candidate) => candidate.key === dimension)?.categories ?? [];
    if (!categories.some((candidate) => candidate.key === category)) {
      return `'${category}' is no category of ${dimension}: expected ${categories.map((each) => each.key).join(', ')}`;
    }
  }
  known.set(key, known.size + 1);
  return null;
}

async function stageTerritories(writer: Writer, territories: readonly StagedTerritory[]): Promise<void> {
  const rows = territories.map(({ no, key, name, line }) =>
    encodeCopyRow([
      no,
      key.kind,
      key.key,
      key.delivered,
      name,
      line,
      districtKeyOf(key),
      key.association,
      key.kind === 'country' ? null : key.key.slice(0, 2),
    ]),
  );
  await writer.copyIn(
    'stage_territory',
    ['no', 'kind', 'key', 'delivered_key', 'name', 'line', 'district_key', 'association_key', 'state'],
    rows,
  );
  const above = territories.flatMap(({ key }) =>
    parentKeysOf(key).map((parent) => ({
      kind: key.kind,
      key: key.key,
      parentKind: parent.kind,
      parentKey: parent.key,
    })),
  );
  await writer.copyIn(
    'stage_parent',
    ['kind', 'key', 'parent_kind', 'parent_key'],
    above.map((row) => encodeCopyRow([row.kind, row.key, row.parentKind, row.parentKey])),
  );
}

/** The dates of a value depend on measure, period and Land only; footers may set the boundary date of a Land. */
async function stageMoments(
  writer: Writer,
  release: ReleaseInput,
  moments: readonly { readonly measure: Measure & { readonly id: number }; readonly period: string }[],
  territories: readonly StagedTerritory[],
): Promise<void> {
  const states = [
    ...new Set(territories.map(({ key }) => (key.kind === 'country' ? '' : key.key.slice(0, 2)))),
  ];
  await writer.copyIn(
    'stage_moment',
    ['measure_id', 'period', 'state', 'reference_date', 'boundary_date'],
    moments.flatMap(({ measure, period }) =>
      states.map((state) =>
        encodeCopyRow([
          measure.id,
          period,
          state,
          referenceDate(period, measure.reference),
          boundaryDate(period, state, release.boundaryNotes),
        ]),
      ),
    ),
  );
}

async function stageBreakdowns(writer: Writer, breakdowns: ReadonlyMap<string, number>): Promise<void> {
  const keys = [...breakdowns.keys()];
  await writer.run(
    `insert into breakdown (id, key)
     select (select max(id) from breakdown) + row_number() over (order by k.position), k.key
     from unnest($1::text[]) with ordinality as k (key, position)
     where not exists (select from breakdown b where b.key = k.key)`,
    [keys],
  );
  await writer.run(
    `insert into stage_breakdown (no, id)
     select 0, 0 union all
     select k.no, b.id from unnest($1::text[], $2::int[]) as k (key, no) join breakdown b on b.key = k.key`,
    [keys, [...breakdowns.values()]],
  );
}
