import { measureInputsOf } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';
import { countedId } from './counted-id.ts';

/**
 * The two lists that carry a change through the store, as temporary tables of the writer's session:
 * `touched` names the cells whose aggregates are computed anew, each once; `touched_series` the series whose indicators
 * are.
 */
export async function createTouchedTables(writer: Writer): Promise<void> {
  await writer.run('drop table if exists pg_temp.touched, pg_temp.touched_series');
  await writer.run(
    `create temporary table touched (
      district_id int not null, measure_id int not null, period text collate "C" not null, breakdown_id int not null,
      primary key (district_id, measure_id, period, breakdown_id)
    )`,
  );
  await writer.run(
    `create temporary table touched_series (
      district_id int not null, territory_id int not null, measure_id int not null, breakdown_id int not null
    )`,
  );
}

/**
 * Touches all cells of some measures, and all series of some indicators and of those that read the measures: for a
 * change of the catalogue or of the territories. Without a choice, everything is touched: also aggregates of territories
 * that have lost their last member. A measure that counts members has the cells of the one whose values it counts.
 */
export async function touchMeasures(
  writer: Writer,
  catalogue: CatalogueInForce,
  choice?: { readonly measures: readonly string[]; readonly indicators: readonly string[] },
): Promise<void> {
  const all = [...catalogue.measures.values()];
  const computed =
    choice === undefined ? all : all.filter((measure) => choice.measures.includes(measure.key));
  const read = new Set(
    (choice?.indicators ?? []).flatMap((key) => {
      const indicator = catalogue.indicators.get(key);
      return indicator === undefined ? [] : measureInputsOf(indicator.resolved).map((input) => input.key);
    }),
  );
  const published = all.filter((measure) => computed.includes(measure) || read.has(measure.key));
  await writer.run(
    `insert into touched (district_id, measure_id, period, breakdown_id)
     select o.district_id, c.id, o.period, o.breakdown_id
     from unnest($1::int[], $2::int[]) as c (id, source_id)
     join observation o on o.measure_id = c.source_id
     where o.version_until is null
     union
     select district_id, measure_id, period, breakdown_id
     from aggregate
     where measure_id = any($1) and version_until is null
     on conflict do nothing`,
    [
      computed.map((measure) => measure.id),
      computed.map((measure) => countedId(catalogue, measure) ?? measure.id),
    ],
  );
  await writer.run(
    `insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
     select distinct district_id, territory_id, measure_id, breakdown_id
     from observation
     where measure_id = any($1) and version_until is null
     union
     select distinct district_id, territory_id, measure_id, breakdown_id
     from aggregate
     where measure_id = any($1) and version_until is null`,
    [published.map((measure) => measure.id)],
  );
}
