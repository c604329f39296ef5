import type { LocalisedText } from '../localised-text.ts';

/** How municipalities carry a decision jointly, with names for people. */
export const carryingRuleTitles = Object.freeze({
  UNANIMOUS: { de: 'Einstimmigkeit der Gemeinden', en: 'Unanimity of the municipalities' },
  MAJORITY_OF_MUNICIPALITIES: { de: 'Mehrheit der Gemeinden', en: 'Majority of the municipalities' },
  DOUBLE_MAJORITY: {
    de: 'Doppelte Mehrheit der Gemeinden und der Einwohner',
    en: 'Double majority of municipalities and inhabitants',
  },
} satisfies Record<string, LocalisedText>);

export type CarryingRuleKind = keyof typeof carryingRuleTitles;

/**
 * What an abstention is: `COUNT_AS_NOT_SUPPORTING` it stays in the number of which a share must support, as a missing position does;
 * `LEFT_OUT` the municipality, and its inhabitants, are taken out of that number. It is a support in neither case, and taking part in
 * both (see `quorum`), except for unanimity of those who do not abstain (see `isQuorumOfVotes`).
 */
export type Abstentions = 'COUNT_AS_NOT_SUPPORTING' | 'LEFT_OUT';

/** A share of whole numbers, `2/3`. Shares are never compared as floating numbers. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/**
 * The rule by which a decision counts as jointly carried. Base is the number of all entitled municipalities, not of those that took a
 * position: who says nothing does not support.
 *
 * | kind | carried when |
 * |---|---|
 * | UNANIMOUS | every municipality supports |
 * | MAJORITY_OF_MUNICIPALITIES | more than half of the municipalities support; a tie is no majority |
 * | DOUBLE_MAJORITY | so, and more than half of the inhabitants live in those that do |
 *
 * `districtConsent`: the district's own support is needed too; its abstention is no consent, whatever `abstentions` says.
 * `threshold`: instead of more than half at least this share, of municipalities and of inhabitants alike (more than 1/2, up to 1/1); null =
 * more than half; always null for UNANIMOUS. `quorum`: at least this share of the municipalities must have taken a position on the
 * latest version, abstentions included (but see `isQuorumOfVotes`); null = none, since a missing position does not support anyway.
 */
export type CarryingRule = {
  readonly kind: CarryingRuleKind;
  readonly districtConsent: boolean;
  readonly abstentions: Abstentions;
  readonly threshold: Fraction | null;
  readonly quorum: Fraction | null;
};

/**
 * What an abstention is by default. All three rules ask for a share of those who are entitled, as the law does where it asks for the
 * majority of the members of a council and not of the votes: there an abstention has the effect of a no. And who abstains does not carry
 * a decision, so that it could not be called carried by all.
 */
export const defaultAbstentions: Readonly<Record<CarryingRuleKind, Abstentions>> = Object.freeze({
  UNANIMOUS: 'COUNT_AS_NOT_SUPPORTING',
  MAJORITY_OF_MUNICIPALITIES: 'COUNT_AS_NOT_SUPPORTING',
  DOUBLE_MAJORITY: 'COUNT_AS_NOT_SUPPORTING',
});

/**
 * A rule with what is not said: with the district's consent, since it carries too; no other threshold, no quorum, abstentions by default.
 *
 * @example carryingRule('UNANIMOUS').abstentions // 'COUNT_AS_NOT_SUPPORTING'
 */
export function carryingRule(
  kind: CarryingRuleKind,
  given: Partial<Omit<CarryingRule, 'kind'>> = {},
): CarryingRule {
  return Object.freeze({
    kind,
    districtConsent: given.districtConsent ?? true,
    abstentions: given.abstentions ?? defaultAbstentions[kind],
    threshold: given.threshold ?? null,
    quorum: given.quorum ?? null,
  });
}

/**
 * True where the quorum is one of those who say yes or no: for unanimity with abstentions left out. There everybody has taken a position
 * anyway when it is met, so that a quorum with abstentions would let a single municipality carry what all others abstain from.
 */
export function isQuorumOfVotes({ kind, abstentions }: CarryingRule): boolean {
  return kind === 'UNANIMOUS' && abstentions === 'LEFT_OUT';
}

/** The smallest number of municipalities or inhabitants of `base` with which a rule is met; never 0, so that nobody carries nothing. */
export function neededOf({ kind, threshold }: CarryingRule, base: number): number {
  if (kind === 'UNANIMOUS') return Math.max(1, base);
  return threshold === null ? Math.floor(base / 2) + 1 : atLeast(threshold, base);
}

/** The smallest whole number that is at least this share of `base`, and not 0. */
export function atLeast({ numerator, denominator }: Fraction, base: number): number {
  return Math.max(1, Math.floor((base * numerator + denominator - 1) / denominator));
}
