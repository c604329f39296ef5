import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HttpLimitExceeded } from './http-limit-exceeded.ts';
import { querySlots } from './query-slots.ts';

function excessOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof HttpLimitExceeded) return error.excess;
    throw error;
  }
  return null;
}

test('a client has its own room, and all together have theirs', () => {
  const slotFor = querySlots({ each: 2, all: 3 });
  const [first] = [slotFor('a'), slotFor('a')];
  expect(excessOf(() => slotFor('a'))).toEqual({
    status: 429,
    limit: 'concurrent.each',
    asked: 3,
    allowed: 2,
    retryAfter: 1,
  });
  slotFor('b');
  expect(excessOf(() => slotFor('c'))).toMatchObject({
    status: 503,
    limit: 'concurrent.all',
    asked: 4,
    allowed: 3,
  });
  first?.[Symbol.dispose]();
  first?.[Symbol.dispose]();
  slotFor('c');
  expect(excessOf(() => slotFor('d'))).toMatchObject({ status: 503 });
});

test('however queries come and go, as many are under way as are allowed', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      const slotFor = querySlots({ each: 2, all: 4 });
      const open: { client: string; slot: Disposable }[] = [];
      for (const [client, enters] of taken) {
        if (!enters) {
          open.shift()?.slot[Symbol.dispose]();
          continue;
        }
        const own = open.filter((each) => each.client === client).length;
        const expected = own >= 2 ? 429 : open.length >= 4 ? 503 : null;
        const excess = excessOf(() => open.push({ client, slot: slotFor(client) }));
        expect(excess?.status ?? null).toBe(expected);
      }
    }),
    { numRuns: 50 },
  );
});
