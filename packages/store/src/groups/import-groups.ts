import { aggregateTouched } from '../aggregate/aggregate-touched.ts';
import { prepareGroupMembers } from '../aggregate/prepare-group-members.ts';
import { createTouchedTables } from '../aggregate/touched.ts';
import { catalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Store } from '../open-store.ts';
import { publishTouched } from '../publish/publish-touched.ts';
import { deriveReforms } from '../territory/derive-reforms.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { checkMembers } from './check-members.ts';
import type { GroupFile } from './declared-group.ts';
import { storeGroups } from './store-groups.ts';

/**
 * What a file of groups brought. `changed` is false when all of it is stored already. `withdrawn` are the keys of groups
 * that its sources declared before and do not declare any more, `series` those that were published for groups.
 */
export type GroupImport = {
  readonly version: number;
  readonly changed: boolean;
  readonly groups: number;
  readonly members: number;
  readonly withdrawn: readonly string[];
  readonly series: number;
};

/**
 * Takes in free groups of territories as a new data version, and computes and publishes their series for all that is
 * stored. The file is the whole truth of its sources; groups of other sources stay as they are. Earlier data versions
 * answer as before.
 *
 * Throws GroupProblems, with nothing stored, with everything that is wrong: in the file itself, members that are not known
 * or not in force all the time they are named for, and keys of other sources.
 */
export async function importGroups(
  store: Store,
  file: GroupFile,
  { signal, onProgress }: WriteOptions = {},
): Promise<GroupImport> {
  const about = {
    kind: 'groups',
    note: `groups of ${file.sources.join(', ')} (${file.file})`,
    // Territories carry no version.
    atomic: true,
    signal,
  } as const;
  const groups = file.groups.length;
  const members = file.groups.reduce((sum, group) => sum + group.members.length, 0);
  return writeVersion<GroupImport>(store, about, async (writer) => {
    onProgress?.({ phase: 'storing', rows: members });
    const idOf = await checkMembers(writer, file);
    const changed = await storeGroups(writer, file, idOf);
    if (changed === 0) {
      const result = {
        version: writer.version - 1,
        changed: false,
        groups,
        members,
        withdrawn: [],
        series: 0,
      };
      return { publish: false, result };
    }
    await deriveReforms(writer);
    signal?.throwIfAborted();
    const series = await publishGroups(writer, { signal, onProgress });
    return {
      publish: true,
      result: {
        version: writer.version,
        changed: true,
        groups,
        members,
        withdrawn: await withdrawnKeys(writer),
        series,
      },
    };
  });
}

/** Computes everything anew that groups have whose members changed, and what they had. */
async function publishGroups(writer: Writer, { signal, onProgress }: WriteOptions): Promise<number> {
  await createTouchedTables(writer);
  await prepareGroupMembers(writer);
  const touched = await writer.run(TOUCH, [writer.version]);
  if (touched === 0) return 0;
  await writer.run(TOUCH_SERIES);
  const catalogue = await catalogueInForce(writer);
  onProgress?.({ phase: 'aggregating', rows: touched });
  const aggregates = await aggregateTouched(writer, catalogue);
  signal?.throwIfAborted();
  onProgress?.({ phase: 'publishing', rows: aggregates });
  return publishTouched(writer, catalogue);
}

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
with changed as (
  select parent_id as group_id from membership
  where relation = 'group' and (version_from = $1 or version_until = $1)
)
select distinct s.parent_id, a.measure_id, a.period, a.breakdown_id
from group_source s
join aggregate a on a.district_id = s.district_id and a.territory_id = s.member_id and a.version_until is null
where not s.observed and s.parent_id in (select group_id from changed)
union
select distinct s.parent_id, o.measure_id, o.period, o.breakdown_id
from group_source s
join observation o on o.district_id = s.district_id and o.territory_id = s.member_id and o.version_until is null
where s.observed and s.parent_id in (select group_id from changed)
union
select a.district_id, a.measure_id, a.period, a.breakdown_id
from aggregate a
where a.district_id in (select group_id from changed) and a.version_until is null`;

/** Where no value changes, a day on which the members did may still mark another entry of the series. */
const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, district_id, measure_id, breakdown_id from touched`;

async function withdrawnKeys(writer: Writer): Promise<readonly string[]> {
  const rows = await writer.rows<{ key: string }>(
    `select t.key
     from territory_group g
     join territory t on t.id = g.territory_id
     where g.version_until = $1 and not exists (
       select from territory_group n where n.territory_id = g.territory_id and n.version_until is null
     )
     order by t.key`,
    [writer.version],
  );
  return rows.map(({ key }) => key);
}
