import { isDay } from '../due/day.ts';
import { parseTerritoryKey } from '../territory/territory-key.ts';
import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import { noDay } from './no-day.ts';
import type { EntitledParties } from './party.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** The most characters of the key of an actor. */
const LONGEST_ACTOR_KEY = 100;

/** Who is asked. */
export const partyGuards = Object.freeze({
  PARTIES_ARE_SOUND: ({ decision, event, context: { today } }) => {
    if (event.kind !== 'DRAFTED' && event.kind !== 'PARTIES_CHANGED') return [];
    const district = event.kind === 'DRAFTED' ? event.district : (decision?.district ?? null);
    return district === null ? [] : partyFindings(district, event.parties, today);
  },
} satisfies Readonly<Record<string, DecisionGuard>>);

function partyFindings(
  district: string,
  { on, municipalities, actors }: EntitledParties,
  today: string,
): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  if (!/^\d{5}$/.test(district) || parseTerritoryKey(district) === null) {
    const message = `"${district}" is no key of a district: write five digits like 03153`;
    findings.push({ field: 'district', message });
  }
  if (!isDay(on)) findings.push({ field: 'parties.on', message: noDay(on) });
  else if (on > today) {
    const message = `${on} is after today, ${today}, and nobody knows who is a member then: write a day up to today`;
    findings.push({ field: 'parties.on', message });
  }
  // A kreisfreie Stadt is its own only municipality, with the number 000.
  if (municipalities.length === 0 || municipalities.includes(`${district}000`)) {
    const message = `${district} has no member municipality of its own standing on ${on} (a kreisfreie Stadt never has one, and a district that was dissolved has none any more), so there is nobody to decide jointly with: choose a district that has at least one on that day`;
    findings.push({ field: 'parties.municipalities', message });
  }
  for (const key of new Set(municipalities)) {
    if (!/^\d{8}$/.test(key) || parseTerritoryKey(key) === null) {
      const message = `"${key}" is no key of a municipality: write its AGS of eight digits`;
      findings.push({ field: 'parties.municipalities', message });
    }
  }
  if (actors.some((key) => key.trim() === '')) {
    findings.push({ field: 'parties.actors', message: 'the key of an actor is empty: leave it out' });
  }
  const longest = Math.max(...actors.map(({ length }) => length));
  if (longest > LONGEST_ACTOR_KEY) {
    const message = `the key of an actor has ${longest} characters, and none has more than ${LONGEST_ACTOR_KEY}: write the key that stands in the directory`;
    findings.push({ field: 'parties.actors', message });
  }
  for (const [field, keys] of Object.entries({ municipalities, actors })) {
    for (const key of repeatedKeys(keys)) {
      findings.push({ field: `parties.${field}`, message: `${key} is named more than once: name it once` });
    }
  }
  return findings;
}
