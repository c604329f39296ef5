import { type CatalogueInput, InputProblems } from '@kreisweit/domain';
import { aggregateTouched } from '../aggregate/aggregate-touched.ts';
import { createTouchedTables } from '../aggregate/touched.ts';
import { catalogueInForce } from '../catalogue/catalogue-in-force.ts';
import { publishTouched } from '../publish/publish-touched.ts';
import { extendProvisional } from '../territory/extend-provisional.ts';
import { nameListed } from '../territory/name-listed.ts';
import { touchChangedAssociations } from '../territory/touch-changed-associations.ts';
import type { WriteOptions } from '../write/progress.ts';
import type { Writer } from '../write/write-version.ts';
import { checkPlausibility, type Findings } from './check-plausibility.ts';
import { countDifferences } from './count-differences.ts';
import { judgeSigns } from './judge-signs.ts';
import { type MergedCells, mergeDoubled, mergeRepeated } from './merge-doubled.ts';
import { placeByDay } from './place-by-day.ts';
import type { ReleaseInput } from './release-input.ts';
import {
  type Audience,
  type ReleaseWarning,
  refuseImplausible,
  releaseWarnings,
} from './release-warnings.ts';
import { type Staged, type StageOptions, stageRelease } from './stage-release.ts';
import { storeObservations } from './store-observations.ts';

/**
 * What a release did. `changed` is false when this very file is loaded already; nothing was written then.
 * `withdrawn` counts the cells that an earlier release of the input held and this one does not, `differences` the
 * delivered totals that differ from the sum of their members by more than the accuracy of the figures explains.
 *
 * `cells` were read; of them `stored` stand in the store now, `dropped` are `-` of keys that are dissolved or not yet there,
 * which gave way to another row of the same territory, and `merged` repeat what another row of it says: all cells
 * of a file that was taken in are one of these. `warningCount` findings were not plausible; `warnings` are the first of them,
 * told in full to the one who delivers the file and to reviewers as to everybody.
 */
export type ReleaseIngest = {
  readonly version: number;
  readonly release: number;
  readonly changed: boolean;
  readonly cells: number;
  readonly territories: number;
  readonly withdrawn: number;
  readonly provisional: number;
  readonly aggregates: number;
  readonly series: number;
  readonly differences: number;
  readonly stored: number;
  readonly merged: number;
  readonly dropped: number;
  readonly warningCount: number;
  readonly warnings: readonly ReleaseWarning[];
};

/**
 * Takes in one release as part of a data version: reads and checks it, stores its observations, rolls up what they touch
 * and publishes the indicators that depend on them. Writes nothing when this very file is loaded already. Throws
 * InputProblems for bad input and for figures that break a rule that is an error; `audience` is who reads that then.
 */
export async function takeInRelease(
  writer: Writer,
  release: ReleaseInput,
  options: StageOptions = {},
  audience: Audience = warningsFor(release),
): Promise<ReleaseIngest> {
  const catalogue = await catalogueInForce(writer);
  const input = catalogue.inputs.get(release.input);
  if (input === undefined)
    throw new InputProblems(`${release.file} is refused`, [unknownInput(release, catalogue.inputs)]);
  const loaded = await loadedRelease(writer, release);
  if (loaded !== null) return loaded;

  const { plugin, level, accuracy = null } = input;
  const context = { release, plugin, level, accuracy, measures: catalogue.measures };
  const staged = await stageRelease(writer, context, options);
  const report = (phase: 'storing' | 'aggregating' | 'publishing', rows: number): void => {
    options.signal?.throwIfAborted();
    options.onProgress?.({ phase, rows });
  };

  report('storing', staged.cells);
  const { id, doubled } = await writer.transaction(async () => {
    const doubled = await mergeDoubled(writer, release.file);
    await placeByDay(writer);
    await judgeSigns(writer, { inputId: input.id, kind: release.kind });
    const releaseId = await insertRelease(writer, release, input, staged);
    await writer.run(RELEASE_MOMENTS, [releaseId]);
    await extendProvisional(writer);
    return { id: releaseId, doubled };
  });
  await createTouchedTables(writer);
  const storeCells = (merged: MergedCells) =>
    writer.transaction(async () => {
      const { scope } = staged;
      const about = { id, inputId: input.id, kind: release.kind };
      const { stored, withdrawn } = await storeObservations(writer, { ...about, scope });
      if (release.refusesShrinking === true && withdrawn > staged.cells) {
        throw shrinking(release.file, withdrawn, staged.cells);
      }
      const { errors, warnings } = await checkPlausibility(writer, catalogue, {
        ...about,
        plugin,
        staged,
        deliverer: delivererIn(options),
      });
      refuseImplausible(release.file, errors, audience);
      if (warnings.count > 0) await keepWarnings(writer, id, warnings);
      const territories = await writer.run(RELEASE_TERRITORIES, [id]);
      await nameListed(writer, id);
      await touchChangedAssociations(writer);
      return {
        territories,
        withdrawn,
        stored,
        ...merged,
        warningCount: warnings.count,
        warnings: releaseWarnings(warnings, warningsFor(release)),
      };
    });
  const done = await storeCells(doubled).catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    const repeated = await mergeRepeated(writer, release.file);
    return storeCells({
      merged: doubled.merged + repeated.merged,
      dropped: doubled.dropped + repeated.dropped,
    });
  });
  report('aggregating', staged.cells);
  const aggregates = await aggregateTouched(writer, catalogue);
  report('publishing', aggregates);
  const series = await publishTouched(writer, catalogue);
  const differences = await countDifferences(writer, catalogue);
  report('publishing', series);
  return {
    version: writer.version,
    release: id,
    changed: true,
    cells: staged.cells,
    ...done,
    provisional: staged.provisional,
    aggregates,
    series,
    differences,
  };
}

/** Who delivers over the API; null for commands on the database. */
function delivererIn({ acting }: WriteOptions): string | null {
  return acting === undefined || acting.principal.kind === 'operator' ? null : acting.principal.id;
}

/** Of a proposed release reviewers read what came of it; else the one who delivers it. */
function warningsFor({ proposed }: Pick<ReleaseInput, 'proposed'>): Audience {
  return proposed === undefined ? 'deliverer' : 'everybody';
}

/** What is kept may be shown to everybody later. */
async function keepWarnings(writer: Writer, releaseId: number, warnings: Findings): Promise<void> {
  await writer.run('update release set warning_count = $2, warnings = $3 where id = $1', [
    releaseId,
    warnings.count,
    JSON.stringify(releaseWarnings(warnings, 'everybody')),
  ]);
}

/** Not a law of the store, where a table may well become smaller: a question to the one who delivers it. */
function shrinking(file: string, withdrawn: number, cells: number): InputProblems {
  const message =
    `holds ${cells} cells and would withdraw ${withdrawn} that an earlier file of this table holds: is it cut off, or filtered to some ` +
    'territories? If it is meant to replace them, withdraw the earlier release first ("kreisweit releases" lists them)';
  return new InputProblems(`${file} is refused`, [{ file, message }]);
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

const RELEASE_MOMENTS = `
insert into release_moment (release_id, measure_id, period, boundary_date)
select distinct $1::int, measure_id, period, boundary_date from stage_moment`;

const RELEASE_TERRITORIES = `
insert into release_territory (release_id, territory_id, delivered_key, delivered_name, line)
select distinct on (territory_id) $1, territory_id, delivered_key, name, line
from stage_place
where no in (select place_no from stage_cell)
order by territory_id, line`;

function unknownInput(release: ReleaseInput, inputs: ReadonlyMap<string, unknown>) {
  return {
    file: release.file,
    message: `the catalogue has no input '${release.input}'; it has ${[...inputs.keys()].join(', ') || 'none'}`,
  };
}

/** The release that this file became, if nothing was delivered for its input since and the input reads as it did. */
export async function loadedRelease(
  writer: Writer,
  { input, checksum, kind }: Pick<ReleaseInput, 'input' | 'checksum' | 'kind'>,
): Promise<ReleaseIngest | null> {
  const rows = await writer.rows<{
    id: number;
    checksum: string;
    kind: string;
    cells: number;
    version_from: number;
  }>(
    `select id, checksum, kind, cells, version_from from release
     where input_id = (select id from catalogue_item where kind = 'input' and key = $1) and version_until is null
     and not exists (
       select from catalogue_version v where v.item_id = release.input_id and v.version_from > release.version_from
     )
     order by id desc limit 1`,
    [input],
  );
  const latest = rows[0];
  if (latest?.checksum !== checksum || latest.kind !== kind) return null;
  return {
    version: latest.version_from,
    release: latest.id,
    changed: false,
    cells: latest.cells,
    territories: 0,
    withdrawn: 0,
    provisional: 0,
    aggregates: 0,
    series: 0,
    differences: 0,
    stored: 0,
    merged: 0,
    dropped: 0,
    warningCount: 0,
    warnings: [],
  };
}

/** How many years one of two dates of the staged cells lies after the other at most; 0 where it never does. */
function yearsBetween(later: string, earlier: string): string {
  return `(select greatest(0, max(extract(year from ${later}) - extract(year from ${earlier}))) from stage_moment)`;
}

async function insertRelease(
  writer: Writer,
  release: ReleaseInput,
  { id: inputId, accuracy }: Pick<CatalogueInput, 'accuracy'> & { readonly id: number },
  staged: Staged,
): Promise<number> {
  const rows = await writer.rows<{ id: number }>(
    `insert into release (
       id, input_id, kind, source, title, institute, licence, file, checksum, retrieved_at, notes, demo,
       cells, measure_ids, levels, periods, boundary_years_behind, boundary_years_ahead, version_from,
       proposed_release_id, received_at, rounded_to, perturbed
     )
     select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9::timestamp at time zone 'Europe/Berlin', $10, $11,
       $12, $13, array(select distinct role from stage_place order by role), $14, ${yearsBetween('reference_date', 'boundary_date')},
       ${yearsBetween('boundary_date', 'reference_date')}, $15,
       $16, coalesce((select proposed_at from proposed_release where id = $16), now()), $17, $18
     from release
     returning id`,
    [
      inputId,
      release.kind,
      release.source,
      release.title,
      release.institute,
      release.licence,
      release.file,
      release.checksum,
      release.retrieved,
      release.notes,
      release.demo,
      staged.cells,
      staged.measureIds,
      staged.periods,
      writer.version,
      release.proposed ?? null,
      accuracy !== undefined && 'roundedTo' in accuracy ? accuracy.roundedTo : null,
      accuracy !== undefined && 'perturbed' in accuracy,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the release got no number');
  return id;
}
