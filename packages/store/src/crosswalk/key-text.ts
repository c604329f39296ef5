import type { CrosswalkKind } from './crosswalk.ts';

/** The key as text, with its leading zero. */
export type KeyText = (key: number) => string;

/** How many digits a key has. */
export const keyDigits: Readonly<Record<CrosswalkKind, number>> = Object.freeze({
  municipality: 8,
  district: 5,
});

/** Writes keys of a kind; equal keys are the same string, so that 100,000 links do not hold 200,000 of them. */
export function keyTexts(kind: CrosswalkKind): KeyText {
  const known = new Map<number, string>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = String(key).padStart(keyDigits[kind], '0');
    known.set(key, text);
    return text;
  };
}

/**
 * The key as a number, or NaN where it is malformed. The year-to-year files are published without the leading
 * zero of Land 01 to 09, which nothing else can be: 7 digits are a municipality, 4 a district.
 */
export function keyNumber(text: string, kind: CrosswalkKind): number {
  const digits = keyDigits[kind];
  if (!/^\d+$/.test(text) || text.length > digits || text.length < digits - 1) return Number.NaN;
  const state = Number(text.slice(0, text.length - digits + 2));
  return state >= 1 && state <= 16 ? Number(text) : Number.NaN;
}

/** What a key of the file is a key of, or null where it is none. */
export function kindOfKey(text: string): CrosswalkKind | null {
  if (/^\d{7,8}$/.test(text)) return 'municipality';
  return /^\d{4,5}$/.test(text) ? 'district' : null;
}
