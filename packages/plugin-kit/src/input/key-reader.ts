import { parseTableKey, type TableLevel } from '@kreisweit/domain';
import type { Finding } from '../long/long-table.ts';

/** The regions whose key begins with a zero: any other two digits are more likely a mistake than a lost zero. */
const REGION_WITHOUT_ZERO = /^(?:3[1-4]|5[13579]|6[4-6]|7[1-3]|8[1-4]|9[1-7])$/;

/** Reads the keys of the rows of a file. */
export type KeyReader = {
  /** The key as it is loaded, with a lost leading zero restored; null for one that is malformed. */
  readonly read: (key: string, line: number, column?: number) => string | null;
  /** What was restored so far. */
  readonly findings: () => readonly Finding[];
};

/**
 * Reads keys of territories of a level. A spreadsheet takes them for numbers and drops a leading zero: a key that is
 * malformed, and well formed with a zero before it, is restored; all of them are one finding, with the first place.
 */
export function keyReader(level: TableLevel): KeyReader {
  const read = new Map<string, { readonly key: string | null; readonly isRestored: boolean }>();
  let restored: {
    readonly line: number;
    readonly column: number | undefined;
    readonly key: string;
    count: number;
  } | null = null;
  return {
    read: (text, line, column) => {
      let known = read.get(text);
      if (known === undefined) {
        known = keyOf(text, level);
        read.set(text, known);
      }
      if (known.isRestored) {
        if (restored === null) restored = { line, column, key: text.trim(), count: 0 };
        restored.count += 1;
      }
      return known.key;
    },
    findings: () => {
      if (restored === null) return [];
      const { line, column, key, count } = restored;
      const rows = count === 1 ? '1 row' : `${count} rows`;
      const message = `the key of ${rows} had lost its leading zero, which was restored ('${key}' is 0${key})`;
      return [{ message, line, column }];
    },
  };
}

function keyOf(
  text: string,
  level: TableLevel,
): { readonly key: string | null; readonly isRestored: boolean } {
  if (parseTableKey(text, level) !== null) return { key: text, isRestored: false };
  const key = text.trim();
  const restored = `0${key}`;
  const canBe = /^[1-9]$|^[1-9]\d{3,}$/.test(key) || REGION_WITHOUT_ZERO.test(key);
  const isRestored = canBe && parseTableKey(restored, level) !== null;
  return { key: isRestored ? restored : null, isRestored };
}

/** What is said of a key that is malformed. */
export function notAKey(key: string, level: TableLevel): string {
  return `'${key}' is no key of a ${level} table: expected digits of a territory, or DG`;
}
