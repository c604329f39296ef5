/** A text that people read, in German and English: plain text without markup. */
export type LocalisedText = { readonly de: string; readonly en: string };
