import type { LocalisedText } from '@kreisweit/domain';

/** A text in German and English. */
export function localised(de: string, en: string): LocalisedText {
  return Object.freeze({ de, en });
}

/** A title of something that is invented, which it says in both languages. */
export function exampleTitle(de: string, en: string): LocalisedText {
  return localised(`${de} (Beispiel)`, `${en} (example)`);
}
