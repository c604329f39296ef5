import { expect, test } from 'vitest';
import { integrationTasks } from './integration-tasks.ts';
import { taskOverrideProblems, taskProblems } from './task-problems.ts';
import { type TaskOverride, tasksOfDistrict } from './tasks-of-district.ts';

const words = { de: 'Nach Satzung', en: 'By statute' };
const statute: TaskOverride = {
  district: '07131',
  task: 'reception',
  obligation: null,
  level: 'MUNICIPAL',
  reason: words,
};
const own = {
  key: 'harvest-workers',
  title: { de: 'Saisonkräfte', en: 'Seasonal workers' },
  description: { de: 'Beratung von Saisonkräften', en: 'Advice for seasonal workers' },
  obligation: 'VOLUNTARY',
  level: 'DISTRICT',
  stateLaw: null,
  district: '07131',
} as const;

test('a district has the catalogue as it is there, and its own tasks', () => {
  const here = tasksOfDistrict('07131', [own, ...integrationTasks], [statute]);
  expect(here.find(({ key }) => key === 'reception')).toMatchObject({
    level: 'MUNICIPAL',
    obligation: 'MANDATORY',
  });
  expect(here.at(-1)).toBe(own);
  expect(here).toHaveLength(integrationTasks.length + 1);
  expect(tasksOfDistrict('12064', [own, ...integrationTasks], [statute])).toEqual(integrationTasks);
});

test('lists everything that is wrong with tasks and with overrides', () => {
  const bad = { ...own, key: 'Harvest Workers', title: { de: ' ', en: 'x' }, stateLaw: { de: 'x', en: '' } };
  const elsewhere = { ...own, district: '12064' };
  const clash = { ...own, key: 'housing' };
  expect(
    taskProblems([...integrationTasks.slice(6, 7), own, elsewhere, bad, own, clash]),
  ).toMatchInlineSnapshot(`
    [
      {
        "field": "tasks.3.key",
        "message": "'Harvest Workers' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
        "rule": "FORM",
      },
      {
        "field": "tasks.3.title.de",
        "message": "it is empty: write it in German and in English",
        "rule": "REQUIRED",
      },
      {
        "field": "tasks.3.stateLaw.en",
        "message": "it is empty: write it in German and in English",
        "rule": "REQUIRED",
      },
      {
        "field": "tasks.5.key",
        "message": "the catalogue has a task 'housing': override it, or choose another key",
        "rule": "CONFLICT",
      },
      {
        "field": "tasks.4.key",
        "message": "'07131/harvest-workers' is already at tasks.1.key: leave one of them out",
        "rule": "DUPLICATE",
      },
    ]
  `);
  const overrides = [
    statute,
    { ...statute, level: null },
    { ...statute, task: 'recption', reason: { de: '', en: 'x' } },
  ];
  expect(taskOverrideProblems(overrides, integrationTasks)).toMatchInlineSnapshot(`
    [
      {
        "field": "overrides.1",
        "message": "it changes nothing: give an obligation or a level, or leave it out",
        "rule": "REQUIRED",
      },
      {
        "field": "overrides.2.task",
        "message": "there is no task in the catalogue 'recption': did you mean 'reception'?",
        "rule": "UNKNOWN",
      },
      {
        "field": "overrides.2.reason.de",
        "message": "it is empty: write it in German and in English",
        "rule": "REQUIRED",
      },
      {
        "field": "overrides.1.task",
        "message": "'07131/reception' is already at overrides.0.task: leave one of them out",
        "rule": "DUPLICATE",
      },
    ]
  `);
});
