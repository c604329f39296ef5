import { describe, expect, test } from 'vitest';
import type { AttackedServer } from './attacked-server.ts';
import { ordinaryAnswer } from './ordinary-query.ts';
import { ask } from './send.ts';
import { tally } from './tally.ts';

const SECONDS = 10;

const series =
  '{ nodes { a: series(indicator: "population/residents") { points { value } } b: series(indicator: "population/foreignShare") { points { value } } } }';

/** What is just allowed, and what is not. */
const fired: readonly string[] = [
  `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: districts(first: 100) ${series}`).join(' ')} }`,
  `{ ${Array.from({ length: 4 }, (_, index) => `a${index}: districts(first: 500) ${series}`).join(' ')} }`,
  `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: searchTerritories(text: "%${index}") { totalCount }`).join(' ')} }`,
  `{ ${Array.from({ length: 300 }, () => 'district(key: "12070") { name parent { name } }').join(' ')} }`,
  `{ ${Array.from({ length: 30 }, (_, index) => `...f${index}`).join(' ')} } ${Array.from({ length: 30 }, (_, index) => `fragment f${index} on Query { district(key: "12070") { a${index}: municipalities { name key ars } } }`).join(' ')}`,
  '{ __schema { types { name fields { name type { name } args { name type { name } } } } } }',
  `{ indicator(key: "${'x'.repeat(60_000)}") { key } }`,
  `{ ${Array.from({ length: 90 }, (_, index) => `a${index}: indicator(key: "population/forein${index}") { key }`).join(' ')} }`,
];

/** An ordinary dashboard goes on asking while others do their worst. */
export function underFire(server: AttackedServer): void {
  describe('under fire', () => {
    test('every ordinary query is answered', async () => {
      const calm = await timesOf(() => false, 40);
      let isOver = false;
      const end = new Promise<void>((resolve) => {
        setTimeout(() => {
          isOver = true;
          resolve();
        }, SECONDS * 1_000);
      });
      const refusals = new Map<number, number>();
      const attackers = Array.from({ length: 6 }, async (_, attacker) => {
        for (let round = attacker; !isOver; round += 1) {
          const query = `${fired[round % fired.length]} # ${round} of ${attacker}`;
          const { status, text } = await ask(server, { query }, { from: `127.0.206.${1 + attacker}` });
          tally('under fire', { status, text });
          refusals.set(status, (refusals.get(status) ?? 0) + 1);
        }
      });
      const hit = await timesOf(() => isOver, 400);
      await Promise.all([end, ...attackers]);
      const factor = median(hit.times) / median(calm.times);
      const told = [...refusals].map(([status, count]) => `${count} x ${status}`).join(', ');
      process.stdout.write(
        `ordinary query: ${median(calm.times).toFixed(1)} ms alone, ${median(hit.times).toFixed(1)} ms under fire (factor ${factor.toFixed(1)}, slowest ${Math.max(...hit.times).toFixed(0)} ms, ${hit.times.length} of them); attackers were answered ${told}\n`,
      );
      expect(hit.wrong).toEqual([]);
      expect(calm.wrong).toEqual([]);
      expect(hit.times.length).toBeGreaterThan(5);
    }, 90_000);

    async function timesOf(isOver: () => boolean, most: number) {
      const times: number[] = [];
      const wrong: string[] = [];
      while (times.length < most && !isOver()) {
        const begun = performance.now();
        const answer = await ordinaryAnswer(server, '127.0.106.1');
        times.push(performance.now() - begun);
        if (answer !== 'Prignitz') wrong.push(answer);
        // As often as one address may ask without signing in.
        await new Promise((resolve) => setTimeout(resolve, 130));
      }
      return { times, wrong };
    }
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
