import { expect, test } from 'vitest';
import { defaultLimits } from './limits.ts';
import { readLimits } from './read-limits.ts';

function read(value: unknown) {
  const refused: string[] = [];
  const limits = readLimits(value, (path, message) => refused.push(`${path.join('.')}: ${message}`));
  return { limits, refused };
}

test('what is left out is as usual, in each part by itself', () => {
  expect(read(undefined)).toEqual({ limits: defaultLimits, refused: [] });
  expect(read({})).toEqual({ limits: defaultLimits, refused: [] });
  const { limits, refused } = read({
    document: { depth: 30 },
    http: { requestsPerMinute: { anonymous: 60 }, trustProxy: 1 },
    delivery: { atOnce: 4 },
  });
  expect(refused).toEqual([]);
  expect(limits).toEqual({
    document: { ...defaultLimits.document, depth: 30 },
    http: {
      ...defaultLimits.http,
      requestsPerMinute: { anonymous: 60, identified: 3_000 },
      trustProxy: 1,
    },
    delivery: { ...defaultLimits.delivery, atOnce: 4 },
  });
});

test('what is usual could also be written', () => {
  expect(read(JSON.parse(JSON.stringify(defaultLimits)))).toEqual({ limits: defaultLimits, refused: [] });
});

test('nobody can change them afterwards', () => {
  for (const limits of [defaultLimits, read({ http: { concurrent: {} } }).limits]) {
    const parts = [limits, limits.document, limits.http, limits.http.concurrent, limits.delivery];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  }
});

test('everything that is wrong is said at once', () => {
  expect(
    read({
      documents: {},
      document: { depth: 0, cost: '100000', aliasses: 100, fields: 1.5 },
      http: { requestsPerMinute: 600, concurrent: { every: 20, all: -1 }, trustProxies: 1 },
      delivery: [],
    }).refused,
  ).toMatchInlineSnapshot(`
    [
      "documents: there is no such field: write "document"",
      "document.aliasses: there is no such field: write "aliases"",
      "document.cost: "100000" is no number of fields: write a whole number from 100 to 10000000, such as 100000",
      "document.depth: 0 is no number of levels: write a whole number from 5 to 100, such as 20",
      "document.fields: 1.5 is no number of fields: write a whole number from 10 to 100000, such as 5000",
      "http.trustProxies: there is no such field: write "trustProxy"",
      "http.requestsPerMinute: is no object: write one with some of anonymous, identified",
      "http.concurrent.every: there is no such field: remove it",
      "http.concurrent.all: -1 is no number of requests: write a whole number from 1 to 10000, such as 100",
      "delivery: is no object: write one with some of mostBytes, mostValues, atOnce",
    ]
  `);
  expect(read('none').refused).toMatchInlineSnapshot(`
    [
      ": is no object: write one with some of document, http, delivery",
    ]
  `);
});

test('whose word is taken for an address: that of proxies that are known', () => {
  const trusting = (trustProxy: unknown) => {
    const { limits, refused } = read({ http: { trustProxy } });
    return refused.length > 0 ? refused : limits.http.trustProxy;
  };
  for (const value of [false, 1, 5, ['10.0.0.1'], ['192.168.0.0/16', '::1', 'fd00::/8']]) {
    expect(trusting(value)).toEqual(value);
  }
  expect([true, 0, 6, 1.5, 'loopback', null, []].map(trusting)).toMatchInlineSnapshot(`
    [
      [
        "http.trustProxy: true would believe everybody: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
      [
        "http.trustProxy: 0 cannot be used: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
      [
        "http.trustProxy: 6 cannot be used: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
      [
        "http.trustProxy: 1.5 cannot be used: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
      [
        "http.trustProxy: "loopback" cannot be used: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
      [
        "http.trustProxy: null cannot be used: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
      [
        "http.trustProxy: is empty: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]",
      ],
    ]
  `);
  expect(
    trusting(['10.0.0.1', 'proxy.example', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0', 7, '10.0.0.1/']),
  ).toMatchInlineSnapshot(`
    [
      "http.trustProxy.1: "proxy.example" is no address: write one such as "10.0.0.1", or a range such as "192.168.0.0/16"",
      "http.trustProxy.2: "10.0.0.0/33" is no range: write a number from 1 to 32 behind the slash",
      "http.trustProxy.3: "0.0.0.0/0" is everybody: write the addresses of the proxies",
      "http.trustProxy.4: "::/0" is everybody: write the addresses of the proxies",
      "http.trustProxy.5: "10.0.0" is no address: write one such as "10.0.0.1", or a range such as "192.168.0.0/16"",
      "http.trustProxy.6: 7 is no address: write one such as "10.0.0.1", or a range such as "192.168.0.0/16"",
      "http.trustProxy.7: "10.0.0.1/" is no address: write one such as "10.0.0.1", or a range such as "192.168.0.0/16"",
    ]
  `);
});
