import { NOT_COLLECTED, NOT_THERE } from '../long/long-cell.ts';

/** A value of SDMX in the signs of official statistics, or what is wrong with it. */
export type SdmxValue = { readonly text: string; readonly quality: string };

type Meaning = {
  /** The quality sign beside a number; null where there can be none. */
  readonly quality: string | null;
  /** What stands where there is no number. */
  readonly missing: string;
  /** The number must not be taken over, although it is there. */
  readonly hidden?: boolean;
};

/** Marks a break, for which official tables have no sign. */
const BREAK = 'b';

const kept = (quality: string): Meaning => ({ quality, missing: NOT_THERE });
const none = (missing: string): Meaning => ({ quality: null, missing });

/** The code list CL_OBS_STATUS. */
const STATUS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['A', kept('')],
  ['B', kept(BREAK)],
  ['D', kept('()')],
  ['E', kept('e')],
  ['F', kept('e')],
  ['G', kept('()')],
  ['H', none(NOT_THERE)],
  ['I', kept('e')],
  ['J', kept('()')],
  ['K', none(NOT_THERE)],
  ['L', none(NOT_COLLECTED)],
  ['M', none('x')],
  ['N', kept('')],
  ['O', none(NOT_THERE)],
  ['P', kept('p')],
  ['Q', { quality: null, missing: '*', hidden: true }],
  ['R', kept('r')],
  ['S', kept('()')],
  ['U', { quality: '()', missing: '/' }],
  ['V', kept('p')],
  ['W', kept('()')],
]);

/** The letters of Eurostat, several of which may stand together. */
const FLAG: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['b', kept(BREAK)],
  ['c', { quality: null, missing: '*', hidden: true }],
  ['d', kept('()')],
  ['e', kept('e')],
  ['f', kept('e')],
  ['i', kept('e')],
  ['n', kept('')],
  ['p', kept('p')],
  ['r', kept('r')],
  ['s', kept('e')],
  ['u', { quality: '()', missing: '/' }],
  ['z', none('x')],
]);

/** The values of CL_CONF_STATUS that do not hide anything. */
const FREE: ReadonlySet<string> = new Set(['', 'F']);

const EMPTY: ReadonlySet<string> = new Set(['', 'NaN', ':']);

/**
 * What a row says of its value: the quality sign of a number (null where there can be none), what stands where there is no
 * number, and what stands there whatever is delivered, because the number is confidential.
 */
export type SdmxMeaning = {
  readonly quality: string | null;
  readonly missing: string;
  readonly hidden: string | null;
};

/**
 * Reads OBS_STATUS, Eurostat's OBS_FLAG and CONF_STATUS (or OBS_CONF). C beside O is `.` (unknown or confidential), any other
 * confidentiality but F is `*`. Without a number M is `x`, U is `/`, Q is `*`, L is "not collected at this level" and the rest
 * is not available. A number keeps P, E and R as its signs; I and F are estimates, U and what follows another definition
 * is limited. A text says which code is not known.
 */
export function sdmxMeaning(status: string, flag: string, confidentiality: string): SdmxMeaning | string {
  const meanings: Meaning[] = [];
  for (const [code, list, name] of [
    ...codesOf(status).map((code) => [code, STATUS, 'OBS_STATUS'] as const),
    ...[...flag].filter((letter) => letter !== ' ').map((code) => [code, FLAG, 'OBS_FLAG'] as const),
  ]) {
    const meaning = list.get(code);
    if (meaning === undefined) return `'${code}' is no code of ${name} that is known here`;
    meanings.push(meaning);
  }
  const signs = meanings.map(({ quality }) => quality);
  return {
    quality: signs.includes(null) ? null : signs.filter((sign) => sign !== '').join(' '),
    missing: meanings.find(({ missing }) => missing !== NOT_THERE)?.missing ?? NOT_THERE,
    hidden: hiddenBy(confidentiality, status, meanings),
  };
}

function hiddenBy(confidentiality: string, status: string, meanings: readonly Meaning[]): string | null {
  if (!FREE.has(confidentiality)) return confidentiality === 'C' && status === 'O' ? '.' : '*';
  return meanings.some(({ hidden }) => hidden) ? '*' : null;
}

/** OBS_VALUE in the signs of official statistics, or what is wrong with it. */
export function sdmxValue({ quality, missing, hidden }: SdmxMeaning, value: string): SdmxValue | string {
  if (hidden !== null) return { text: hidden, quality: '' };
  if (EMPTY.has(value)) return { text: missing, quality: '' };
  if (quality !== null) return { text: value, quality };
  return `there is a value, '${value}', but its status says that there is none`;
}

/** Whether OBS_VALUE holds a number, or what is meant for one. */
export function isSdmxNumber(value: string): boolean {
  return !EMPTY.has(value);
}

function codesOf(status: string): readonly string[] {
  return status.split(/[\s;]+/).filter((code) => code !== '');
}
