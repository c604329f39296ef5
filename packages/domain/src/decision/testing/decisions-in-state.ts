import type { JointDecision, JointDecisionState } from '../joint-decision.ts';
import {
  after,
  bad,
  clausthal,
  district,
  draft,
  jobcentre,
  type Meant,
  opening,
  seesen,
  taken,
  through,
} from './any-decision.ts';

/** Open for positions, and nobody has spoken. */
export const open = through(...opening);
/** What a position on behalf of somebody says beside it. */
export const onBehalf = {
  recording: 'ON_BEHALF',
  reference: 'Ratsbeschluss 12/2026 vom 2026-02-10',
} as const;
/** All parties. */
export const everybody = [district, bad, clausthal, seesen, jobcentre];
/** A day on which positions may be taken. */
export const day = '2026-02-20';

/** The event of the draft. */
export const drafted: Meant = { kind: 'DRAFTED', ...draft };
/** The event of a withdrawal. */
export const withdrawn: Meant = { kind: 'WITHDRAWN', reason: { de: 'Neu gefasst', en: null } };
/** Open, and all have spoken themselves. */
export const spoken = everybody.reduce((last, party) => after(last, taken(party, 'SUPPORT'), day), open);
/** The same, closed before the last day. */
export const closed = after(spoken, { kind: 'CLOSED' }, day);

/** A decision in every state; where there is one, an unconfirmed position waits in it. */
export const inState: Readonly<Record<JointDecisionState, JointDecision>> = {
  DRAFT: through(...opening.slice(0, 1)),
  CONSULTATION: through(...opening.slice(0, 2)),
  OPEN: after(open, taken(bad, 'SUPPORT', onBehalf), day),
  CLOSED: closed,
  ADOPTED: after(closed, { kind: 'ADOPTED' }, day),
  NOT_ADOPTED: after(after(open, { kind: 'CLOSED' }, '2026-04-01'), { kind: 'NOT_ADOPTED' }, '2026-04-01'),
  WITHDRAWN: after(open, withdrawn, day),
};
