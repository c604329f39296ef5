import type { JointDecisionEventKind as Kind } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

const DESCRIPTIONS: Readonly<Record<Kind, string>> = {
  DRAFTED: 'It was drafted.',
  RULE_CHANGED: 'The rule was changed.',
  PARTIES_CHANGED: 'Others are asked.',
  PROPOSAL_REVISED: 'There is a new version of the proposal.',
  CONSULTATION_STARTED: 'The consultation began.',
  OPENED: 'It was opened for positions, and the inhabitants that count were recorded.',
  PERIOD_EXTENDED: 'The time for consultation or positions was extended.',
  POSITION_TAKEN: 'A party took a position, or it was recorded on its behalf.',
  POSITION_CONFIRMED: 'A party confirmed what was recorded on its behalf.',
  CLOSED: 'It was closed.',
  ADOPTED: 'It was stated that it is jointly carried.',
  NOT_ADOPTED: 'It was stated that it is not jointly carried.',
  WITHDRAWN: 'It was withdrawn.',
};

/** What happens to a joint decision. */
export const JointDecisionEventKind = builder.enumType('JointDecisionEventKind', {
  description: 'What happens to a joint decision.',
  values: labelledValues(
    (Object.keys(DESCRIPTIONS) as Kind[]).map((kind) => [kind, kind, DESCRIPTIONS[kind]]),
  ),
});
