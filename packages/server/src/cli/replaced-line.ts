import type { ReplacedEdition } from '@kreisweit/store';
import { count } from '../count.ts';

/** The line that tells which earlier edition an import took the place of; none where it took nobody's. */
export function replacedLine(replaced: ReplacedEdition | null, rows: string): readonly string[] {
  if (replaced === null) return [];
  const { file, before, now } = replaced;
  return [`  replaces ${file}: ${count(before)} ${rows} before, ${count(now)} now`];
}
