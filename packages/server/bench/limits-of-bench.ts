import { defaultLimits, type Limits } from '../src/limits/limits.ts';

/** Those of a server, but for how often one may ask: a benchmark asks as fast as it can. */
export const limitsOfBench: Limits = Object.freeze({
  ...defaultLimits,
  http: { ...defaultLimits.http, requestsPerMinute: { anonymous: 10_000_000, identified: 10_000_000 } },
});
