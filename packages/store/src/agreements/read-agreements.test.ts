import { expect, test } from 'vitest';
import { AgreementProblems } from './agreement-problems.ts';
import { agreementsOf } from './read-agreements.ts';

const agreement = {
  district: '03153',
  subject: 'population/foreigners',
  measure: 'population/censusForeigners',
  purpose: { de: 'Bericht', en: 'Report' },
  since: '2023-01-01',
  decidedBy: 'Kreistag, Beschluss 12/2023',
};

function problemsOf(content: unknown): readonly string[] {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  try {
    agreementsOf('agreements.json', text);
  } catch (error) {
    if (error instanceof AgreementProblems) {
      return error.problems.map(({ field, message }) => `${field ?? ''}: ${message}`);
    }
    throw error;
  }
  throw new Error('the file was taken');
}

test('agreements are read as they are written', () => {
  const text = `\uFEFF${JSON.stringify({ source: ' Landkreis Goslar ', agreements: [agreement] })}`;
  expect(agreementsOf('agreements.json', text)).toEqual({
    file: 'agreements.json',
    source: 'Landkreis Goslar',
    agreements: [{ ...agreement, field: 'agreements[0]' }],
  });
  expect(agreementsOf('agreements.json', '{ "source": "Goslar", "agreements": [] }').agreements).toEqual([]);
});

test('everything that is wrong with a file is said at once', () => {
  expect(
    problemsOf({
      agreements: [
        { ...agreement, district: '0315', since: '2023-02-30', decided: 'Kreistag' },
        { ...agreement, purpose: 'Bericht', decidedBy: ' ' },
        'none',
        agreement,
        { ...agreement, measure: 'population/foreigners' },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "source: is missing: say who declares the agreements",
      "agreements[0].decided: nothing has this name here; did you mean decidedBy?",
      "agreements[0].district: '0315' is no key of a district: write the 5 digits of a district",
      "agreements[0].since: "2023-02-30" is no day: write it as 2013-01-01",
      "agreements[1].purpose: write { "de": "...", "en": "..." }",
      "agreements[1].decidedBy: is no text: say who decided it, and where that is found",
      "agreements[2]: is no object: write { "district": ..., "subject": ..., "measure": ... }",
      "agreements[4].purpose: agreements[3] names a measure for this purpose already: a district uses one",
    ]
  `);
  expect(problemsOf('[]')).toEqual([': holds no object: write { "agreements": [ ... ] }']);
  expect(problemsOf('{')[0]).toMatch(/^: is no JSON: /);
});
