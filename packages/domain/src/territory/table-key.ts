import { COUNTRY_KEY, isStateNumber, parseTerritoryKey, type TerritoryKey } from './territory-key.ts';

/** The deepest level that a table of the regional statistics lists: `-5` tables municipalities, `-4` districts. */
export type TableLevel = 'municipality' | 'district';

/** A key of an official table: the territory it names and, where the digits say so, its association. */
export type TableKey = TerritoryKey & {
  /** The key as delivered. */
  readonly delivered: string;
  /** ARS prefix of nine digits, where the delivered key contains the association of a municipality. */
  readonly association: string | null;
};

const NIEDERSACHSEN = '03';
const RHEINLAND_PFALZ = '07';
const BERLIN = '11';
const CITY_STATES: readonly string[] = ['02000', '11000'];

/**
 * Reads the key of a row of an official regional table; null when it is malformed.
 *
 * The tables mix lengths, and eight digits are not always a municipality: in Niedersachsen `03xxx4yy` is a
 * Samtgemeinde whose members have eleven digits (8 + 3), in Rheinland-Pfalz seven digits are a Verbandsgemeinde and
 * ten its member (5 + 2 + 3; `00` is a municipality without one). The AGS of such a member is its first five and
 * last three digits. The newer tables have the ARS (twelve digits): its association is a real one where the Verband
 * begins with 5, else the municipality itself. Five digits of Berlin other than 11000 are boroughs, and eight digits in
 * a table of districts are extras (boroughs, the towns of Hannover, Aachen and Saarbruecken): both have the kind `part`.
 * Keys that are filled up with zeros name the territory above (see `paddedKey`).
 */
export function parseTableKey(text: string, level: TableLevel = 'municipality'): TableKey | null {
  const delivered = text.trim();
  if (delivered === COUNTRY_KEY) return { kind: 'country', key: delivered, delivered, association: null };
  if (!/^\d+$/.test(delivered) || !isStateNumber(delivered)) return null;
  const land = delivered.slice(0, 2);
  const named = (kind: TerritoryKey['kind'], key: string, association: string | null = null): TableKey => ({
    kind,
    key,
    delivered,
    association,
  });

  if (land === BERLIN && delivered.length === 5 && delivered !== '11000') return named('part', delivered);
  if (level === 'district') {
    if (delivered.length === 8) return named('part', delivered);
    if (delivered.length > 5) return null;
  }
  if (land === NIEDERSACHSEN) {
    if (delivered.length === 8 && delivered[5] === '4') return named('association', samtgemeinde(delivered));
    if (delivered.length === 11 && delivered[5] === '4') {
      return named('municipality', memberAgs(delivered), samtgemeinde(delivered));
    }
  }
  if (land === RHEINLAND_PFALZ) {
    const free = delivered.slice(5, 7) === '00';
    if (delivered.length === 7 && !free) return named('association', verbandsgemeinde(delivered));
    if (delivered.length === 10) {
      return named('municipality', memberAgs(delivered), free ? null : verbandsgemeinde(delivered));
    }
  }
  const above = paddedKey(delivered);
  if (above !== null) return named(above.kind, above.key);
  const plain = parseTerritoryKey(delivered);
  if (plain === null) return null;
  const inAssociation = delivered.length === 12 && delivered[5] === '5';
  return named(plain.kind, plain.key, inAssociation ? delivered.slice(0, 9) : null);
}

/**
 * The territory of a key that is filled up with zeros to the length of a level below: `16000` is the Land 16, `09100` the
 * Regierungsbezirk 091, `160975001000` an association. Hamburg and Berlin are districts of that form, and whether
 * `16099000` is a Landkreis or the only municipality of a kreisfreie Stadt only a register knows.
 */
function paddedKey(delivered: string): TerritoryKey | null {
  if (delivered.length === 5 && delivered.endsWith('00')) {
    if (!delivered.endsWith('000')) return { kind: 'region', key: delivered.slice(0, 3) };
    return CITY_STATES.includes(delivered) ? null : { kind: 'state', key: delivered.slice(0, 2) };
  }
  if (delivered.length === 12 && delivered.endsWith('000') && delivered.slice(5, 9) !== '0000') {
    return { kind: 'association', key: delivered.slice(0, 9) };
  }
  return null;
}

function memberAgs(delivered: string): string {
  return delivered.slice(0, 5) + delivered.slice(-3);
}

/** `03151401` is the ARS prefix `031515401`: associations carry a leading 5 in the register. */
function samtgemeinde(delivered: string): string {
  return `${delivered.slice(0, 5)}5${delivered.slice(5, 8)}`;
}

/** `0713101` is the ARS prefix `071315001`. */
function verbandsgemeinde(delivered: string): string {
  return `${delivered.slice(0, 5)}50${delivered.slice(5, 7)}`;
}
