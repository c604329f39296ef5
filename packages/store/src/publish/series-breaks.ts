import { flagBits, frequencyOf, type Measure, methodsSeenBy, type Period } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';

/**
 * What can break the series of an indicator: changes of method that its measures declare, and reforms of territories.
 * `population`: only reforms that moved inhabitants count; `all`: any, because a measure depends on the area.
 */
export type SeriesBreaks = {
  readonly methods: boolean;
  readonly reforms: 'none' | 'population' | 'all';
};

/** Answers what can break the series of an indicator that reads these measures. */
export async function seriesBreaks(writer: Writer, measures: readonly Measure[]): Promise<SeriesBreaks> {
  const reforms = measures.some(({ apportionBy }) => apportionBy === 'area') ? 'all' : 'population';
  const known = await writer.rows(`select from reform where ${countingReform(reforms)} limit 1`);
  return {
    methods: measures.some(({ breaks }) => breaks.length > 0),
    reforms: known.length === 0 ? 'none' : reforms,
  };
}

/**
 * Lays out the periods of the indicator, of which `inputs` lead (see `leadingInputsOf`), as the temporary table `published_period`, with their frequency and the changes of
 * method seen by then: where that number differs from the one of the entry before, a change lies between the two.
 */
export async function writePublishedPeriods(
  writer: Writer,
  inputs: Parameters<typeof methodsSeenBy>[0],
  periods: readonly Period[],
): Promise<void> {
  const distinct = [...new Set(periods)];
  await writer.run('drop table if exists pg_temp.published_period');
  await writer.run(
    'create temporary table published_period (period text collate "C", frequency text, methods int)',
  );
  await writer.run('insert into published_period select * from unnest($1::text[], $2::text[], $3::int[])', [
    distinct,
    distinct.map(frequencyOf),
    distinct.map(methodsSeenBy(inputs)),
  ]);
  await writer.run('analyze published_period');
}

/**
 * The rows of `period_row` with `marks`: the flags of an entry that must not be compared with the one before it in its
 * series, of the same frequency. A reform lies between them when it took force after the earliest boundaries behind the
 * one and by the latest behind the other: with a lag a value can stand on two boundaries at once.
 */
export function markedSql({ methods, reforms }: SeriesBreaks): string {
  const columns = [
    ...(methods ? ['p.methods', 'lag(p.methods) over series as methods_before'] : []),
    ...(reforms === 'none' ? [] : ['lag(r.first_boundary) over series as boundary_before']),
  ];
  const cases = [
    ...(reforms === 'none' ? [] : [`when ${reformed(reforms)} then ${flagBits.REFORM | flagBits.BREAK}`]),
    ...(methods ? [`when r.methods <> r.methods_before then ${flagBits.BREAK}`] : []),
  ];
  return `select r.*, case
      ${cases.join('\n      ')}
      else 0 end as marks
  from (
    select r.*, ${columns.join(', ')}
    from period_row r
    join published_period p on p.period = r.period
    window series as (partition by r.district_id, r.territory_id, r.breakdown_id, p.frequency order by r.period)
  ) r`;
}

/**
 * The rows of `component` with their `era`: values of one measure and territory in two eras must not be compared, because a
 * change of method or a reform lies between them. It counts the changes of method that the measure had seen by the period
 * that is read, and the reforms of the territory by the day of the boundaries. A value that is made up of parts (`timed`)
 * may stand on several: reforms by the first and by the last of them make an era that is neither of those around it.
 */
export function eraSql({ methods, reforms }: SeriesBreaks, timed: boolean): string {
  const days = timed ? ['c.first_boundary', 'c.boundary'] : ['c.boundary'];
  const seen = [
    ...(methods ? [`m.methods::bigint * ${MOST_REFORMS}`] : []),
    ...(reforms === 'none'
      ? []
      : days.map(
          (day) =>
            `(select count(*) from reform where territory_id = c.territory_id and day <= ${day} and ${countingReform(reforms)})`,
        )),
  ];
  return `select c.*, ${seen.join(' + ')} as era
    from component c${
      methods
        ? `
    join (select distinct slot, published_period, methods from slot_period) m on m.slot = c.slot and m.published_period = c.period`
        : ''
    }`;
}

/** More than any territory has seen: so that both counts fit into one number. */
const MOST_REFORMS = 1_000_000;

/**
 * Looked up row by row through the primary key. Joined, all reforms would be read again for each row, because the planner
 * expects far fewer rows than there are.
 */
function reformed(reforms: 'population' | 'all'): string {
  return `exists (
        select from reform where territory_id = r.territory_id and day > r.boundary_before and day <= r.last_boundary
          and ${countingReform(reforms)}
      )`;
}

function countingReform(reforms: 'population' | 'all'): string {
  return `version_until is null${reforms === 'all' ? '' : ' and moves_population'}`;
}
