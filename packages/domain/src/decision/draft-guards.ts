import { isDay } from '../due/day.ts';
import { parseTerritoryKey } from '../territory/territory-key.ts';
import type { CarryingRule, Fraction } from './carrying-rule.ts';
import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import type { JointDecision, ProposedText } from './joint-decision.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import { noDay } from './no-day.ts';
import type { EntitledParties } from './party.ts';

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A larger one is a slip, and the numbers that are compared stay exact. */
const LARGEST_DENOMINATOR = 1_000;

/** What is proposed, by which rule, and who is asked. */
export const draftGuards = Object.freeze({
  KEY_IS_SOUND: ({ event }) => {
    if (event.kind !== 'DRAFTED' || KEY.test(event.key)) return [];
    return [
      { field: 'key', message: `"${event.key}" is no key: write small letters, digits and single hyphens` },
    ];
  },

  ROUND_FOLLOWS: ({ event, context: { previousRound = null } }) => {
    if (event.kind !== 'DRAFTED') return [];
    const { key, round, district } = event;
    if (previousRound === null) {
      if (round === 1) return [];
      return [{ field: 'round', message: `there is no round before round ${round}: begin with round 1` }];
    }
    const findings: GuardFinding[] = [];
    if (previousRound.key !== key || previousRound.district !== district) {
      const message = `the round before is of ${previousRound.key} in ${previousRound.district}, not of ${key} in ${district}`;
      findings.push({ field: 'key', message });
    }
    if (round !== previousRound.round + 1) {
      const message = `after round ${previousRound.round} comes round ${previousRound.round + 1}, not ${round}`;
      findings.push({ field: 'round', message });
    }
    if (!hasEnded(previousRound)) {
      const message = `round ${previousRound.round} is ${previousRound.state} and has not ended: end or withdraw it before a new one`;
      findings.push({ field: 'round', message });
    }
    return findings;
  },

  PARTIES_ARE_SOUND: ({ decision, event }) => {
    if (event.kind !== 'DRAFTED' && event.kind !== 'PARTIES_CHANGED') return [];
    const district = event.kind === 'DRAFTED' ? event.district : (decision?.district ?? null);
    return district === null ? [] : partyFindings(district, event.parties);
  },

  RULE_IS_SOUND: ({ event }) => ('rule' in event ? ruleFindings(event.rule) : []),

  PROPOSAL_IS_COMPLETE: ({ event }) => ('proposal' in event ? proposalFindings(event.proposal) : []),
} satisfies Readonly<Record<string, DecisionGuard>>);

/** A closed round without a stated result has ended only when it can have none. */
function hasEnded(round: JointDecision): boolean {
  if (round.state === 'CLOSED') return jointDecisionResult(round).outcome === 'UNDECIDABLE';
  return round.state === 'ADOPTED' || round.state === 'NOT_ADOPTED' || round.state === 'WITHDRAWN';
}

function partyFindings(
  district: string,
  { on, municipalities, actors }: EntitledParties,
): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  if (!/^\d{5}$/.test(district) || parseTerritoryKey(district) === null) {
    const message = `"${district}" is no key of a district: write five digits like 03153`;
    findings.push({ field: 'district', message });
  }
  if (!isDay(on)) findings.push({ field: 'parties.on', message: noDay(on) });
  // A kreisfreie Stadt is its own only municipality, with the number 000.
  if (municipalities.length === 0 || municipalities.includes(`${district}000`)) {
    const message = `${district} has no member municipality of its own standing (a kreisfreie Stadt has none), so there is nobody to decide jointly with: a joint decision needs at least one`;
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
  for (const [field, keys] of Object.entries({ municipalities, actors })) {
    for (const key of new Set(keys.filter((each, at) => keys.indexOf(each) !== at))) {
      findings.push({ field: `parties.${field}`, message: `${key} is named more than once` });
    }
  }
  return findings;
}

function ruleFindings({ kind, threshold, quorum }: CarryingRule): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  if (threshold !== null && kind === 'UNANIMOUS') {
    const message = 'unanimity has no threshold: leave it out, or choose a majority';
    findings.push({ field: 'rule.threshold', message });
  } else if (
    threshold !== null &&
    (!isShare(threshold) || 2 * threshold.numerator <= threshold.denominator)
  ) {
    const message = `${written(threshold)} is no threshold: write a share of more than 1/2 and up to 1/1 (2/3: at least two thirds), or leave it out for more than half`;
    findings.push({ field: 'rule.threshold', message });
  }
  if (quorum !== null && !isShare(quorum)) {
    const message = `${written(quorum)} is no quorum: write a share of more than 0 and up to 1/1, or leave it out`;
    findings.push({ field: 'rule.quorum', message });
  }
  return findings;
}

function isShare({ numerator, denominator }: Fraction): boolean {
  const isWhole = Number.isInteger(numerator) && Number.isInteger(denominator);
  return isWhole && numerator > 0 && numerator <= denominator && denominator <= LARGEST_DENOMINATOR;
}

function written({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

function proposalFindings({ title, text, documents }: ProposedText): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  const texts = [
    ['proposal.title', title],
    ['proposal.text', text],
    ...documents.map((document, at) => [`proposal.documents.${at}.title`, document.title] as const),
  ] as const;
  for (const [field, { de, en }] of texts) {
    if (de.trim() === '') findings.push({ field: `${field}.de`, message: 'the German text is empty' });
    if (en.trim() === '') findings.push({ field: `${field}.en`, message: 'the English text is empty' });
  }
  for (const [at, { url }] of documents.entries()) {
    if (/^https?:\/\//i.test(url) && URL.canParse(url)) continue;
    const message = `"${url}" is no link: write an address that begins with https://`;
    findings.push({ field: `proposal.documents.${at}.url`, message });
  }
  return findings;
}
