import type { Writer } from '../write/write-version.ts';

/** Closes the open aggregates of the touched cells of territories of some kinds, before they are computed anew. */
export async function closeAggregates(writer: Writer, kinds: readonly string[]): Promise<void> {
  await writer.run(
    `update aggregate a set version_until = $1
     from touched t, territory k
     where a.district_id = t.district_id and a.measure_id = t.measure_id and a.period = t.period
       and a.breakdown_id = t.breakdown_id and a.version_until is null
       and k.id = a.territory_id and k.kind = any($2)`,
    [writer.version, kinds],
  );
}
