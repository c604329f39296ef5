import { expect, test } from 'vitest';
import { againAfterDeadlock } from './again-after-deadlock.ts';

/** Work that fails so often in this way, and then answers how often it was done. */
function failing(times: number, error: Error) {
  let done = 0;
  return async () => {
    done += 1;
    if (done <= times) throw error;
    return done;
  };
}

const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });

test('what the database ended for others is done again, also where the reason lies below', async () => {
  expect(await againAfterDeadlock(failing(3, deadlock))).toBe(4);
  expect(await againAfterDeadlock(failing(1, new Error('cannot save', { cause: deadlock })))).toBe(2);
});

test('not without end, and nothing else is', async () => {
  await expect(againAfterDeadlock(failing(4, deadlock))).rejects.toBe(deadlock);
  const other = new Error('unique_violation');
  await expect(againAfterDeadlock(failing(1, other))).rejects.toBe(other);
});
