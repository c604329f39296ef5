import { type ReplacedEdition, smallerProblem } from '../changes/replaced-edition.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import type { BoundaryFile, BoundarySet } from './boundary-file.ts';
import { type BoundaryLevel, boundaryLevelNames } from './boundary-level.ts';
import { type BoundaryProblem, BoundaryProblems } from './boundary-problems.ts';
import {
  comparedWithRegister,
  noRegister,
  type RegisterInForce,
  registerInForce,
} from './compare-with-register.ts';

/**
 * What a file of boundaries brought. `changed` is false when all of it is stored already. `register` is the one in force
 * on the day. `borders` counts pairs of neighbours, `replaced` is the set of the same level and day that counted before.
 * `missing` are territories that the register shows and the file does not; `otherDay` are keys in the file that the
 * register does not show, which a wrong day explains, or a missing register.
 */
export type BoundaryImport = {
  readonly version: number;
  readonly changed: boolean;
  readonly register: RegisterInForce;
  readonly levels: readonly {
    readonly level: BoundaryLevel;
    readonly changed: boolean;
    readonly territories: number;
    readonly borders: number;
    readonly points: number;
    readonly replaced: ReplacedEdition | null;
    readonly missing: readonly { readonly key: string; readonly name: string }[];
    readonly otherDay: readonly string[];
  }[];
};

/** How boundaries are taken in; `smaller` says that a set is right although it holds much less than the one it replaces. */
export type BoundaryImportOptions = WriteOptions & { readonly checksum: string; readonly smaller?: boolean };

/**
 * Takes in boundaries as a new data version: one set for each level, which replaces the one of the same level and day.
 * Boundaries of other days stand beside it, in whatever order they come.
 *
 * Throws BoundaryProblems, with nothing stored, when no register of the day or before is there, when the store does not
 * know a territory of the file (a boundary of nothing would lead nowhere, and most likely the register of its time is not
 * imported yet), and when a set looks cut off beside the one that it would replace.
 */
export async function importBoundaries(
  store: Store,
  boundaries: BoundaryFile,
  { checksum, smaller = false, signal, onProgress }: BoundaryImportOptions,
): Promise<BoundaryImport> {
  const { file, validOn, sets } = boundaries;
  const note = `boundaries of ${validOn} (${file})`;
  return writeVersion<BoundaryImport>(
    store,
    { kind: 'boundaries', note, atomic: true, signal },
    async (writer) => {
      onProgress?.({ phase: 'storing', rows: sets.reduce((sum, { keys }) => sum + keys.length, 0) });
      const known = await knownTerritories(writer, boundaries);
      const register = await registerInForce(writer, validOn);
      const stored = new Map<BoundaryLevel, StoredSet>();
      for (const { level } of sets) {
        const set = await storedSet(writer, validOn, level);
        if (set !== null) stored.set(level, set);
      }
      const problems = [
        ...(register === null ? [await noRegister(writer, validOn)] : []),
        ...sets.flatMap((set) => unknownProblems(set, known)),
        ...(smaller ? [] : sets.flatMap((set) => smallerProblems(set, stored.get(set.level)))),
      ];
      if (register === null || problems.length > 0) throw new BoundaryProblems(file, problems);

      const levels: BoundaryImport['levels'][number][] = [];
      for (const set of sets) {
        const before = stored.get(set.level);
        const changed = before?.content_hash !== set.contentHash;
        if (changed) await storeSet(writer, { ...boundaries, checksum }, set, known);
        levels.push({
          level: set.level,
          changed,
          territories: set.keys.length,
          borders: set.neighbours.length,
          points: set.points,
          replaced: changed && before !== undefined ? replacedSet(set, before) : null,
          ...(await comparedWithRegister(writer, register, set)),
        });
      }
      const changed = levels.some((level) => level.changed);
      const version = changed ? writer.version : writer.version - 1;
      return { publish: changed, result: { version, changed, register, levels } };
    },
  );
}

/** Internal ids by level and key. */
type KnownTerritories = ReadonlyMap<string, number>;

async function knownTerritories(writer: Writer, { sets }: BoundaryFile): Promise<KnownTerritories> {
  const known = new Map<string, number>();
  for (const { level, keys } of sets) {
    const rows = await writer.rows<{ id: number; key: string }>(
      'select id, key from territory where kind = $1 and key = any($2::text[])',
      [level, keys],
    );
    for (const { id, key } of rows) known.set(`${level} ${key}`, id);
  }
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

/** The set of a level and day that counts so far. */
type StoredSet = { readonly file: string; readonly content_hash: string; readonly territories: number };

async function storedSet(writer: Writer, validOn: string, level: BoundaryLevel): Promise<StoredSet | null> {
  const [set] = await writer.rows<StoredSet>(
    `select file, content_hash, cardinality(territory_ids) as territories from boundary_set
     where kind = $1 and valid_on = $2 and version_until is null`,
    [level, validOn],
  );
  return set ?? null;
}

function replacedSet({ keys }: BoundarySet, { file, territories }: StoredSet): ReplacedEdition {
  return { file, before: territories, now: keys.length };
}

function smallerProblems(set: BoundarySet, before: StoredSet | undefined): readonly BoundaryProblem[] {
  if (before === undefined) return [];
  const field = boundaryLevelNames[set.level];
  const message = smallerProblem(replacedSet(set, before), field);
  return message === null ? [] : [{ field, message }];
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
