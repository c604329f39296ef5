import { ingestRelease, openStore, type Store } from '@kreisweit/store';
import { aggregateTouched } from '../../store/src/aggregate/aggregate-touched.ts';
import { createTouchedTables, touchMeasures } from '../../store/src/aggregate/touched.ts';
import { catalogueInForce } from '../../store/src/catalogue/catalogue-in-force.ts';
import { publishTouched } from '../../store/src/publish/publish-touched.ts';
import { writeVersion } from '../../store/src/write/write-version.ts';
import { alternate } from './alternate.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';
import { seconds } from './seconds.ts';
import {
  type CountrySize,
  defineSynthetic,
  fillSynthetic,
  periodsOf,
  syntheticRelease,
} from './synthetic-country.ts';

/** 1.1 million observations; `KREISWEIT_BENCH_MEASURES=40` makes 8.6 million, 460 about 100 million. */
const LARGE: CountrySize = { measures: Number(process.env.KREISWEIT_BENCH_MEASURES ?? 5), years: 20 };

const ROUNDS = 3;

type Aggregated = { readonly aggregating: number; readonly publishing: number };

/**
 * All aggregates and published series of a made-up country from its observations, against one bare
 * `insert ... select ... group by` over the same rows that adds up districts only.
 */
export const aggregation: Benchmark = {
  name: 'aggregation',
  run: async (server) =>
    withCountry(server, LARGE, async (store, count) => {
      const times: Aggregated[] = [];
      const sameRows: number[] = [];
      const rounds = await alternate(
        { rounds: ROUNDS, warmUp: false },
        {
          ours: async () => {
            const taken = await aggregateAll(store);
            times.push(taken);
            sameRows.push((await groupByToSameRows(store)) / taken.aggregating);
            return taken.aggregating;
          },
          limit: () => groupBy(store),
        },
      );
      return {
        what: 'one bare group by district / aggregating everything',
        aim: { atLeast: 0.7 },
        ratios: rounds.map(({ ours, limit }) => limit / ours),
        details: [
          `${count.toLocaleString('en')} observations; aggregating ${medianOf(times, 'aggregating')} s ` +
            `(districts, associations, states, country), publishing ${medianOf(times, 'publishing')} s; ` +
            `group by ${median(rounds.map(({ limit }) => limit)).toFixed(2)} s`,
          `a bare group by that writes the same rows of districts and associations / aggregating everything: ${median(sameRows).toFixed(3)}`,
        ],
      };
    }),
};

/**
 * A release of one cell into countries of different size: its time should depend neither on how many other districts nor
 * on how many years there are.
 */
export const oneCell: Benchmark = {
  name: 'one-cell',
  run: async (server) => {
    const small = { measures: 5, years: 2 };
    const timesOf = (size: CountrySize) =>
      withCountry(server, size, async (store, count) => {
        await aggregateAll(store);
        await store.database.pool.query('vacuum analyze');
        const times: number[] = [];
        for (let round = 0; round < 12; round += 1) {
          const release = syntheticRelease('m3', periodsOf(size).at(-1) ?? '', [['01051001', 1000 + round]]);
          times.push(await seconds(() => ingestRelease(store, release)));
        }
        return { count, times: times.slice(2) };
      });
    const [few, many] = [await timesOf(small), await timesOf(LARGE)];
    return {
      what: 'a release of one cell among many / among few observations',
      aim: { atMost: 1.3 },
      ratios: many.times.map((time, round) => time / (few.times[round] ?? time)),
      details: [few, many].map(
        ({ count, times }) =>
          `${(median(times) * 1000).toFixed(0)} ms beside ${count.toLocaleString('en')} observations`,
      ),
    };
  },
};

async function withCountry<Result>(
  server: BenchServer,
  size: CountrySize,
  work: (store: Store, count: number) => Promise<Result>,
): Promise<Result> {
  const url = await server.withRegisters();
  const store = await openStore({ kind: 'server', url });
  await defineSynthetic(store, size);
  const result = await work(store, await fillSynthetic(store, size));
  await store.close();
  await server.drop(url);
  return result;
}

/** Computes everything, as a new data version, as if nothing had been computed before. */
async function aggregateAll(store: Store): Promise<Aggregated> {
  await store.database.pool.query('truncate aggregate, published_series');
  return writeVersion<Aggregated>(store, { kind: 'release', note: 'benchmark' }, async (writer) => {
    const catalogue = await catalogueInForce(writer);
    await createTouchedTables(writer);
    await touchMeasures(writer, catalogue);
    const aggregating = await seconds(() => aggregateTouched(writer, catalogue));
    const publishing = await seconds(() => publishTouched(writer, catalogue));
    return { publish: true, result: { aggregating, publishing } };
  });
}

/** What nobody can do without: read all rows, add them up by district and write the sums, with a primary key. */
async function groupBy({ database: { pool } }: Store): Promise<number> {
  await pool.query(
    `create table bare_sum (
      district_id int, measure_id int, period text collate "C", breakdown_id int, sum double precision, reported int,
      primary key (district_id, measure_id, period, breakdown_id)
    )`,
  );
  const taken = await seconds(() =>
    pool.query(
      `insert into bare_sum
       select district_id, measure_id, period, breakdown_id, sum(value), count(*)
       from observation
       where version_until is null
       group by district_id, measure_id, period, breakdown_id`,
    ),
  );
  await pool.query('drop table bare_sum');
  return taken;
}

/**
 * The least that it takes to write what aggregating writes for districts and associations: the same columns of the same rows
 * under the same keys, and no rule about who is expected, what is confidential or what was delivered.
 */
async function groupByToSameRows({ database: { pool } }: Store): Promise<number> {
  await pool.query('create table bare_aggregate (like aggregate including all)');
  await pool.query(
    `create table bare_member as
     select distinct m.member_id, m.parent_id from membership m
     where m.relation = 'association' and m.version_until is null`,
  );
  await pool.query('analyze bare_member');
  const add = (territory: string, members: string) => `
    select o.district_id, o.measure_id, ${territory}, o.period, o.breakdown_id, 1, sum(o.value), max(o.status),
      bit_or(o.flags), 1, sum(o.value), count(*), min(o.value), max(o.value), count(*)::int, count(*)::int,
      (count(*) filter (where o.status >= 70))::int, null::double precision, null::double precision,
      null::double precision, null::text, max(o.boundary_date)
    from observation o ${members}
    where o.version_until is null
    group by o.district_id, o.measure_id, ${territory}, o.period, o.breakdown_id`;
  const taken = await seconds(() =>
    pool.query(
      `insert into bare_aggregate (
         district_id, measure_id, territory_id, period, breakdown_id, version_from, value, status, flags, origin, sum,
         weight, minimum, maximum, reported, expected, hidden, population_reported, population_expected, difference,
         sign, boundary_date
       )
       ${add('o.district_id', '')}
       union all
       ${add('m.parent_id', 'join bare_member m on m.member_id = o.territory_id')}`,
    ),
  );
  await pool.query('drop table bare_aggregate, bare_member');
  return taken;
}

function medianOf(times: readonly Aggregated[], phase: keyof Aggregated): string {
  return median(times.map((time) => time[phase])).toFixed(2);
}
