import { calendarDate } from '../register/calendar-date.ts';
import type { Attribution } from './boundary-file.ts';
import type { BoundaryProblem } from './boundary-problems.ts';
import { isObject, type JsonObject } from './delivered-shape.ts';

/** What the caller says about a file; it goes before what the file says itself. */
export type SaidAttribution = {
  readonly [Name in keyof Attribution]?: Attribution[Name] | undefined;
};

/** What a file may say about itself, at its top or in its `properties`, under these names. */
const MEMBERS = {
  validOn: ['validOn'],
  source: ['source', 'attribution'],
  licence: ['licence', 'license'],
} as const satisfies Record<keyof Attribution, readonly string[]>;

const ADVICE: Readonly<Record<keyof Attribution, string>> = {
  validOn: 'the file does not say of which day these boundaries are: say it, --on 2021-12-31',
  source:
    "the file does not name its source, as the licences of official boundaries demand it: name it, --source '© GeoBasis-DE / BKG 2021'",
  licence: 'the file does not name its licence: name it, --licence dl-de/by-2-0',
};

/**
 * Whose boundaries these are: as the caller says, else as the file says at its top. Nothing is guessed, for a licence
 * that asks for attribution is broken without it.
 */
export function attributionOfFile(
  json: JsonObject,
  said: SaidAttribution,
): { readonly attribution: Attribution; readonly problems: readonly BoundaryProblem[] } {
  const attribution = {
    validOn: said.validOn ?? written(json, MEMBERS.validOn),
    source: said.source ?? written(json, MEMBERS.source),
    licence: said.licence ?? written(json, MEMBERS.licence),
  };
  const problems = (Object.keys(ADVICE) as (keyof Attribution)[]).flatMap((name): BoundaryProblem[] => {
    if (attribution[name].trim() === '') return [{ field: name, message: ADVICE[name] }];
    const wrongDay = name === 'validOn' ? dayProblem(attribution.validOn) : null;
    return wrongDay === null ? [] : [{ field: name, message: wrongDay }];
  });
  return { attribution, problems };
}

function written(json: JsonObject, names: readonly string[]): string {
  const places = [json, isObject(json.properties) ? json.properties : {}];
  const found = places.flatMap((place) => names.map((name) => place[name]));
  return found.find((value) => typeof value === 'string') ?? '';
}

function dayProblem(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (calendarDate(year, month, day) !== text) return `'${text}' is no day: write it as 2021-12-31`;
  // Swedish days are ISO days; in the zone of the person who imports, for whom it may be tomorrow already.
  const today = new Date().toLocaleDateString('sv');
  return text <= today
    ? null
    : `${text} is still to come (today is ${today}), and nobody knows the boundaries of that day: mend the day`;
}
