import type { DecisionGuard, GuardFinding } from './decision-guard.ts';
import type { JointDecision, ProposedText } from './joint-decision.ts';
import { jointDecisionResult } from './joint-decision-result.ts';

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The most characters of the key of a decision. */
const LONGEST_KEY = 80;

/** What a round begins with, and what is proposed. */
export const draftGuards = Object.freeze({
  KEY_IS_SOUND: ({ event }) => {
    if (event.kind !== 'DRAFTED') return [];
    const { key } = event;
    // What is far too long is not repeated.
    if (key.length > LONGEST_KEY) {
      const message = `the key has ${key.length} characters: write at most ${LONGEST_KEY}`;
      return [{ field: 'key', message }];
    }
    if (KEY.test(key)) return [];
    return [{ field: 'key', message: `"${key}" is no key: write small letters, digits and single hyphens` }];
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

  PROPOSAL_IS_COMPLETE: ({ event }) => ('proposal' in event ? proposalFindings(event.proposal) : []),
} satisfies Readonly<Record<string, DecisionGuard>>);

/** A closed round without a stated result has ended only when it can have none. */
function hasEnded(round: JointDecision): boolean {
  if (round.state === 'CLOSED') return jointDecisionResult(round).outcome === 'UNDECIDABLE';
  return round.state === 'ADOPTED' || round.state === 'NOT_ADOPTED' || round.state === 'WITHDRAWN';
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
