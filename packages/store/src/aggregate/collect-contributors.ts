import type { Writer } from '../write/write-version.ts';
import { collectAhead } from './collect-ahead.ts';
import { severalInputs } from './several-inputs.ts';

/**
 * Collects what institutes delivered for the touched cells, as the temporary table `contributor`: one row a territory
 * and cell, with the moment that its boundary date belongs to and whether
 * the territory is live then: proven by official sources around, or shown by the latest. Where several inputs deliver the same cell, the latest release wins; a `-`
 * gives way to whatever another input says.
 */
export async function collectContributors(writer: Writer): Promise<void> {
  const measures = await writer.rows<{ measure_id: number }>('select distinct measure_id from touched');
  const several = await severalInputs(
    writer,
    measures.map((row) => row.measure_id),
  );
  await writer.run('drop table if exists pg_temp.contributor');
  await writer.run(`
create temporary table contributor as
select ${several ? 'distinct on (o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id)' : ''}
  o.district_id, o.measure_id, o.period, o.breakdown_id, o.territory_id, t.kind,
  o.value, o.status, o.flags, o.sign, o.boundary_date, o.association_id, r.moment, r.known,
  coalesce(o.boundary_date between l.first and l.last or (o.boundary_date > l.last and l.is_latest), false) as live,
  l.territory_id is not null as registered
from touched x
join observation o using (district_id, measure_id, period, breakdown_id)
join territory t on t.id = o.territory_id
join moment_of_day r on r.day = o.boundary_date
left join life l on l.territory_id = o.territory_id
where o.version_until is null
${several ? LATEST_FIRST : ''}`);
  await writer.run('analyze contributor');
  await collectAhead(writer);
}

const LATEST_FIRST = `order by o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id,
  o.sign is not distinct from '-', o.release_id desc`;
