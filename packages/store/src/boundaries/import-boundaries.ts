import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import type { BoundaryFile, BoundarySet } from './boundary-file.ts';
import { type BoundaryLevel, boundaryLevelNames } from './boundary-level.ts';
import { type BoundaryProblem, BoundaryProblems } from './boundary-problems.ts';

/**
 * What a file of boundaries brought. `changed` is false when all of it is stored already. `borders` counts pairs of
 * neighbours. `missing` are territories that the register in force on the day shows and the file does not; `otherDay`
 * are keys in the file that this register does not show, which a wrong day explains, or a missing register.
 */
export type BoundaryImport = {
  readonly version: number;
  readonly changed: boolean;
  readonly levels: readonly {
    readonly level: BoundaryLevel;
    readonly changed: boolean;
    readonly territories: number;
    readonly borders: number;
    readonly points: number;
    readonly missing: readonly { readonly key: string; readonly name: string }[];
    readonly otherDay: readonly string[];
  }[];
};

/**
 * Takes in boundaries as a new data version: one set for each level, which replaces the one of the same level and day.
 * Boundaries of other days stand beside it, in whatever order they come.
 *
 * Throws BoundaryProblems when the store does not know a territory of the file: a boundary of nothing would lead
 * nowhere, and most likely the register of its time is not imported yet.
 */
export async function importBoundaries(
  store: Store,
  boundaries: BoundaryFile,
  { checksum, signal, onProgress }: WriteOptions & { readonly checksum: string },
): Promise<BoundaryImport> {
  const { file, validOn, sets } = boundaries;
  const note = `boundaries of ${validOn} (${file})`;
  return writeVersion<BoundaryImport>(
    store,
    { kind: 'boundaries', note, atomic: true, signal },
    async (writer) => {
      onProgress?.({ phase: 'storing', rows: sets.reduce((sum, { keys }) => sum + keys.length, 0) });
      const known = await knownTerritories(writer, boundaries);
      const levels: BoundaryImport['levels'][number][] = [];
      for (const set of sets) {
        const changed = !(await isStored(writer, validOn, set));
        if (changed) await storeSet(writer, { ...boundaries, checksum }, set, known);
        levels.push({
          level: set.level,
          changed,
          territories: set.keys.length,
          borders: set.neighbours.length,
          points: set.points,
          ...(await comparedWithRegister(writer, validOn, set)),
        });
      }
      const changed = levels.some((level) => level.changed);
      const version = changed ? writer.version : writer.version - 1;
      return { publish: changed, result: { version, changed, levels } };
    },
  );
}

/** Internal ids by level and key. */
type KnownTerritories = ReadonlyMap<string, number>;

async function knownTerritories(writer: Writer, { file, sets }: BoundaryFile): Promise<KnownTerritories> {
  const known = new Map<string, number>();
  for (const { level, keys } of sets) {
    const rows = await writer.rows<{ id: number; key: string }>(
      'select id, key from territory where kind = $1 and key = any($2::text[])',
      [level, keys],
    );
    for (const { id, key } of rows) known.set(`${level} ${key}`, id);
  }
  const problems = sets.flatMap((set) => unknownProblems(set, known));
  if (problems.length > 0) throw new BoundaryProblems(file, problems);
  return known;
}

function unknownProblems({ level, keys }: BoundarySet, known: KnownTerritories): readonly BoundaryProblem[] {
  const unknown = keys.filter((key) => !known.has(`${level} ${key}`));
  const advice = 'import the register of the time of these boundaries first';
  if (unknown.length > 1 && unknown.length === keys.length) {
    const message = `none of these ${keys.length} territories is stored: ${advice}`;
    return [{ field: boundaryLevelNames[level], message }];
  }
  return unknown.map((key) => ({
    field: `${level} ${key}`,
    message: `no such territory is stored: ${advice}`,
  }));
}

async function isStored(writer: Writer, validOn: string, set: BoundarySet): Promise<boolean> {
  const rows = await writer.rows(
    `select id from boundary_set
     where kind = $1 and valid_on = $2 and content_hash = $3 and version_until is null`,
    [set.level, validOn, set.contentHash],
  );
  return rows.length > 0;
}

async function storeSet(
  writer: Writer,
  { file, validOn, source, licence, checksum }: BoundaryFile & { readonly checksum: string },
  set: BoundarySet,
  known: KnownTerritories,
): Promise<void> {
  const idOf = (key: string) => known.get(`${set.level} ${key}`);
  await writer.run(REPLACE_SET, [writer.version, set.level, validOn]);
  await writer.run(INSERT_SET, [
    set.level,
    validOn,
    file,
    checksum,
    source,
    licence,
    set.changes,
    set.keys.map(idOf),
    set.contentHash,
    set.topology,
    writer.version,
  ]);
  await writer.run(INSERT_NEIGHBOURS, [
    set.neighbours.map(([one]) => idOf(one)),
    set.neighbours.map(([, other]) => idOf(other)),
  ]);
}

const REPLACE_SET = `
update boundary_set set version_until = $1 where kind = $2 and valid_on = $3 and version_until is null`;

const INSERT_SET = `
insert into boundary_set (
  id, kind, valid_on, file, checksum, source, licence, changes, territory_ids, content_hash, topology, version_from
)
select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8::int[], $9, $10, $11 from boundary_set`;

const INSERT_NEIGHBOURS = `
insert into neighbour (boundary_set_id, territory_id, neighbour_id)
select s.id, d.territory_id, d.neighbour_id
from (select max(id) as id from boundary_set) s
cross join (
  select p.one as territory_id, p.other as neighbour_id from unnest($1::int[], $2::int[]) p (one, other)
  union all
  select p.other, p.one from unnest($1::int[], $2::int[]) p (one, other)
) d`;

async function comparedWithRegister(writer: Writer, validOn: string, { level, keys }: BoundarySet) {
  const rows = await writer.rows<{ key: string; name: string }>(IN_REGISTER, [level, validOn]);
  const drawn = new Set(keys);
  const registered = new Set(rows.map(({ key }) => key));
  return {
    missing: rows.filter(({ key }) => !drawn.has(key)).map(({ key, name }) => ({ key, name })),
    otherDay: rows.length === 0 ? [] : keys.filter((key) => !registered.has(key)),
  };
}

/** What the register in force on a day shows of a level; an association of one municipality is that municipality. */
const IN_REGISTER = `
select t.key, e.name
from register_entry e
join territory t on t.id = e.territory_id
where t.kind = $1 and not (t.kind = 'association' and t.same_as is not null)
  and e.register_id = (
    select id from register
    where version_until is null
    order by territory_date <= $2 desc, case when territory_date <= $2 then territory_date end desc, territory_date
    limit 1
  )
order by t.key`;
