import { expect, test } from 'vitest';
import { recommendationFieldTitles } from './recommendation-field.ts';
import { recommendationsNotice, summaryRecommendations } from './summary-recommendations.ts';

test('lists the fourteen statements of the summary with their fields', () => {
  const fields = summaryRecommendations.map(({ key, field }) => `${key}: ${field}`);
  expect(fields).toMatchInlineSnapshot(`
    [
      "task-division: cooperation",
      "joint-decisions: strategy",
      "exchange: networking",
      "networks: networking",
      "migrant-participation: networking",
      "public-relations: public-relations",
      "shared-narrative: public-relations",
      "competence-administration: competence",
      "competence-volunteers: competence",
      "regular-training: competence",
      "needs-orientation: data",
      "as-is-record: data",
      "systematic-monitoring: data",
      "district-level-data: data",
    ]
  `);
});

test('gives each statement a key of its own, in kebab-case', () => {
  const keys = summaryRecommendations.map(({ key }) => key);
  expect(new Set(keys).size).toBe(14);
  for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('says everything in German and in English, in different words', () => {
  const texts = [
    recommendationsNotice,
    ...Object.values(recommendationFieldTitles),
    ...summaryRecommendations.flatMap(({ title, text }) => [title, text]),
  ];
  for (const { de, en } of texts) {
    expect(de.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(de).not.toBe(en);
  }
});

test('says no two statements in the same words', () => {
  for (const language of ['de', 'en'] as const) {
    expect(new Set(summaryRecommendations.map(({ title }) => title[language])).size).toBe(14);
    expect(new Set(summaryRecommendations.map(({ text }) => text[language])).size).toBe(14);
  }
});

test('claims no official number and no better evidence than the summary', () => {
  for (const { officialNumber, evidence, source } of summaryRecommendations) {
    expect(officialNumber).toBeNull();
    expect(evidence).toBe('SUMMARY');
    expect(source.place).toBe('Öffentliche Zusammenfassung');
  }
});

test('uses every field at least once', () => {
  const used = new Set(summaryRecommendations.map(({ field }) => field));
  expect([...used]).toEqual(Object.keys(recommendationFieldTitles));
});

test('cannot be changed by those who read it', () => {
  for (const recommendation of summaryRecommendations) {
    for (const value of [recommendation, recommendation.title, recommendation.text, recommendation.source]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
  }
  expect(Object.isFrozen(summaryRecommendations)).toBe(true);
});
