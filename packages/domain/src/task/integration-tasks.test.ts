import { expect, test } from 'vitest';
import { integrationTasks, integrationTasksNotice } from './integration-tasks.ts';
import { taskProblems } from './task-problems.ts';

test('lists the tasks with what is usual for them', () => {
  const lines = integrationTasks.map(
    ({ key, obligation, level, title }) => `${key}: ${obligation} ${level} ${title.de}`,
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "reception: MANDATORY DELEGATED Aufnahme und Unterbringung",
      "asylum-seekers-benefits: MANDATORY DELEGATED Leistungen nach dem Asylbewerberleistungsgesetz",
      "unaccompanied-minors: MANDATORY DISTRICT Unbegleitete minderjährige Geflüchtete",
      "immigration-authority: MANDATORY DELEGATED Ausländerbehörde",
      "naturalisation: MANDATORY DELEGATED Einbürgerung",
      "initial-orientation: VOLUNTARY MUNICIPAL Willkommen und Erstorientierung",
      "housing: VOLUNTARY MUNICIPAL Wohnen",
      "language-courses: VOLUNTARY DISTRICT Sprachkurse und Sprachförderung",
      "interpreters: VOLUNTARY DISTRICT Sprachmittlung",
      "counselling: VOLUNTARY DISTRICT Migrationsberatung",
      "early-years: MANDATORY DISTRICT Frühe Bildung und Kindertagesbetreuung",
      "school: MANDATORY DISTRICT Schule und Seiteneinstieg",
      "school-to-work: VOLUNTARY DISTRICT Übergang Schule – Beruf",
      "vocational-integration: MANDATORY DISTRICT Berufliche Integration und Arbeit",
      "recognition: VOLUNTARY DISTRICT Anerkennung ausländischer Abschlüsse",
      "health: MANDATORY DISTRICT Gesundheit",
      "mobility: VOLUNTARY DISTRICT Mobilität",
      "volunteering-coordination: VOLUNTARY DISTRICT Ehrenamtskoordination",
      "encounter: VOLUNTARY MUNICIPAL Begegnung, Kultur und Sport",
      "migrant-participation: VOLUNTARY MUNICIPAL Beteiligung von Migrantinnen und Migranten",
      "intercultural-opening: VOLUNTARY MUNICIPAL Interkulturelle Öffnung der Verwaltung",
      "training: VOLUNTARY DISTRICT Interkulturelle Fortbildung",
      "anti-discrimination: VOLUNTARY DISTRICT Antidiskriminierung und Prävention",
      "public-relations: VOLUNTARY DISTRICT Interkulturelle Öffentlichkeitsarbeit",
      "coordination: VOLUNTARY DISTRICT Koordination und Vernetzung",
      "monitoring: VOLUNTARY DISTRICT Integrationsmonitoring",
    ]
  `);
});

test('is a good list, and says everything in both languages in different words', () => {
  expect(taskProblems(integrationTasks)).toEqual([]);
  const texts = integrationTasks.flatMap(({ title, description, stateLaw }) => [
    title,
    description,
    stateLaw ?? title,
  ]);
  for (const { de, en } of [...texts, integrationTasksNotice]) expect(de).not.toBe(en);
});

test('says of every delegated task how the law of the Länder differs', () => {
  for (const { level, stateLaw } of integrationTasks) {
    if (level === 'DELEGATED') expect(stateLaw).not.toBeNull();
  }
});

test('cannot be changed by those who read it', () => {
  for (const task of integrationTasks) {
    expect([task, task.title, task.description].every((value) => Object.isFrozen(value))).toBe(true);
  }
  expect(Object.isFrozen(integrationTasks)).toBe(true);
});
