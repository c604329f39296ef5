import { expect, it } from 'vitest';
import { momentOf } from './moment-of.ts';

it.each([
  '2015-12-31',
  '2012-02-29',
  '2012-12-27T12:25:09Z',
  '2012-12-27T12:25',
  '2012-12-27T12:25:09.5+01:00',
])('%s is a moment', (text) => expect(momentOf(` ${text}`)).toBe(text));

it.each([
  '',
  'yesterday',
  '2015',
  '0000-01-01',
  '2015-02-29',
  '2015-13-01',
  '2017-99-99T99:99:99',
  '2015-12-31T24:00:00',
])("'%s' is none", (text) => expect(momentOf(text)).toBe(null));
