import {
  type Accuracy,
  type Breakdown,
  boundaryDate,
  breakdownKey,
  type DeliveredObservation,
  flagBits,
  InputProblems,
  type Measure,
  type Problem,
  parseTableKey,
  referenceDate,
  statusCodes,
  type TableLevel,
} from '@kreisweit/domain';
import { encodeCopyRow } from '../database/copy-text.ts';
import type { WriteOptions } from '../write/progress.ts';
import type { Writer } from '../write/write-version.ts';
import { breakdownProblem, observationProblem } from './observation-problem.ts';
import type { ReleaseInput } from './release-input.ts';
import { createStageTables } from './stage-tables.ts';
import { type Place, type TerritoryDirectory, territoryDirectory } from './territory-directory.ts';

/** What was staged: the size and the scope of the release. */
export type Staged = {
  readonly cells: number;
  readonly provisional: number;
  readonly measureIds: readonly number[];
  readonly periods: readonly string[];
  /** Which measures the file holds for which periods. */
  readonly scope: readonly { readonly measureId: number; readonly period: string }[];
};

type KnownMeasure = Measure & { readonly id: number };

type StageContext = {
  readonly release: ReleaseInput;
  readonly plugin: string;
  readonly level: TableLevel;
  readonly accuracy: Accuracy | null;
  readonly measures: ReadonlyMap<string, KnownMeasure>;
};

type StagedPlace = Place & {
  readonly no: number;
  /** The kind that the key has by its digits. */
  readonly namedKind: string;
  readonly delivered: string;
  readonly state: string;
  readonly name: string;
  readonly line: number | null;
};

/** `onStaged` is asked when the whole file is read and staged and nothing is stored yet; it refuses the release by throwing. */
export type StageOptions = WriteOptions & { readonly onStaged?: () => Promise<void> };

/**
 * Reads a release, checks each observation by itself, places it and streams it into temporary tables. All problems of
 * the file are collected; any one refuses the release. Memory holds one batch, the directory of territories and the
 * combinations of measure, period and Land, whatever the length of the file.
 */
export async function stageRelease(
  writer: Writer,
  context: StageContext,
  options: StageOptions,
): Promise<Staged> {
  await createStageTables(writer);
  const directory = await territoryDirectory(writer);
  const places = new Map<string, StagedPlace | null>();
  const breakdowns = await breakdownNumbers(writer);
  const moments = new Map<string, Moment>();
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const inexact = accuracyFlags(context.accuracy);
  let cells = 0;

  const placeOf = (observation: DeliveredObservation): StagedPlace | null => {
    const known = places.get(observation.territory);
    if (known !== undefined) return known;
    const staged = stagePlace(directory, observation, context.level, places.size + 1);
    places.set(observation.territory, staged);
    if (staged === null) {
      const message = `'${observation.territory}' is no key of a territory: expected DG or the digits of a Land, Kreis or Gemeinde`;
      tell({ file: context.release.file, line: observation.line, column: 1, message });
    }
    return staged;
  };

  const encode = (observation: DeliveredObservation): string => {
    const { file } = context.release;
    const where = { file, line: observation.line, column: observation.column };
    const measure = context.measures.get(`${context.plugin}/${observation.measure}`);
    if (measure === undefined) {
      tell({
        ...where,
        message: `the plug-in ${context.plugin} has no measure '${observation.measure}'`,
      });
      return '';
    }
    const place = placeOf(observation);
    const { value, status, flags, sign } = observation.cell;
    const problem = observationProblem(observation.period, observation.cell, measure);
    const breakdown = breakdowns.numberOf(observation.breakdown, measure);
    if (problem !== null) tell({ ...where, message: problem });
    if (typeof breakdown === 'string') tell({ ...where, message: breakdown });
    if (place === null || problem !== null || typeof breakdown === 'string') return '';
    return encodeCopyRow([
      place.districtId,
      measure.id,
      place.own.canonicalId,
      observation.period,
      breakdown,
      place.associationId,
      value,
      statusCodes[status],
      flags | inexact,
      sign,
      place.no,
      momentOf(moments, measure, observation.period, place.state).no,
      observation.line ?? null,
      observation.column ?? null,
    ]);
  };

  async function* lines(): AsyncIterable<string> {
    for await (const batch of context.release.batches) {
      options.signal?.throwIfAborted();
      let encoded = '';
      for (const observation of batch) encoded += encode(observation);
      cells += batch.length;
      options.onProgress?.({ phase: 'reading', rows: cells });
      // After the first problem nothing will be stored: the rest is read for its problems only.
      if (problems.length === 0) yield encoded;
    }
  }

  await writer.transaction(() => writer.copyIn('stage_cell', STAGE_CELL, lines()));
  if (problems.length === 0 && cells === 0) {
    problems.push({ file: context.release.file, message: 'the file holds no observation' });
  }
  if (problems.length > 0) throw new InputProblems(`${context.release.file} is refused`, problems);

  const placed = [...places.values()].filter((place) => place !== null);
  await writer.transaction(async () => {
    await breakdowns.save();
    await savePlaces(writer, directory, placed);
    await saveMoments(writer, context.release, [...moments.values()]);
    // Before it commits: of what is refused not even the keys are kept.
    await options.onStaged?.();
  });
  return {
    cells,
    provisional: directory.added().length,
    measureIds: [...new Set([...moments.values()].map(({ measure }) => measure.id))],
    periods: [...new Set([...moments.values()].map(({ period }) => period))].sort(),
    scope: [
      ...new Map(
        [...moments.values()].map(({ measure, period }) => [
          `${measure.id} ${period}`,
          { measureId: measure.id, period },
        ]),
      ).values(),
    ],
  };
}

/** Nobody mends more of them at once, and a file could have millions. */
const MOST_PROBLEMS = 10_000;

const STAGE_CELL = [
  'district_id',
  'measure_id',
  'territory_id',
  'period',
  'breakdown_id',
  'association_id',
  'value',
  'status',
  'flags',
  'sign',
  'place_no',
  'moment_no',
  'line',
  'file_column',
];

/** Every value carries how exact it is, so that whatever is computed from it does too. */
function accuracyFlags(accuracy: Accuracy | null): number {
  if (accuracy === null) return 0;
  return 'perturbed' in accuracy ? flagBits.PERTURBED : flagBits.ROUNDED;
}

function stagePlace(
  directory: TerritoryDirectory,
  { territory, name, line }: DeliveredObservation,
  level: TableLevel,
  no: number,
): StagedPlace | null {
  const key = parseTableKey(territory, level);
  if (key === null) return null;
  const state = key.kind === 'country' ? '' : key.key.slice(0, 2);
  const label = name?.trim() ?? '';
  return {
    ...directory.place(key),
    no,
    namedKind: key.kind,
    delivered: key.delivered,
    state,
    name: label === '' ? key.key : label,
    line: line ?? null,
  };
}

/** A combination of measure, period and Land, for which the dates of a value are the same. */
type Moment = {
  readonly no: number;
  readonly measure: KnownMeasure;
  readonly period: string;
  readonly state: string;
};

function momentOf(
  moments: Map<string, Moment>,
  measure: KnownMeasure,
  period: string,
  state: string,
): Moment {
  const name = `${measure.id} ${period} ${state}`;
  const known = moments.get(name);
  if (known !== undefined) return known;
  const moment = { no: moments.size + 1, measure, period, state };
  moments.set(name, moment);
  return moment;
}

/** Numbers breakdowns as the store does; a text is the answer where one does not fit the measure. */
async function breakdownNumbers(writer: Writer) {
  const rows = await writer.rows<{ id: number; key: string }>('select id, key from breakdown');
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  const checked = new Map<string, string | null>();
  let lastId = rows.reduce((largest, row) => Math.max(largest, row.id), 0);
  const fresh: { readonly id: number; readonly key: string }[] = [];
  return {
    numberOf: (breakdown: Breakdown | undefined, measure: Measure): number | string => {
      if (breakdown === undefined) return 0;
      const key = breakdownKey(breakdown);
      const check = `${measure.key} ${key}`;
      const known = checked.get(check);
      const problem = known === undefined ? breakdownProblem(breakdown, measure) : known;
      if (known === undefined) checked.set(check, problem);
      if (problem !== null) return problem;
      const id = ids.get(key);
      if (id !== undefined) return id;
      lastId += 1;
      ids.set(key, lastId);
      fresh.push({ id: lastId, key });
      return lastId;
    },
    save: () =>
      writer.run('insert into breakdown (id, key) select * from unnest($1::int[], $2::text[])', [
        fresh.map((breakdown) => breakdown.id),
        fresh.map((breakdown) => breakdown.key),
      ]),
  };
}

async function savePlaces(
  writer: Writer,
  directory: TerritoryDirectory,
  places: readonly StagedPlace[],
): Promise<void> {
  const added = directory.added();
  await writer.run(
    `insert into territory (id, kind, key, evidence)
     select id, kind, key, 'TABLE' from unnest($1::int[], $2::text[], $3::text[]) as t (id, kind, key)`,
    [added.map((entry) => entry.id), added.map((entry) => entry.kind), added.map((entry) => entry.key)],
  );
  await writer.copyIn(
    'stage_place',
    ['no', 'own_id', 'territory_id', 'kind', 'role', 'delivered_key', 'name', 'line'],
    places.map(({ no, own, namedKind, delivered, name, line }) =>
      encodeCopyRow([no, own.id, own.canonicalId, own.canonicalKind, namedKind, delivered, name, line]),
    ),
  );
  await writer.copyIn(
    'stage_membership',
    ['member_id', 'parent_id', 'relation'],
    directory
      .namedParents()
      .map(({ memberId, parentId, relation }) => encodeCopyRow([memberId, parentId, relation])),
  );
  await writer.run('analyze stage_place, stage_membership');
}

/** The boundary date is the end of the period, unless a footer of the table sets it, for a Land or for all. */
async function saveMoments(writer: Writer, release: ReleaseInput, moments: readonly Moment[]): Promise<void> {
  await writer.copyIn(
    'stage_moment',
    ['no', 'measure_id', 'period', 'reference_date', 'boundary_date'],
    moments.map(({ no, measure, period, state }) =>
      encodeCopyRow([
        no,
        measure.id,
        period,
        referenceDate(period, measure.reference),
        boundaryDate(period, state, release.boundaryNotes),
      ]),
    ),
  );
}
