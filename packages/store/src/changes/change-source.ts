import type { Writer } from '../write/write-version.ts';

/** What a list of changes or a crosswalk is, and which days it is about (ISO). */
export type ChangeSource = {
  readonly kind: 'changes' | 'crosswalk';
  /** The kind of territory that a crosswalk converts; null for a list of changes, which has all kinds. */
  readonly territoryKind: 'municipality' | 'district' | null;
  readonly file: string;
  readonly checksum: string;
  readonly coversFrom: string;
  readonly coversUntil: string;
  readonly sourceDays: readonly string[];
  readonly targetOn: string | null;
  readonly demo: boolean;
};

/** Whether this very file counts already. */
export async function isLoadedSource(writer: Writer, checksum: string): Promise<boolean> {
  const rows = await writer.rows(
    'select id from change_source where checksum = $1 and version_until is null',
    [checksum],
  );
  return rows.length > 0;
}

/** Enters a source under a new number. It replaces an earlier edition: of the same kind, about the same days. */
export async function insertChangeSource(writer: Writer, source: ChangeSource): Promise<number> {
  const { kind, territoryKind, file, checksum, coversFrom, coversUntil, sourceDays, targetOn, demo } = source;
  await writer.run(
    `update change_source set version_until = $1
     where version_until is null and kind = $2 and territory_kind is not distinct from $3
       and covers_from = $4 and covers_until = $5 and target_on is not distinct from $6::date`,
    [writer.version, kind, territoryKind, coversFrom, coversUntil, targetOn],
  );
  const rows = await writer.rows<{ id: number }>(
    `insert into change_source (
       id, kind, territory_kind, file, checksum, covers_from, covers_until, source_days, target_on, demo, version_from
     )
     select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7::date[], $8, $9, $10 from change_source
     returning id`,
    [
      kind,
      territoryKind,
      file,
      checksum,
      coversFrom,
      coversUntil,
      sourceDays,
      targetOn,
      demo,
      writer.version,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the source of changes got no number');
  return id;
}

/** Adds the territories of `stage_territory` (kind, key) that are not known, and confirms those that only tables knew. */
export async function addListedTerritories(writer: Writer): Promise<number> {
  const added = await writer.run(ADD);
  await writer.run(CONFIRM);
  return added;
}

const ADD = `
insert into territory (id, kind, key, evidence)
select (select coalesce(max(id), 0) from territory) + row_number() over (order by s.key, s.kind), s.kind, s.key, 'LIST'
from (select distinct kind, key from stage_territory) s
where not exists (select from territory t where t.kind = s.kind and t.key = s.key)`;

const CONFIRM = `
update territory t set evidence = 'LIST'
from stage_territory s
where t.kind = s.kind and t.key = s.key and t.evidence = 'TABLE'`;
