import { createHash } from 'node:crypto';

/** Twelve hexadecimal digits that change with what a definition says, not with the order of its fields. */
export function shortHash(definition: object): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex').slice(0, 12);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
