import { agsOf } from '../register/register-key.ts';
import { nameProblem } from '../table-file/name-problem.ts';
import type { ListedKind, ListedTerritory } from './change-list.ts';

/** The texts of one territory in a row of the list. */
export type TerritoryTexts = { readonly ars: string; readonly ags: string; readonly name: string };

/** One thing wrong with a territory, and which of its texts it concerns. */
export type TerritoryProblem = { readonly part: keyof TerritoryTexts; readonly message: string };

const arsDigits: Readonly<Record<ListedKind, number>> = {
  municipality: 12,
  association: 9,
  district: 5,
  region: 3,
  state: 2,
};

/**
 * Understands a territory of the list. The AGS follows from the ARS; where the list states it, the two must
 * agree, and for a municipality it must be there. `territory` is of use only without problems.
 */
export function listedTerritory(
  { ars, ags, name }: TerritoryTexts,
  kind: ListedKind,
): { readonly territory: ListedTerritory; readonly problems: readonly TerritoryProblem[] } {
  const territory = Object.freeze({ kind, ars, ags: agsOf(ars, kind), name });
  const wrongArs = keyProblem(ars, arsDigits[kind], `the ARS of ${oneOf(kind)}`);
  const wrongAgs = agsProblem(ags, territory, wrongArs !== null);
  const found = [
    { part: 'ars', message: wrongArs },
    { part: 'ags', message: wrongAgs },
    { part: 'name', message: nameProblem(name) },
  ] as const;
  return {
    territory,
    problems: found.flatMap(({ part, message }) => (message === null ? [] : [{ part, message }])),
  };
}

function agsProblem(
  ags: string,
  { kind, ars, ags: expected }: ListedTerritory,
  arsIsWrong: boolean,
): string | null {
  if (kind === 'association')
    return ags === '' ? null : `"${ags}" belongs to nothing: an association has no AGS`;
  if (ags === '' && kind !== 'municipality') return null;
  const malformed = keyProblem(
    ags,
    kind === 'municipality' ? 8 : arsDigits[kind],
    `the AGS of ${oneOf(kind)}`,
  );
  if (malformed !== null || arsIsWrong || ags === expected) return malformed;
  return `the AGS ${ags} does not belong to the ARS ${ars}, expected ${expected}; one of the two is wrong`;
}

function oneOf(kind: ListedKind): string {
  return kind === 'association' ? `an ${kind}` : `a ${kind}`;
}

function keyProblem(text: string, digits: number, what: string): string | null {
  if (text === '') return `${what} is missing, expected ${digits} digits`;
  if (text.length === digits && /^(0[1-9]|1[0-6])\d*$/.test(text)) return null;
  const shortened = text.length === digits - 1 && /^[1-9]\d*$/.test(text);
  const hint = shortened
    ? '; a leading zero was lost, keep the column as text'
    : ', beginning with a Land from 01 to 16';
  return `"${text}" is not ${what}, expected ${digits} digits${hint}`;
}
