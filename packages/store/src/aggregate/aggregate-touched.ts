import type { Measure } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';
import { aggregateGroups } from './aggregate-groups.ts';
import { closeAggregates } from './close-aggregates.ts';
import { collectContributors } from './collect-contributors.ts';
import { type Adding, contributions } from './contributions.ts';
import { countedId } from './counted-id.ts';
import { prepareMembers } from './prepare-members.ts';
import { rollUpSql } from './roll-up.ts';
import { touchDistrictsAhead } from './touch-districts-ahead.ts';

/**
 * Computes the aggregates of all touched cells anew, from the municipalities up to the country and the free groups, and
 * notes which series they touch. The rows that they replace are closed, not overwritten.
 */
export async function aggregateTouched(writer: Writer, catalogue: CatalogueInForce): Promise<number> {
  await writer.run('analyze touched');
  const anyWeighted = await writeRules(writer, catalogue);
  await touchDistrictsAhead(writer);
  if (anyWeighted) {
    await touchWeightedMeans(writer);
    await touchDistrictsAhead(writer);
  }
  await touchCounts(writer);
  const adding = await whatAddsUp(writer);
  await prepareMembers(writer, adding);
  await collectContributors(writer);
  await collectWeights(writer, adding);
  let written = 0;
  for (const pass of passes) {
    written += await writer.transaction(async () => {
      if (pass.members === 'districts') await prepareDistricts(writer, pass.kinds);
      await closeAggregates(writer, pass.kinds);
      const { ofDistricts, ofMunicipalities } = contributions(adding);
      const contribution = pass.members === 'districts' ? ofDistricts : ofMunicipalities;
      return writer.run(rollUpSql(contribution, adding), [writer.version, pass.kinds]);
    });
    if (pass.members === 'municipalities' && written >= MANY_ROWS) await writer.run('analyze aggregate');
  }
  written += await writer.transaction(() => aggregateGroups(writer, catalogue, adding));
  await noteSeries(writer);
  return written;
}

/** After so many new rows the planner's picture of a young table is wrong, and the next passes and publishing read them. */
const MANY_ROWS = 1000;

/** Bottom up: a country adds up districts, and Hamburg and Berlin are districts that stand as states. */
const passes = [
  { kinds: ['district', 'association'], members: 'municipalities' },
  { kinds: ['region', 'state'], members: 'districts' },
  { kinds: ['country'], members: 'districts' },
] as const;

/** Answers whether any measure is a weighted mean. */
async function writeRules(writer: Writer, catalogue: CatalogueInForce): Promise<boolean> {
  const measures = [...catalogue.measures.values()];
  const weightOf = ({ rollup }: Measure): number | null =>
    typeof rollup === 'string' ? null : (catalogue.measures.get(rollup.weightedMeanBy)?.id ?? null);
  await writer.run('drop table if exists pg_temp.measure_rule');
  await writer.run(
    `create temporary table measure_rule (
      measure_id int primary key, rollup text, weight_id int, reporting text, additivity text,
      counted_id int, above double precision, at_least double precision, below double precision, at_most double precision
    )`,
  );
  await writer.run(
    `insert into measure_rule select * from unnest(
       $1::int[], $2::text[], $3::int[], $4::text[], $5::text[],
       $6::int[], $7::double precision[], $8::double precision[], $9::double precision[], $10::double precision[]
     )`,
    [
      measures.map((measure) => measure.id),
      measures.map(({ rollup }) => (typeof rollup === 'string' ? rollup : 'weightedMean')),
      measures.map(weightOf),
      measures.map((measure) => (measure.reportedAt === 'association' ? 'association' : 'municipality')),
      measures.map((measure) => measure.additivity),
      measures.map((measure) => countedId(catalogue, measure)),
      measures.map(({ countOf }) => countOf?.above ?? null),
      measures.map(({ countOf }) => countOf?.atLeast ?? null),
      measures.map(({ countOf }) => countOf?.below ?? null),
      measures.map(({ countOf }) => countOf?.atMost ?? null),
    ],
  );
  await writer.run('analyze measure_rule');
  return measures.some((measure) => weightOf(measure) !== null);
}

/**
 * New weights change the means that use them, also of a district that has no value of the mean itself: its weight counts in the
 * coverage of the territories above.
 */
async function touchWeightedMeans(writer: Writer): Promise<void> {
  await writer.run(
    `insert into touched (district_id, measure_id, period, breakdown_id)
     select distinct t.district_id, r.measure_id, t.period, t.breakdown_id
     from touched t
     join measure_rule r on r.weight_id = t.measure_id
     where exists (
       select from release
       where r.measure_id = any(measure_ids) and t.period = any(periods) and version_until is null
     )
     on conflict do nothing`,
  );
}

/** A new value may meet a condition that the one before did not meet; a withdrawn one meets none. */
async function touchCounts(writer: Writer): Promise<void> {
  await writer.run(
    `insert into touched (district_id, measure_id, period, breakdown_id)
     select t.district_id, r.measure_id, t.period, t.breakdown_id
     from touched t
     join measure_rule r on r.counted_id = t.measure_id
     on conflict do nothing`,
  );
}

async function whatAddsUp(writer: Writer): Promise<Adding> {
  const [row] = await writer.rows<Adding>(
    `select coalesce(bool_or(weight_id is not null), false) as weighted,
       coalesce(bool_or(reporting = 'association'), false) as "associationsReport"
     from measure_rule
     where measure_id in (select measure_id from touched)`,
  );
  return row ?? { weighted: false, associationsReport: false };
}

async function collectWeights(writer: Writer, { weighted }: Adding): Promise<void> {
  await writer.run('drop table if exists pg_temp.weight_observation');
  await writer.run(
    `create temporary table weight_observation (
      district_id int, measure_id int, territory_id int, period text collate "C", breakdown_id int, value double precision,
      status smallint
    )`,
  );
  if (!weighted) return;
  await writer.run(
    `insert into weight_observation
     select distinct on (w.district_id, w.measure_id, w.territory_id, w.period, w.breakdown_id)
       w.district_id, w.measure_id, w.territory_id, w.period, w.breakdown_id, w.value, w.status
     from touched t
     join measure_rule r on r.measure_id = t.measure_id and r.weight_id is not null
     join observation w on w.district_id = t.district_id and w.measure_id = r.weight_id and w.period = t.period
       and w.breakdown_id = t.breakdown_id and w.version_until is null
     order by w.district_id, w.measure_id, w.territory_id, w.period, w.breakdown_id,
       w.sign is not distinct from '-', w.release_id desc`,
  );
}

/**
 * Lays out what districts contribute to the territories above them, where a district or the territory's own row was
 * touched. That row may come from another release than the one that touched the districts, so it is collected here too.
 */
async function prepareDistricts(writer: Writer, kinds: readonly string[]): Promise<void> {
  await writer.run(
    'drop table if exists pg_temp.district_above, pg_temp.touched_above, pg_temp.district_value',
  );
  await writer.run(
    `create temporary table district_above as
     select distinct m.relation, coalesce(c.same_as, c.id) as member_id, coalesce(p.same_as, p.id) as parent_id
     from membership m
     join territory c on c.id = m.member_id and c.kind = 'district'
     join territory p on p.id = m.parent_id and p.kind = any($1)
     where m.version_until is null and coalesce(c.same_as, c.id) <> coalesce(p.same_as, p.id)`,
    [kinds],
  );
  await writer.run(
    `create temporary table touched_above as
     select d.parent_id as district_id, t.measure_id, t.period, t.breakdown_id
     from touched t
     join district_above d on d.member_id = t.district_id
     union
     select district_id, measure_id, period, breakdown_id
     from touched
     where district_id in (select parent_id from district_above)`,
  );
  await writer.run('analyze district_above, touched_above');
  await writer.run(
    `insert into touched (district_id, measure_id, period, breakdown_id)
     select district_id, measure_id, period, breakdown_id from touched_above
     on conflict do nothing`,
  );
  await writer.run(
    `insert into contributor
     select o.district_id, o.measure_id, o.period, o.breakdown_id, o.territory_id, t.kind,
       o.value, o.status, o.flags, o.sign, o.boundary_date, null, null, null, null, null, null
     from (
       select distinct on (o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id) o.*
       from touched_above x
       join observation o using (district_id, measure_id, period, breakdown_id)
       where o.version_until is null and o.territory_id = o.district_id
       order by o.district_id, o.measure_id, o.territory_id, o.period, o.breakdown_id,
         o.sign is not distinct from '-', o.release_id desc
     ) o
     join territory t on t.id = o.territory_id and t.kind = any($1)
     where not exists (
       select from contributor c
       where c.district_id = o.district_id and c.territory_id = o.territory_id and c.measure_id = o.measure_id
         and c.period = o.period and c.breakdown_id = o.breakdown_id
     )`,
    [kinds],
  );
  await writer.run(
    `create temporary table district_value as
     select a.territory_id, a.measure_id, a.period, a.breakdown_id, a.value, a.status, a.flags, a.sign, a.boundary_date
     from (
       select distinct member_id from district_above where parent_id in (select district_id from touched_above)
     ) d
     join aggregate a on a.district_id = d.member_id and a.territory_id = d.member_id
       and a.measure_id = any(array(
         select measure_id from touched_above
         union select r.weight_id from touched_above x join measure_rule r on r.measure_id = x.measure_id
       ))
       and a.period = any(array(select distinct period from touched_above)) and a.version_until is null`,
  );
  await writer.run('analyze district_value');
}

async function noteSeries(writer: Writer): Promise<void> {
  await writer.run(
    `insert into touched_series (district_id, territory_id, measure_id, breakdown_id)
     select distinct a.district_id, a.territory_id, a.measure_id, a.breakdown_id
     from touched t
     join aggregate a using (district_id, measure_id, period, breakdown_id)
     where a.version_from = $1 or a.version_until = $1`,
    [writer.version],
  );
}
