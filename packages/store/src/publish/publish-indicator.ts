import {
  frequencyOf,
  type Indicator,
  leadingInputsOf,
  longerPeriods,
  type Measure,
  type MeasureInput,
  type Moment,
  measureInputsOf,
  methodsSeenBy,
  type Period,
  periodEnd,
  periodRead,
  ruleOverTime,
  shiftPeriod,
} from '@kreisweit/domain';
import { countedId } from '../aggregate/counted-id.ts';
import { severalInputs } from '../aggregate/several-inputs.ts';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';
import { publishSql } from './publish-sql.ts';
import { seriesBreaks, writePublishedPeriods } from './series-breaks.ts';

/**
 * Publishes one indicator for the touched territories and breakdowns: the whole series of each is computed anew from
 * the rolled-up measures and packed into one row. Answers how many series were written.
 */
export async function publishIndicator(
  writer: Writer,
  catalogue: CatalogueInForce,
  indicator: Indicator & { readonly id: number },
): Promise<number> {
  const known = (read: readonly MeasureInput[]) =>
    read.flatMap(({ key, lag, base }) => {
      const measure = catalogue.measures.get(key);
      return measure === undefined ? [] : [{ measure, lag, base }];
    });
  const inputs = known(measureInputsOf(indicator.resolved));
  const measureIds = [...new Set(inputs.map(({ measure }) => measure.id))];
  const measures = inputs.map(({ measure }) => measure);
  return writer.transaction(async () => {
    await collectTouched(writer, indicator, measures);
    const { periods, timed } = await writeShifts(writer, catalogue, inputs);
    const breaks = await seriesBreaks(writer, measures);
    if (breaks.methods || breaks.reforms !== 'none') {
      await writePublishedPeriods(writer, known(leadingInputsOf(indicator.resolved)), periods);
    }
    await writer.run(
      `update published_series s set version_until = $1
       from touched_indicator t
       where s.district_id = t.district_id and s.territory_id = t.territory_id and s.indicator_id = $2
         and s.breakdown_id = t.breakdown_id and s.version_until is null`,
      [writer.version, indicator.id],
    );
    const slots = inputs.map(({ measure, lag, base }) => ({
      key: measure.key,
      measureId: measure.id,
      lag,
      base,
      minimum: minimumOf(measure),
      weightId: weightOf(catalogue, measure),
    }));
    const several = await severalInputs(writer, measureIds);
    return writer.run(publishSql(indicator, slots, { several, breaks, timed }), [
      writer.version,
      indicator.id,
      measureIds,
    ]);
  });
}

/** The id of the measure that weighs a mean; null for other measures. */
function weightOf({ measures }: CatalogueInForce, { rollup }: Measure): number | null {
  return typeof rollup === 'string' ? null : (measures.get(rollup.weightedMeanBy)?.id ?? null);
}

/** The smallest count of persons that may be published; 0 where the source has seen to it or no persons are counted. */
function minimumOf({ disclosure }: Measure): number {
  return typeof disclosure === 'object' ? disclosure.minimum : 0;
}

/** The kinds of territory for which the indicator has no value, because a measure is reported above them. */
function levelsBelow(measures: readonly Measure[]): readonly string[] {
  const districtsOnly = measures.some(
    (measure) => measure.reportedAt === 'district' || minimumOf(measure) > 0,
  );
  return districtsOnly ? ['municipality', 'association', 'part'] : [];
}

/**
 * Lists the series to compute anew. Those that are not `publishable` are only closed: an earlier definition may have
 * published them for a level or by a dimension that this one does not have.
 *
 * Of an own count of persons a change of one category may hide or show all others, so all of them are computed.
 */
async function collectTouched(
  writer: Writer,
  indicator: Indicator,
  measures: readonly (Measure & { readonly id: number })[],
): Promise<void> {
  const own = measures.some((measure) => minimumOf(measure) > 0);
  const siblings = `
       union
       select t.district_id, t.territory_id, a.breakdown_id
       from touched_series t
       join aggregate a using (district_id, territory_id)
       where t.measure_id = any($1) and a.measure_id = any($1) and a.version_until is null`;
  await writer.run('drop table if exists pg_temp.touched_indicator');
  await writer.run(
    `create temporary table touched_indicator as
     select t.district_id, t.territory_id, t.breakdown_id, k.kind,
       k.kind <> all($3) and (b.key = '' or not exists (
         select from unnest(string_to_array(b.key, ',')) as pair where split_part(pair, '=', 1) <> all($2)
       )) as publishable
     from (
       select distinct district_id, territory_id, breakdown_id from touched_series where measure_id = any($1)${own ? siblings : ''}
     ) t
     join breakdown b on b.id = t.breakdown_id
     join territory k on k.id = t.territory_id`,
    [measures.map((measure) => measure.id), indicator.dimensions, levelsBelow(measures)],
  );
  await writer.run('analyze touched_indicator');
}

/** A measure of the catalogue, and when it is read. */
type Input = Moment & { readonly measure: Measure & { readonly id: number } };

/**
 * Which period of a measure is read for which period of the indicator: the same one, a longer one of which it is a part, one
 * that lies `lag` before, or a base; when it ends, and how many changes of method the measure had seen by then. Answers the
 * periods of the indicator, and whether any is a part.
 */
async function writeShifts(
  writer: Writer,
  catalogue: CatalogueInForce,
  inputs: readonly Input[],
): Promise<{ readonly periods: readonly Period[]; readonly timed: boolean }> {
  await writer.run('drop table if exists pg_temp.slot_period');
  await writer.run(
    `create temporary table slot_period (
      slot int, measure_id int, period text collate "C", published_period text collate "C", ends date,
      rank int, parts int, is_last boolean, rule text, methods int
    )`,
  );
  const rows = await writer.rows<{ measure_id: number; period: string }>(
    `select distinct c.id as measure_id, p as period
     from unnest($1::int[], $2::int[]) as c (id, source_id)
     join (release cross join unnest(measure_ids) as m cross join unnest(periods) as p) on m = c.source_id
     where version_until is null`,
    [
      inputs.map(({ measure }) => measure.id),
      inputs.map(({ measure }) => countedId(catalogue, measure) ?? measure.id),
    ],
  );
  const told = inputs.flatMap(({ measure, lag, base }, slot) =>
    rows
      .filter((row) => row.measure_id === measure.id)
      .flatMap(({ period }) =>
        [itself(period), ...partsOf(measure, period)].map(({ period: read, ...part }) => ({
          slot,
          lag,
          base,
          id: measure.id,
          period,
          read,
          rule: ruleOverTime(measure),
          methods: methodsSeenBy([{ measure, lag: 0 }])(read),
          ...part,
        })),
      ),
  );
  const periods = [
    ...new Set(told.flatMap(({ read, lag, base }) => (base === null ? [shiftPeriod(read, lag)] : []))),
  ];
  const shifts = told.flatMap((one) => {
    if (one.base === null) return [{ ...one, published: shiftPeriod(one.read, one.lag) }];
    return periods
      .filter((period) => periodRead(one, period) === one.read)
      .map((published) => ({ ...one, published }));
  });
  await writer.run(
    `insert into slot_period select * from unnest(
       $1::int[], $2::int[], $3::text[], $4::text[], $5::date[], $6::int[], $7::int[], $8::boolean[], $9::text[], $10::int[]
     )`,
    [
      shifts.map((shift) => shift.slot),
      shifts.map((shift) => shift.id),
      shifts.map((shift) => shift.period),
      shifts.map((shift) => shift.published),
      shifts.map((shift) => periodEnd(shift.period)),
      shifts.map((shift) => shift.rank),
      shifts.map((shift) => shift.parts),
      shifts.map((shift) => shift.isLast),
      shifts.map((shift) => shift.rule),
      shifts.map((shift) => shift.methods),
    ],
  );
  await writer.run('analyze slot_period');
  return {
    periods,
    timed: shifts.some((shift) => shift.rank > 0),
  };
}

const itself = (period: Period) => ({ period, parts: 1, isLast: true, rank: 0 });

/** The longer periods that a value helps to make up: quarters are asked before months. */
function partsOf(measure: Measure, period: Period) {
  if (ruleOverTime(measure) === null) return [];
  return longerPeriods(period).map((part) => ({ ...part, rank: frequencyOf(period) === 'quarter' ? 1 : 2 }));
}
