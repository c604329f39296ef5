import { isDay } from '../due/day.ts';
import type { LocalisedText } from '../localised-text.ts';
import { nearestNames } from '../nearest-names.ts';
import type { Refuse } from './cooperation-problem.ts';
import type { Validity } from './validity.ts';

const PLAIN_KEY = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST_KEY = 60;

/** Refuses a key that is not made of words of small letters and digits, joined by hyphens. */
export function checkKey(refuse: Refuse, field: string, key: string): void {
  if (PLAIN_KEY.test(key) && key.length <= LONGEST_KEY) return;
  const message = `'${key}' is no key: write at most ${LONGEST_KEY} small letters and digits, words joined by hyphens (language-courses)`;
  refuse(field, 'FORM', message);
}

/** Refuses keys that another entry of the same list has; every one but the first. */
export function checkUnique(
  refuse: Refuse,
  keys: readonly string[],
  fieldOf: (index: number) => string,
): void {
  const first = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else
      refuse(
        fieldOf(index),
        'DUPLICATE',
        `'${key}' is already at ${fieldOf(earlier)}: leave one of them out`,
      );
  }
}

/** Refuses a text that is empty in one of the languages. */
export function checkText(refuse: Refuse, field: string, text: LocalisedText): void {
  for (const language of ['de', 'en'] as const) {
    if (text[language].trim() !== '') continue;
    refuse(`${field}.${language}`, 'REQUIRED', 'it is empty: write it in German and in English');
  }
}

/** Refuses what is no day; null is none and allowed. */
export function checkDay(refuse: Refuse, field: string, day: string | null): void {
  if (day === null || isDay(day)) return;
  refuse(field, 'FORM', `'${day}' is no day: write it as 2026-02-28`);
}

/** Refuses days that are none and an end before the beginning. `field` is the path of what holds, '' for the input itself. */
export function checkValidity(refuse: Refuse, field: string, { from, until }: Validity): void {
  const path = field === '' ? '' : `${field}.`;
  checkDay(refuse, `${path}from`, from);
  checkDay(refuse, `${path}until`, until);
  if (from === null || until === null || !isDay(from) || !isDay(until) || from <= until) return;
  refuse(
    `${path}until`,
    'ORDER',
    `it ends on ${until}, before it begins on ${from}: swap the days or mend one`,
  );
}

/** Refuses a key that is not among those known, and guesses which was meant. `what` names its kind: `task`. */
export function checkKnown(
  refuse: Refuse,
  field: string,
  key: string,
  known: ReadonlySet<string>,
  what: string,
): void {
  if (known.has(key)) return;
  const guesses = guessed.get(refuse) ?? 0;
  guessed.set(refuse, guesses + 1);
  const [near] = guesses < MOST_GUESSES ? nearestNames(key, known) : [];
  const advice = near === undefined ? 'enter it first or mend the key' : `did you mean '${near}'?`;
  refuse(field, 'UNKNOWN', `there is no ${what} '${key}': ${advice}`);
}

/** Guessing takes time that grows with what is known: whoever got that many keys wrong has another problem than a slip. */
const MOST_GUESSES = 20;

/** How often was guessed for those who note problems. */
const guessed = new WeakMap<Refuse, number>();
