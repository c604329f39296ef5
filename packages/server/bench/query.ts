import { isDeepStrictEqual } from 'node:util';
import { openStore } from '@kreisweit/store';
import { alternate } from './alternate.ts';
import type { BenchServer } from './bench-server.ts';
import type { Benchmark } from './benchmark.ts';
import { startProgram } from './child-program.ts';
import { httpLoad } from './http-load.ts';
import { loadNation } from './load-nation.ts';
import { indicatorKeys } from './many-indicators.ts';
import { median } from './median.ts';

const LOAD = { connections: 8, seconds: 2 };

const BODY = JSON.stringify({
  query: `query ($key: String!, $indicators: [String!]!) {
    district(key: $key) { name seriesOf(indicators: $indicators) { indicator { key } periods values statuses } }
  }`,
  variables: { key: '12070', indicators: indicatorKeys },
});

/**
 * One district with 20 series over HTTP, against a server of node:http and pg that answers the same with one
 * hand-written SQL statement. On both sides server, PostgreSQL and load share the machine.
 */
export const query: Benchmark = {
  name: 'query',
  run: async (server) => {
    const database = await databaseWithSeries(server);
    const kreisweit = await startProgram('kreisweit-server.ts', [database]);
    const handWritten = await startProgram('hand-written-server.ts', [database]);
    try {
      await requireSameAnswer(kreisweit.line, handWritten.line);
      const rounds = await alternate(
        { rounds: 5, warmUp: true },
        {
          ours: () => httpLoad({ url: kreisweit.line, body: BODY, ...LOAD }),
          limit: () => httpLoad({ url: handWritten.line, body: BODY, ...LOAD }),
        },
      );
      const ours = median(rounds.map((round) => round.ours));
      const limit = median(rounds.map((round) => round.limit));
      return {
        what: 'requests/s of the API / of one hand-written statement',
        aim: { atLeast: 0.5 },
        ratios: rounds.map((round) => round.ours / round.limit),
        details: [
          `${Math.round(ours)}/s / ${Math.round(limit)}/s, one district with 20 series, ${LOAD.connections} connections`,
        ],
      };
    } finally {
      await kreisweit.stop();
      await handWritten.stop();
      await server.drop(database);
    }
  },
};

/** The national table of residents, with twenty indicators published on it. */
async function databaseWithSeries(server: BenchServer): Promise<string> {
  const url = await server.withRegisters();
  const store = await openStore({ kind: 'server', url });
  await loadNation(store);
  await store.close();
  return url;
}

/** Both must answer the same, with a number in each of the series; else one of them saves work. */
async function requireSameAnswer(kreisweit: string, handWritten: string): Promise<void> {
  const ours = await ask(kreisweit);
  const limit = await ask(handWritten);
  const numbers = JSON.stringify(ours).match(/"values":\[[\d.]/g)?.length ?? 0;
  if (isDeepStrictEqual(ours, limit) && numbers === indicatorKeys.length) return;
  throw new Error(`the two servers answer differently:\n${JSON.stringify(ours)}\n${JSON.stringify(limit)}`);
}

async function ask(url: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: BODY });
  return answer.json();
}
