import type { LocalisedText } from '../localised-text.ts';

/**
 * Why there is a value, or why there is none. Exactly one holds for every cell.
 *
 * The codes are stored and ordered: where several values are combined, the one with the highest code is the reason of
 * the result (a rate with a confidential numerator is confidential, whatever else is missing). Hence combining is
 * `max`, in any order, in JavaScript and in SQL.
 */
export const statusCodes = Object.freeze({
  /** A number. */
  NORMAL: 0,
  /** The value makes no sense here (`x`), or the formula has no result (division by zero). */
  NOT_APPLICABLE: 10,
  /** Nobody delivered it, or `-` for a unit that nothing proves live. */
  NOT_AVAILABLE: 20,
  /** Will come later (`...`). */
  PENDING: 30,
  /** The table does not go down to this level. */
  NOT_COLLECTED_AT_LEVEL: 40,
  /** Too unreliable to be shown (`/`). */
  UNRELIABLE: 50,
  /** Some members have not reported. */
  INCOMPLETE: 60,
  /** `.`: unknown or confidential; treated as confidential. */
  CONFIDENTIAL_OR_UNKNOWN: 70,
  /** Confidential. */
  CONFIDENTIAL: 80,
});

export type Status = keyof typeof statusCodes;

/** All statuses, mildest first. */
export const statuses = Object.freeze(Object.keys(statusCodes) as Status[]);

const STATUS_BY_CODE: ReadonlyMap<number, Status> = new Map(
  statuses.map((status) => [statusCodes[status], status]),
);

/** The status of a stored code. Throws a RangeError for an unknown one. */
export function statusOfCode(code: number): Status {
  const status = STATUS_BY_CODE.get(code);
  if (status === undefined) throw new RangeError(`${code} is no status code`);
  return status;
}

/** The reason of a combined value: the strictest of its inputs'; NORMAL for none. */
export function combineStatus(inputs: readonly Status[]): Status {
  return inputs.reduce<Status>(
    (worst, next) => (statusCodes[next] > statusCodes[worst] ? next : worst),
    'NORMAL',
  );
}

/** False when the value behind a status must not become known, not even by subtraction (rule 13). */
export function isFree(status: Status): boolean {
  return statusCodes[status] < statusCodes.CONFIDENTIAL_OR_UNKNOWN;
}

/** Names for people. */
export const statusTitles: Readonly<Record<Status, LocalisedText>> = Object.freeze({
  NORMAL: { de: 'Wert vorhanden', en: 'Value present' },
  NOT_APPLICABLE: { de: 'Aussage nicht sinnvoll', en: 'Not applicable' },
  NOT_AVAILABLE: { de: 'Nicht vorhanden', en: 'Not available' },
  PENDING: { de: 'Angabe fällt später an', en: 'Will come later' },
  NOT_COLLECTED_AT_LEVEL: { de: 'Auf dieser Ebene nicht erhoben', en: 'Not collected at this level' },
  UNRELIABLE: { de: 'Zahlenwert nicht sicher genug', en: 'Too unreliable' },
  INCOMPLETE: { de: 'Unvollständig gemeldet', en: 'Incomplete' },
  CONFIDENTIAL_OR_UNKNOWN: { de: 'Unbekannt oder geheim zu halten', en: 'Unknown or confidential' },
  CONFIDENTIAL: { de: 'Geheim zu halten', en: 'Confidential' },
});
