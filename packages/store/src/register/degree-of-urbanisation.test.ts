import { expect, test } from 'vitest';
import { readDegreeOfUrbanisation } from './degree-of-urbanisation.ts';

test.each([
  ['01', 1],
  ['02', 2],
  ['03', 3],
  ['', null],
])('the key "%s" is %s', (key, degree) => {
  expect(readDegreeOfUrbanisation({ degreeOfUrbanisation: key })).toEqual({
    degreeOfUrbanisation: degree,
    problems: [],
  });
});

test.each(['04', '1', '00', '.', 'gering besiedelt'])('"%s" is no key', (key) => {
  const { degreeOfUrbanisation, problems } = readDegreeOfUrbanisation({ degreeOfUrbanisation: key });
  expect(degreeOfUrbanisation).toBeNull();
  expect(problems).toEqual([
    {
      field: 'degreeOfUrbanisation',
      message: `"${key}" is no degree of urbanisation, expected its key 01, 02 or 03`,
    },
  ]);
});
