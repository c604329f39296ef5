import type { Recommendation } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';

/** Saves recommendations by their key, in the order given; those that are not named stay as they are. */
export async function saveRecommendations(
  store: Store,
  recommendations: readonly Recommendation[],
): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    for (const [index, recommendation] of recommendations.entries()) {
      const row = {
        key: recommendation.key,
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
        position: index + 1,
      };
      await trx
        .insertInto('recommendation')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    }
  });
}
