import { expect, test } from 'vitest';
import { type Bounds, isWithin } from './member-condition.ts';

test.each<[Bounds, readonly number[]]>([
  [{}, [-1, 0, 99, 100, 101, 200]],
  [{ above: 100 }, [101, 200]],
  [{ atLeast: 100 }, [100, 101, 200]],
  [{ below: 100 }, [-1, 0, 99]],
  [{ atMost: 100 }, [-1, 0, 99, 100]],
  [{ above: 0, atMost: 100 }, [99, 100]],
  [{ atLeast: 0, below: 0.5 }, [0]],
])('%j holds of %j', (bounds, values) => {
  expect([-1, 0, 99, 100, 101, 200].filter((value) => isWithin(bounds, value))).toEqual(values);
});
