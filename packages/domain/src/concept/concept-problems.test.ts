import { expect, test } from 'vitest';
import { conceptProblems } from './concept-problems.ts';
import { conceptOn } from './concept-version.ts';
import { copyAsDraft } from './copy-as-draft.ts';
import { action, target, versionWith } from './testing/any-concept.ts';

const references = {
  territories: new Set(['12064']),
  actors: new Set(['town-hall', 'migrant-council']),
  tasks: new Set(['language-courses']),
  recommendations: new Set(['exchange']),
  indicators: new Map([['language/places', { dimensions: ['sex'] }]]),
  decisions: new Map([['together/1', '2025-12-10']]),
  today: '2026-03-01',
};
const good = versionWith(action);

test('a good version has no problems, nor has a draft', () => {
  expect(conceptProblems(good, references)).toEqual([]);
  expect(conceptProblems(copyAsDraft(good, 2), references)).toEqual([]);
});

test('lists everything that is wrong at once', () => {
  const [field] = good.fields;
  const [goal] = field?.goals ?? [];
  if (field === undefined || goal === undefined) throw new Error('the example has a goal');
  const bad = {
    ...good,
    concept: 'Together!',
    district: '12999',
    number: 0,
    adoptedOn: null,
    until: '2020-12-31',
    fields: [
      field,
      {
        ...field,
        key: 'work',
        title: { de: '', en: 'Work' },
        goals: [
          {
            ...goal,
            recommendations: ['exchanges'],
            tasks: ['language-courses', 'language-courses'],
            targets: [{ ...target, indicator: 'language/place', value: Number.NaN, period: '2027-13' }],
            actions: [
              {
                ...action,
                key: 'one',
                actors: [],
                status: 'STOPPED' as const,
                reason: ' ',
                doneOn: '2025-01-01',
              },
              {
                ...action,
                key: 'two',
                actors: ['nobody'],
                reason: 'Keine Mittel',
                until: '2025-02-30',
              },
            ],
          },
        ],
      },
    ],
  };
  const lines = conceptProblems(bad, references).map(
    ({ field, rule, message }) => `${field} ${rule}: ${message}`,
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "concept FORM: 'Together!' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "district UNKNOWN: there is no territory '12999': enter it first or mend the key",
      "number FORM: 0 is no number of a version: count from 1",
      "until ORDER: it ends on 2020-12-31, before it begins on 2026-01-01: swap the days or mend one",
      "adoptedOn REQUIRED: it is adopted by a joint decision in a round on a day: give all of it, or nothing for a draft",
      "fields.1.title.de REQUIRED: it is empty: write it in German and in English",
      "fields.1.goals.0.recommendations.0 UNKNOWN: there is no recommendation 'exchanges': did you mean 'exchange'?",
      "fields.1.goals.0.tasks.1 DUPLICATE: 'language-courses' is already at fields.1.goals.0.tasks.0: leave one of them out",
      "fields.1.goals.0.targets.0.indicator UNKNOWN: there is no indicator 'language/place': did you mean 'language/places'?",
      "fields.1.goals.0.targets.0.value FORM: NaN is no value to reach: write a number",
      "fields.1.goals.0.targets.0.period FORM: '2027-13' is no period: write 2030, 2030-Q1 or 2030-06",
      "fields.1.goals.0.actions.0.actors REQUIRED: nobody carries it out: name at least one actor",
      "fields.1.goals.0.actions.0.doneOn CONFLICT: its status is STOPPED: leave the day out, or say that it is DONE",
      "fields.1.goals.0.actions.0.doneOn ORDER: it was done on 2025-01-01, before it began on 2026-01-01: mend one of the days",
      "fields.1.goals.0.actions.0.reason REQUIRED: it was stopped: say why",
      "fields.1.goals.0.actions.1.until FORM: '2025-02-30' is no day: write it as 2026-02-28",
      "fields.1.goals.0.actions.1.actors.0 UNKNOWN: there is no actor 'nobody': enter it first or mend the key",
      "fields.1.goals.0.actions.1.reason CONFLICT: its status is RUNNING: leave the reason out, or say that it is STOPPED",
      "fields.1.goals.0.key DUPLICATE: 'everybody-learns' is already at fields.0.goals.0.key: leave one of them out",
      "fields.1.goals.0.targets.0.key DUPLICATE: 'more-courses' is already at fields.0.goals.0.targets.0.key: leave one of them out",
    ]
  `);
});

test('an adoption needs a decision that was carried, on its day', () => {
  const fields = (version: Partial<typeof good>) =>
    conceptProblems({ ...good, ...version }, references).map(({ field, rule }) => `${field} ${rule}`);
  expect(fields({ adoptedRound: 2 })).toEqual(['adoptedBy UNKNOWN']);
  expect(fields({ adoptedOn: '2025-12-11' })).toEqual(['adoptedOn CONFLICT']);
  expect(fields({ adoptedRound: null })).toEqual(['adoptedRound REQUIRED']);
});

test('a target is broken down only as its indicator is', () => {
  const messages = (breakdown: Readonly<Record<string, string>>) => {
    const version = versionWith();
    const fields = version.fields.map((field) => ({
      ...field,
      goals: field.goals.map((goal) => ({ ...goal, targets: [{ ...target, breakdown }] })),
    }));
    return conceptProblems({ ...version, fields }, references).map(({ message }) => message);
  };
  expect(messages({ sex: 'female' })).toEqual([]);
  expect([...messages({ sex: 'femal' }), ...messages({ age: '18-24' })]).toMatchInlineSnapshot(`
    [
      "'sex' has no category 'femal': did you mean 'female'?",
      "'language/places' is not broken down by 'age': it is by sex",
    ]
  `);
});

test('in force is the latest version that was adopted by that day and is valid on it', () => {
  const second = { ...good, number: 2, from: '2028-01-01', adoptedOn: '2027-12-01' };
  const draft = copyAsDraft(good, 3);
  const late = { ...good, number: 4, adoptedOn: '2029-06-01' };
  const inForce = (on: string) => conceptOn([late, second, good, draft], on)?.number ?? null;
  expect(
    ['2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01', '2029-06-01', '2031-01-01'].map(inForce),
  ).toEqual([null, 1, 1, 2, 4, null]);
});
