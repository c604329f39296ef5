import { withdrawDemoActors } from '../demo/withdraw-demo-actors.ts';
import { withdrawDemoCooperation } from '../demo/withdraw-demo-cooperation.ts';
import type { Writer } from '../write/write-version.ts';

/**
 * Withdraws the demo, its registers, releases, invented actors and their cooperation, and touches every cell that they carried. Answers
 * false when there is none. Earlier data versions keep registers and figures; of actors and cooperation there are none.
 */
export async function withdrawDemo(writer: Writer): Promise<boolean> {
  const demo = await writer.rows(
    `select id from register where demo and version_until is null
     union all select id from release where demo and version_until is null
     union all select id from change_source where demo and version_until is null`,
  );
  if (demo.length === 0) return false;
  await writer.transaction(async () => {
    await writer.run('update register set version_until = $1 where demo and version_until is null', [
      writer.version,
    ]);
    await writer.run('update change_source set version_until = $1 where demo and version_until is null', [
      writer.version,
    ]);
    await writer.run('update release set version_until = $1 where demo and version_until is null', [
      writer.version,
    ]);
    await writer.run('drop table if exists pg_temp.withdrawn_cell');
    await writer.run(`create temporary table withdrawn_cell as ${CELLS}`, [writer.version]);
    await writer.run(`update observation set version_until = $1 where version_until is null and ${OF_DEMO}`, [
      writer.version,
    ]);
    await writer.run(TOUCH);
    await writer.run(TOUCH_SERIES);
    await withdrawDemoCooperation(writer.rows);
    await withdrawDemoActors(writer.rows);
  });
  return true;
}

const OF_DEMO = 'release_id in (select id from release where demo and version_until = $1)';

const CELLS = `
select district_id, measure_id, territory_id, period, breakdown_id
from observation where version_until is null and ${OF_DEMO}`;

const TOUCH = `
insert into touched (district_id, measure_id, period, breakdown_id)
select distinct district_id, measure_id, period, breakdown_id from withdrawn_cell
on conflict do nothing`;

const TOUCH_SERIES = `
insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
select distinct district_id, territory_id, measure_id, breakdown_id from withdrawn_cell`;
