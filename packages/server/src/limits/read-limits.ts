import { defaultLimits, type HttpLimits, type Limits } from './limits.ts';
import { objectOf } from './object-of.ts';
import { readTrustProxy } from './read-trust-proxy.ts';
import { wholeNumber } from './whole-number.ts';

const { document, http, delivery } = defaultLimits;
const { requestsPerMinute, concurrent } = http;

/**
 * Reads the section `limits`: each of them or none, in the shape of `Limits`.
 *
 * @example { "document": { "depth": 30 }, "http": { "requestsPerMinute": { "anonymous": 60 }, "trustProxy": ["10.0.0.1"] } }
 */
export const readLimits = objectOf<Limits>({
  document: objectOf<Limits['document']>({
    cost: wholeNumber({ usual: document.cost, unit: 'fields', least: 100, most: 10_000_000 }),
    depth: wholeNumber({ usual: document.depth, unit: 'levels', least: 5, most: 100 }),
    fields: wholeNumber({ usual: document.fields, unit: 'fields', least: 10, most: 100_000 }),
    aliases: wholeNumber({ usual: document.aliases, unit: 'aliases', least: 1, most: 10_000 }),
    rootFields: wholeNumber({ usual: document.rootFields, unit: 'fields', least: 1, most: 1_000 }),
    mutations: wholeNumber({ usual: document.mutations, unit: 'mutations', least: 1, most: 100 }),
    directives: wholeNumber({ usual: document.directives, unit: 'directives', least: 1, most: 10_000 }),
    fragments: wholeNumber({ usual: document.fragments, unit: 'fragments', least: 1, most: 1_000 }),
    listEntries: wholeNumber({ usual: document.listEntries, unit: 'entries', least: 1, most: 100_000 }),
    textCharacters: wholeNumber({
      usual: document.textCharacters,
      unit: 'characters',
      least: 100,
      most: 1_000_000,
    }),
    tokens: wholeNumber({ usual: document.tokens, unit: 'tokens', least: 500, most: 50_000 }),
    lines: wholeNumber({ usual: document.lines, unit: 'lines', least: 100, most: 10_000 }),
  }),
  http: objectOf<HttpLimits>({
    bodyBytes: wholeNumber({ usual: http.bodyBytes, unit: 'bytes', least: 4_096, most: 16_777_216 }),
    requestsPerMinute: objectOf<HttpLimits['requestsPerMinute']>({
      anonymous: requests(requestsPerMinute.anonymous, 1_000_000),
      identified: requests(requestsPerMinute.identified, 1_000_000),
    }),
    failedSignInsPerMinute: wholeNumber({
      usual: http.failedSignInsPerMinute,
      unit: 'sign-ins',
      least: 1,
      most: 1_000,
    }),
    concurrent: objectOf<HttpLimits['concurrent']>({
      each: requests(concurrent.each, 10_000),
      all: requests(concurrent.all, 10_000),
    }),
    statementTimeoutMs: wholeNumber({
      usual: http.statementTimeoutMs,
      unit: 'milliseconds',
      least: 100,
      most: 600_000,
    }),
    trustProxy: readTrustProxy,
  }),
  delivery: objectOf<Limits['delivery']>({
    mostBytes: wholeNumber({
      usual: delivery.mostBytes,
      unit: 'bytes',
      least: 1_024,
      most: 1_073_741_824,
    }),
    mostValues: wholeNumber({ usual: delivery.mostValues, unit: 'values', least: 1, most: 100_000_000 }),
    atOnce: wholeNumber({ usual: delivery.atOnce, unit: 'deliveries', least: 1, most: 16 }),
  }),
});

function requests(usual: number, most: number) {
  return wholeNumber({ usual, unit: 'requests', least: 1, most });
}
