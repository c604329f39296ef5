import type { RegisterKind } from './register-entry.ts';
import type { FieldProblem, RegisterField, RegisterRecord } from './register-table.ts';

/** The parts of the ARS in its order, with their digits. */
const keyParts = [
  ['state', 2],
  ['region', 1],
  ['district', 2],
  ['association', 4],
  ['municipality', 3],
] as const satisfies readonly (readonly [RegisterField, number])[];

/** How many parts the key of a kind has. */
const partCounts: Readonly<Record<RegisterKind, number>> = {
  state: 1,
  region: 2,
  district: 3,
  association: 4,
  municipality: 5,
};

/** The ARS of a record whose key has no problems: its parts one after the other, leading zeros kept. */
export function arsOf(record: RegisterRecord, kind: RegisterKind): string {
  const parts = keyParts.slice(0, partCounts[kind]);
  return parts.map(([field]) => record[field]).join('');
}

/** The AGS that belongs to an ARS: without the association; null for an association, which has none. */
export function agsOf(ars: string, kind: RegisterKind): string | null {
  if (kind === 'association') return null;
  return kind === 'municipality' ? ars.slice(0, 5) + ars.slice(9) : ars;
}

/** What is wrong with the key: a part that is missing, malformed, or too many for the kind. */
export function keyProblems(record: RegisterRecord, kind: RegisterKind): readonly FieldProblem[] {
  const count = partCounts[kind];
  return keyParts.flatMap(([field, digits], index) => {
    const text = record[field];
    const message = index < count ? partProblem(text, digits) : extraPartProblem(text, kind);
    return message === null ? [] : [{ field, message }];
  });
}

function partProblem(text: string, digits: number): string | null {
  if (text.length === digits && /^\d+$/.test(text)) return null;
  const expected = `expected ${digits} ${digits === 1 ? 'digit' : 'digits'}`;
  if (text === '') return `this part of the key is missing, ${expected}`;
  const shortened = /^\d+$/.test(text) && text.length < digits;
  const hint = shortened ? '; leading zeros were lost, keep the column as text' : '';
  return `"${text}" is no part of a key, ${expected}${hint}`;
}

function extraPartProblem(text: string, kind: RegisterKind): string | null {
  return text === '' ? null : `"${text}" stands behind the end of the key (${kind})`;
}
