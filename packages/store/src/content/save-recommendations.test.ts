import { summaryRecommendations } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { askedEngines } from '../testing/index.ts';
import { saveRecommendations } from './save-recommendations.ts';

describe.each(askedEngines)('recommendations on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await engine.open());
  });
  afterAll(() => store.close());

  const saved = () =>
    store.db.selectFrom('recommendation').selectAll().orderBy('position').orderBy('key').execute();

  test('are saved in their order, with every field in its place', async () => {
    await saveRecommendations(store, summaryRecommendations);
    const rows = await saved();
    expect(rows.map(({ key }) => key)).toEqual(summaryRecommendations.map(({ key }) => key));
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
    for (const [index, recommendation] of summaryRecommendations.entries()) {
      expect(rows[index]).toMatchObject({
        official_number: recommendation.officialNumber,
        field: recommendation.field,
        title_de: recommendation.title.de,
        title_en: recommendation.title.en,
        text_de: recommendation.text.de,
        text_en: recommendation.text.en,
        source_document: recommendation.source.document,
        source_place: recommendation.source.place,
        source_url: recommendation.source.url ?? null,
        evidence: recommendation.evidence,
      });
    }
  });

  test('are brought up to date by their key, and stay when they are not named', async () => {
    const before = await saved();
    const [first, ...others] = summaryRecommendations;
    if (first === undefined) throw new Error('there is no recommendation');
    await saveRecommendations(store, [{ ...first, title: { de: 'Neu', en: 'New' } }]);
    const after = await saved();
    expect(after[0]).toEqual({ ...before[0], title_de: 'Neu', title_en: 'New' });
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(after).toHaveLength(others.length + 1);
  });
});
