import { InputProblems } from '@kreisweit/domain';
import { withShortKey } from '../decisions/decision-address.ts';
import type { DecisionHistory } from '../decisions/decision-history.ts';
import { putDecisions } from '../decisions/put-decisions.ts';
import { shortKey } from './by-district.ts';
import { type RecordWriter, writtenOf } from './record-writer.ts';

/** Histories of joint decisions: new ones whole, of those that are stored what follows. */
export const decisionWriter: RecordWriter<DecisionHistory> = {
  districtOf: ({ district }) => shortKey(district),
  allow: async (_, histories) => {
    const districts = new Set(histories.map(({ district }) => shortKey(district)));
    return {
      action: 'MANAGE_DECISIONS',
      abouts: [...districts].map((key) => ({ kind: 'territory', key })),
    };
  },
  write: async ({ rows, trx }, histories) => {
    const given = histories.map((history) => ({ ...history, ...withShortKey(history) }));
    const { changed, problems } = await putDecisions(rows, trx, given);
    if (problems.length > 0) throw new InputProblems('the decisions are not imported', problems);
    return writtenOf(changed);
  },
};
