import { alternate } from './alternate.ts';
import type { Benchmark } from './benchmark.ts';
import { startProgram } from './child-program.ts';
import { httpLoad } from './http-load.ts';
import { median } from './median.ts';
import { rebasedDatabase } from './rebased-database.ts';
import { statementsOf } from './statements-of.ts';

/** Requests one after the other: what counts is how long one takes. */
const CONNECTIONS = 1;
const ROUNDS = 7;

/** The same question twice: on the boundaries of one day, and as the figures were reported. */
type Pair = { readonly rebased: string; readonly reported: string };

/** Eisenach became a part of the district Wartburgkreis in 2021. */
const series = pair(
  '2021-12-31',
  (on) => `{ district(key: "16063") {
    series(indicator: "population/residents"${on}) { periods values statuses flags }
  } }`,
);

const nationalMap = mapOf('DG');
const mapOfOneState = mapOf('16');

/** The most statements of a map on other boundaries; its territory is known when warm, and takes none. */
const MOST_STATEMENTS = 3;

/**
 * Figures on the boundaries of one day against the same figures as they were reported: the series of a district that
 * was changed and the map of all districts, over HTTP. The statements of the map are counted beside it: the map of one
 * state must take as many as that of the whole country.
 */
export const rebased: Benchmark = {
  name: 'rebased',
  run: async (server) => {
    const database = await rebasedDatabase(server);
    const [ofCountry = 0, ofState = 0, reported = 0] = await statementsOf(database, [
      nationalMap.rebased,
      mapOfOneState.rebased,
      nationalMap.reported,
    ]);
    const kreisweit = await startProgram('kreisweit-server.ts', [database]);
    try {
      const oneSeries = await measured(kreisweit.line, series, 1);
      const oneMap = await measured(kreisweit.line, nationalMap, 2);
      const kept = ofCountry === ofState && ofCountry <= MOST_STATEMENTS;
      return {
        what: 'time of a series on other boundaries / as reported',
        aim: { atMost: 3 },
        ratios: oneSeries.map((round) => round.ours / round.limit),
        details: [
          `${times(oneSeries)}, the residents of a district that was changed`,
          `${times(oneMap)}, the map of all districts: ratio ${ratioText(oneMap)}, without an aim`,
          `${ofCountry} statements for that map, ${ofState} for that of one state, ${reported} as reported; ` +
            `aim: equal, at most ${MOST_STATEMENTS}: ${kept ? 'yes' : 'NO'}`,
        ],
      };
    } finally {
      await kreisweit.stop();
      await server.drop(database);
    }
  },
};

function pair(day: string, document: (argument: string) => string): Pair {
  return { rebased: document(`, boundariesOn: "${day}"`), reported: document('') };
}

function mapOf(territory: string): Pair {
  return pair(
    '2020-12-31',
    (on) => `{ territory(key: "${territory}") {
      crossSection(indicator: "population/residents", period: "2013", level: DISTRICT${on}) {
        territories { key } values statuses flags
      }
    } }`,
  );
}

type Times = readonly { readonly ours: number; readonly limit: number }[];

/** The milliseconds of a request in each round. */
async function measured(url: string, { rebased, reported }: Pair, seconds: number): Promise<Times> {
  await requireDifferentNumbers(url, { rebased, reported });
  const timeOf = async (query: string): Promise<number> => {
    const body = JSON.stringify({ query });
    return 1000 / (await httpLoad({ url, body, connections: CONNECTIONS, seconds }));
  };
  return alternate(
    { rounds: ROUNDS, warmUp: true },
    { ours: () => timeOf(rebased), limit: () => timeOf(reported) },
  );
}

/** Both must hold numbers, and not the same ones; else nothing was carried over. */
async function requireDifferentNumbers(url: string, { rebased, reported }: Pair): Promise<void> {
  const ours = await ask(url, rebased);
  const limit = await ask(url, reported);
  const isComplete = [ours, limit].every((text) => !text.includes('"errors"') && /"values":\[\d/.test(text));
  if (isComplete && ours !== limit) return;
  throw new Error(`the answers hold errors, no numbers, or the same ones:\n${ours}\n${limit}`);
}

async function ask(url: string, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.text();
}

function times(rounds: Times): string {
  const ours = median(rounds.map((round) => round.ours));
  const limit = median(rounds.map((round) => round.limit));
  return `${ours.toFixed(2)} ms / ${limit.toFixed(2)} ms`;
}

function ratioText(rounds: Times): string {
  return median(rounds.map((round) => round.ours / round.limit)).toFixed(2);
}
