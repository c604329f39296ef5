import { parseTerritoryKey, type TerritoryKey } from '@kreisweit/domain';
import { InvalidArgument } from '../error/invalid-argument.ts';

/** Reads the key of any territory. Throws an InvalidArgument for a malformed one. */
export function territoryKeyArgument(text: string, argument = 'key'): TerritoryKey {
  const key = parseTerritoryKey(text);
  if (key !== null) return key;
  throw new InvalidArgument(
    argument,
    `'${text}' is no key of a territory. Write an AGS (2 digits Land, 3 Regierungsbezirk, 5 district, 8 municipality), ` +
      `an ARS (12 digits; the first 9 for an association) or DG for Germany.`,
  );
}

/**
 * Reads the key of a district: five digits, or the longer forms that end in zeros (`12070000`, `120700000000`). Throws an
 * InvalidArgument for anything else.
 */
export function districtKeyArgument(text: string): TerritoryKey {
  const { kind, key } = territoryKeyArgument(text);
  if (kind === 'district') return { kind, key };
  if (kind === 'municipality' && key.endsWith('000')) return { kind: 'district', key: key.slice(0, 5) };
  throw new InvalidArgument(
    'key',
    `'${text}' is the key of a ${kind}. Write the five digits of a district, like 12070.`,
  );
}

/** Reads the key of a Land. Throws an InvalidArgument for anything else. */
export function stateKeyArgument(text: string): TerritoryKey {
  const { kind, key } = territoryKeyArgument(text, 'state');
  if (kind === 'state') return { kind, key };
  throw new InvalidArgument(
    'state',
    `'${text}' is the key of a ${kind}. Write the two digits of a Land, like 12.`,
  );
}

/** Reads the key of a municipality: AGS (8 digits) or ARS (12). Throws an InvalidArgument for anything else. */
export function municipalityKeyArgument(text: string): TerritoryKey {
  const { kind, key } = territoryKeyArgument(text);
  if (kind === 'municipality') return { kind, key };
  throw new InvalidArgument(
    'key',
    `'${text}' is the key of a ${kind}. Write the 8 digits (AGS) or 12 digits (ARS) of a municipality, like 12070296.`,
  );
}
