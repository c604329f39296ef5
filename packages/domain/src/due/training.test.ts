import { expect, test } from 'vitest';
import { dueTrainings, type Training } from './training.ts';
import { trainingProblems } from './training-problems.ts';

const training: Training = {
  key: 'plain-language',
  district: '12070',
  title: { de: 'Leichte Sprache', en: 'Plain language' },
  day: '2026-05-12',
  territory: '12070296',
  organiser: 'adult-education',
  audience: 'BOTH',
  state: 'PLANNED',
  link: 'https://example.org/plain-language',
};
const known = {
  districts: new Set(['12070']),
  territories: () => new Set(['12070', '12070296']),
  actors: new Set(['adult-education']),
};
const wrongWith = (...trainings: readonly Training[]) =>
  trainingProblems(trainings, known, '2026-05-01').map(
    ({ field, rule, message }) => `${field} ${rule}: ${message}`,
  );

test('is due while it is planned, also when its day has passed and nobody said whether it was held', () => {
  const states = (['PLANNED', 'HELD', 'CANCELLED'] as const).map((state) => ({ ...training, state }));
  expect(dueTrainings(states, '2026-05-12')).toEqual([
    {
      district: '12070',
      asked: 'HOLD',
      subject: { kind: 'training', key: '12070/plain-language' },
      key: 'plain-language',
      title: { de: 'Fortbildung: Leichte Sprache', en: 'Training: Plain language' },
      day: '2026-05-12',
      territory: '12070296',
      actor: 'adult-education',
    },
  ]);
  expect(dueTrainings(states, '2026-05-13')).toMatchObject([
    {
      asked: 'RECORD',
      title: {
        de: 'Eintragen, ob die Fortbildung stattgefunden hat: Leichte Sprache',
        en: 'Record whether the training took place: Plain language',
      },
    },
  ]);
});

test('tells everything that is wrong at once', () => {
  expect(wrongWith(training)).toEqual([]);
  const odd = { ...training, key: '', title: { de: ' ', en: '' }, territory: '12071', organiser: 'adult' };
  expect(
    wrongWith(
      { ...odd, link: 'example.org', state: 'HELD' },
      { ...training, district: '12099' },
      { ...training, day: '2026-02-30' },
      training,
    ),
  ).toMatchInlineSnapshot(`
    [
      "trainings.0.key FORM: '' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "trainings.0.title.de REQUIRED: it is empty: write it in German and in English",
      "trainings.0.title.en REQUIRED: it is empty: write it in German and in English",
      "trainings.0.territory UNKNOWN: there is no territory in 12070 '12071': did you mean '12070'?",
      "trainings.0.organiser UNKNOWN: there is no actor 'adult': enter it first or mend the key",
      "trainings.0.state CONFLICT: it is on 2026-05-12 and cannot have been held by 2026-05-01: plan it",
      "trainings.0.link FORM: 'example.org' is no address: write it whole, with https://",
      "trainings.1.district UNKNOWN: there is no district '12099': did you mean '12070'?",
      "trainings.2.day FORM: '2026-02-30' is no day: write it as 2026-02-28",
      "trainings.3.key DUPLICATE: '12070/plain-language' is already at trainings.2.key: leave one of them out",
    ]
  `);
});
