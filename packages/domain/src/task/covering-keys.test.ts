import { expect, test } from 'vitest';
import { coveringKeys } from './covering-keys.ts';
import { territories } from './testing/any-cooperation.ts';

const covering = (key: string, level: 'DISTRICT' | 'MUNICIPAL' | 'DELEGATED') =>
  territories.filter((one) => one.key === key).flatMap((one) => coveringKeys(one, level));

test('a district covers its municipalities, but not for what is theirs', () => {
  expect(covering('12064130', 'DISTRICT')).toEqual(['12064130', '120645403', '12064']);
  expect(covering('12064130', 'DELEGATED')).toEqual(['12064130', '120645403', '12064']);
  expect(covering('12064130', 'MUNICIPAL')).toEqual(['12064130', '120645403']);
  expect(covering('12064472', 'MUNICIPAL')).toEqual(['12064472']);
});

test('a kreisfreie Stadt covers itself in both of its roles, whatever the task', () => {
  expect(covering('12052', 'MUNICIPAL')).toEqual(['12052', '12052000']);
  expect(covering('12052', 'DISTRICT')).toEqual(['12052', '12052000']);
});
