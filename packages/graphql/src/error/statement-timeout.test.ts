import { expect, test } from 'vitest';
import { statementTimeout } from './statement-timeout.ts';

test('a statement that took too long is known, also below other errors', () => {
  const cancelled = Object.assign(new Error('canceling statement due to statement timeout'), {
    code: '57014',
  });
  expect(statementTimeout(cancelled)?.code).toBe('TIMEOUT');
  expect(statementTimeout(new Error('cannot read', { cause: cancelled }))?.message).toMatch(
    /^The database took too long/,
  );
});

test('no other error is', () => {
  expect(statementTimeout(Object.assign(new Error('gone'), { code: '42P01' }))).toBeNull();
  expect(statementTimeout('57014')).toBeNull();
});
