import { type CarryingRule as CarryingRuleRow, carryingRuleTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Abstentions } from './abstentions.ts';
import { CarryingRuleKind } from './carrying-rule-kind.ts';
import { Fraction } from './fraction.ts';
import { localisedField } from './localised-field.ts';

/** The rule by which a decision counts as jointly carried. */
export const CarryingRule = builder.objectRef<CarryingRuleRow>('CarryingRule').implement({
  description:
    'The rule by which a decision counts as jointly carried. Its base are all municipalities that are asked, not those that took a position.',
  fields: (t) => ({
    kind: t.expose('kind', { type: CarryingRuleKind, description: 'How the municipalities carry it.' }),
    title: localisedField(t, 'What people call it.', ({ kind }) => carryingRuleTitles[kind]),
    districtConsent: t.exposeBoolean('districtConsent', {
      description: 'True where the district itself must support it too.',
    }),
    abstentions: t.expose('abstentions', { type: Abstentions, description: 'What an abstention is.' }),
    threshold: t.expose('threshold', {
      type: Fraction,
      nullable: true,
      description:
        'At least this share instead of more than half, of municipalities and of inhabitants alike; null = more than half.',
    }),
    quorum: t.expose('quorum', {
      type: Fraction,
      nullable: true,
      description:
        'At least this share of the municipalities must have taken a position (for UNANIMOUS with abstentions left out: must have said yes or no); null = no quorum.',
    }),
  }),
});
