import { openStore } from '@kreisweit/store';
import type { Benchmark } from './benchmark.ts';
import { loadNation } from './load-nation.ts';
import { requestLine, requestTimes } from './request-times.ts';

/**
 * What a dashboard and a map ask for, over the residents of all municipalities: how much of a request is spent in SQL. What is
 * not is parsing, checking and writing the answer.
 */
export const requests: Benchmark = {
  name: 'requests',
  run: async (server) => {
    const url = await server.withRegisters();
    const store = await openStore({ kind: 'server', url });
    await loadNation(store);
    const times = await requestTimes(store);
    await store.close();
    await server.drop(url);
    return {
      what: 'time in SQL / time of the whole request',
      aim: { atLeast: 0.3 },
      ratios: times.map(({ sql, whole }) => sql / whole),
      details: times.map(requestLine),
    };
  },
};
