import type { Acting, DecisionPeriod, JointDecision, JointDecisionEvent } from '@kreisweit/domain';
import { jointDecisionResult, RevisionConflict } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import { requireAllowed } from '../access/require-allowed.ts';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { applyToStored, type StoredEvent } from './apply-to-stored.ts';
import { addressText, type DecisionAddress, withShortKey } from './decision-address.ts';
import { decisionChange } from './decision-change.ts';
import { knownPartiesOf, type RequestedParties } from './known-parties.ts';
import { populationOn } from './population-on.ts';
import { readableDecision } from './readable-decision.ts';
import { todayInGermany } from './today.ts';

type Requested<Kind extends string, Facts> = Readonly<{ kind: Kind; expectedRevision: number } & Facts>;

/**
 * A step that the coordination of a district takes with a joint decision: the events of the domain, where what the registers say is looked up
 * and not told, and `RESULT_STATED` is ADOPTED or NOT_ADOPTED, whichever came out.
 */
export type ConductedStep =
  | Extract<
      JointDecisionEvent,
      {
        readonly kind:
          | 'RULE_CHANGED'
          | 'PROPOSAL_REVISED'
          | 'CONSULTATION_STARTED'
          | 'PERIOD_EXTENDED'
          | 'CLOSED'
          | 'WITHDRAWN';
      }
    >
  | Requested<'PARTIES_CHANGED', { readonly parties: RequestedParties }>
  | Requested<'OPENED', { readonly period: DecisionPeriod }>
  | Requested<'RESULT_STATED', Readonly<Record<never, never>>>;

/**
 * Takes a step with a joint decision. Throws NotAllowed, InputProblems with all that is wrong, and a RevisionConflict where something else
 * happened since `expectedRevision`.
 */
export async function conductDecision(
  store: Store,
  acting: Acting,
  given: DecisionAddress,
  step: ConductedStep,
  today: string = todayInGermany(),
): Promise<JointDecision> {
  const address = withShortKey(given);
  return auditedChange(store, acting, async (rows, trx) => {
    const about = [{ kind: 'territory', key: address.district }] as const;
    const role = await requireAllowed(rows, acting, 'MANAGE_DECISIONS', about);
    const before = await readableDecision(rows, trx, acting, address);
    requireRevision(before, step.expectedRevision);
    const { event, problems } = await eventOf(trx, before, step, today);
    const result = await applyToStored(rows, trx, { address, event, today, problems }, before);
    return { role, change: decisionChange(before, result), result };
  });
}

async function eventOf(
  trx: Kysely<StoreSchema>,
  decision: JointDecision,
  step: ConductedStep,
  today: string,
): Promise<Required<Pick<StoredEvent, 'event' | 'problems'>>> {
  const { expectedRevision } = step;
  if (step.kind === 'PARTIES_CHANGED') {
    const { district } = decision;
    const { parties, problems } = await knownPartiesOf(trx, {
      district,
      parties: { ...step.parties, on: step.parties.on ?? today },
    });
    return { event: { ...step, parties }, problems };
  }
  if (step.kind === 'OPENED') {
    const { population, problems } = await populationOn(trx, { decision, day: step.period.firstDay, today });
    return { event: { ...step, population }, problems };
  }
  if (step.kind === 'RESULT_STATED') {
    return statedResult(decision, expectedRevision);
  }
  return { event: step, problems: [] };
}

/** What came out, whatever it is; of a decision that has no result yet the table of transitions says so. */
function statedResult(
  decision: JointDecision,
  expectedRevision: number,
): Required<Pick<StoredEvent, 'event' | 'problems'>> {
  const { outcome, reasons } = jointDecisionResult(decision);
  const kind = outcome === 'ADOPTED' ? 'ADOPTED' : 'NOT_ADOPTED';
  const open = reasons.filter(({ met }) => met === null).map(({ code }) => code);
  const message = `whether it is carried cannot be established: ${open.join(', ')} depends on a number that no register says; it stays closed, and a new round can decide anew`;
  const problem = { field: 'decision', rule: 'RESULT_SAYS_SO', message };
  return { event: { kind, expectedRevision }, problems: outcome === 'UNDECIDABLE' ? [problem] : [] };
}

/** Before anything is looked up: what is wrong may be about what is no longer so. No step of a coordination is independent of what happened. */
function requireRevision(decision: JointDecision, expectedRevision: number): void {
  const { revision } = decision;
  if (revision === expectedRevision) return;
  const subject = { kind: 'joint decision', key: addressText(decision) };
  throw new RevisionConflict(subject, { expectedRevision, revision });
}
