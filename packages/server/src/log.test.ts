import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function linesAt(level: Parameters<typeof createLog>[0]): readonly string[] {
  const lines: string[] = [];
  const log = createLog(level, (line) => lines.push(line));
  log.error('gone', { errorId: 'a1', status: 500, path: undefined });
  log.warn('odd');
  log.info('told');
  log.debug('detail');
  return lines;
}

test('says what its level asks for, and no more', () => {
  expect(linesAt('error')).toHaveLength(1);
  expect(linesAt('info')).toHaveLength(3);
  expect(linesAt('debug')).toHaveLength(4);
});

test('writes time, level, message and details on one line', () => {
  const [line] = linesAt('error');
  expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z error gone errorId="a1" status=500\n$/);
});
