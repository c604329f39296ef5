import { createSchema } from '@kreisweit/graphql';
import type { Store } from '@kreisweit/store';
import { graphqlServer } from '../src/http/graphql-server.ts';
import { httpServer } from '../src/http/http-server.ts';
import { readyServer } from '../src/http/ready-server.ts';
import { createLog } from '../src/log.ts';
import { listen } from '../src/serve/listen.ts';
import { limitsOfBench } from './limits-of-bench.ts';
import { indicatorKeys } from './many-indicators.ts';
import { median } from './median.ts';

/** What a request took, in milliseconds: as a whole, over HTTP, and of it in SQL statements; how many these were. */
export type RequestTime = {
  readonly name: string;
  readonly whole: number;
  readonly sql: number;
  readonly statements: number;
};

const lists = 'periods values statuses';

/** What a dashboard and a map ask for, over the residents of the whole country. */
const REQUESTS: readonly { readonly name: string; readonly query: string }[] = [
  {
    name: 'one series',
    query: `{ district(key: "12070") { series(indicator: "population/residents") { ${lists} } } }`,
  },
  {
    name: 'a dashboard of 20 series',
    query: `{ district(key: "12070") { seriesOf(indicators: ${JSON.stringify(indicatorKeys)}) { ${lists} } } }`,
  },
  {
    name: 'all districts of the country',
    query: `{ territory(key: "DG") { ... on Country {
      crossSection(indicator: "population/residents", period: "2015", level: DISTRICT) { territories { ars name } values statuses }
    } } }`,
  },
];

const ROUNDS = 60;

/** Asks the API over a store for each of the requests again and again, one at a time; answers the medians. */
export async function requestTimes(store: Store): Promise<readonly RequestTime[]> {
  const clock = { sql: 0, statements: 0 };
  const log = createLog('error');
  const apollo = await graphqlServer(createSchema(), log);
  const timed = { ...store, db: timedDatabase(store, clock) };
  const ready = readyServer({ store: timed, apollo, log });
  const http = await httpServer({ phase: () => ready, origins: [], log, limits: limitsOfBench });
  const url = await listen(http, { host: '127.0.0.1', port: 0 });
  try {
    const times: RequestTime[] = [];
    for (const { name, query } of REQUESTS) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await ask(`${url}/graphql`, query, clock));
      const warm = rounds.slice(ROUNDS / 3);
      times.push({
        name,
        whole: median(warm.map(({ whole }) => whole)),
        sql: median(warm.map(({ sql }) => sql)),
        statements: warm[0]?.statements ?? 0,
      });
    }
    return times;
  } finally {
    await http.close();
    await apollo.stop();
  }
}

/** A line for people. */
export function requestLine({ name, whole, sql, statements }: RequestTime): string {
  const share = Math.round((100 * sql) / whole);
  return `${name}: ${whole.toFixed(1)} ms, of it ${sql.toFixed(1)} ms (${share} %) in ${statements} SQL statements`;
}

type Clock = { sql: number; statements: number };

async function ask(url: string, query: string, clock: Clock) {
  Object.assign(clock, { sql: 0, statements: 0 });
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await response.text();
  const whole = performance.now() - began;
  if (!/"values":\[\d/.test(answer)) throw new Error(`${query} was answered with ${answer}`);
  return { whole, ...clock };
}

/** Statements that run side by side count once each: their times add up to no more than they would one after the other. */
function timedDatabase({ db }: Store, clock: Clock): Store['db'] {
  const began = new WeakMap<object, number>();
  return db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      began.set(queryId, performance.now());
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      clock.sql += performance.now() - (began.get(queryId) ?? Number.NaN);
      clock.statements += 1;
      return result;
    },
  });
}
