import type { Writer } from '../write/write-version.ts';
import { collectAhead } from './collect-ahead.ts';
import { countSql, IS_MUNICIPALITY } from './count-sql.ts';
import { severalInputs } from './several-inputs.ts';

/**
 * Collects what institutes delivered for the touched cells, as the temporary table `contributor`: one row a territory
 * and cell, with the moment that its boundary date belongs to and whether
 * the territory is live then: proven by official sources around, or shown by the latest. Where several inputs deliver the same cell, the latest release wins; a `-`
 * gives way to whatever another input says. Only what `collectAhead` adds is `absent`: nobody delivered it.
 *
 * To a measure that counts members each municipality contributes whether its value meets the condition.
 */
export async function collectContributors(writer: Writer): Promise<void> {
  const measures = await writer.rows<{ measure_id: number; counted_id: number | null }>(
    'select distinct measure_id, r.counted_id from touched join measure_rule r using (measure_id)',
  );
  const several = await severalInputs(
    writer,
    measures.map((row) => row.counted_id ?? row.measure_id),
  );
  const counting = measures.flatMap((row) => (row.counted_id === null ? [] : [row.measure_id]));
  await writer.run('drop table if exists pg_temp.contributor');
  await writer.run(`create temporary table contributor as ${delivered(counting, several)}`);
  if (counting.length > 0) await writer.run(`insert into contributor ${counted(several)}`);
  await writer.run('analyze contributor');
  await collectAhead(writer);
}

function delivered(counting: readonly number[], several: boolean): string {
  return `
${select('o.measure_id', 'o.value', 'o.sign', several)}
from touched x
join observation o using (district_id, measure_id, period, breakdown_id)
${JOINS}
where o.version_until is null${counting.length === 0 ? '' : ` and o.measure_id not in (${counting.join(', ')})`}
${several ? latestFirst('o.measure_id') : ''}`;
}

function counted(several: boolean): string {
  return `
${select('x.measure_id', countSql('o.value'), SIGN_OF_NO_VALUE, several)}
from touched x
join measure_rule r on r.measure_id = x.measure_id and r.counted_id is not null
join observation o on o.district_id = x.district_id and o.measure_id = r.counted_id and o.period = x.period
  and o.breakdown_id = x.breakdown_id
${JOINS}
where o.version_until is null and ${IS_MUNICIPALITY}
${several ? latestFirst('x.measure_id') : ''}`;
}

function select(measure: string, value: string, sign: string, several: boolean): string {
  return `select ${several ? `distinct on (o.district_id, ${measure}, o.territory_id, o.period, o.breakdown_id)` : ''}
  o.district_id, ${measure}, o.period, o.breakdown_id, o.territory_id, t.kind,
  ${value} as value, o.status, o.flags, ${sign} as sign, o.boundary_date, o.association_id, f.moment, f.known,
  coalesce(o.boundary_date between l.first and l.last or (o.boundary_date > l.last and l.is_latest), false) as live,
  l.territory_id is not null as registered, false as absent`;
}

/** The dash of a zero is none of the one that it counts as. */
const SIGN_OF_NO_VALUE = 'case when o.status <> 0 then o.sign end';

const JOINS = `join territory t on t.id = o.territory_id
join moment_of_day f on f.day = o.boundary_date
left join life l on l.territory_id = o.territory_id`;

function latestFirst(measure: string): string {
  return `order by o.district_id, ${measure}, o.territory_id, o.period, o.breakdown_id,
  o.sign is not distinct from '-', o.release_id desc`;
}
