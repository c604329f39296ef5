import type { Acting, JointDecision, Party } from '@kreisweit/domain';
import type { Store } from '../open-store.ts';
import { type ConductedStep, conductDecision } from './conduct-decision.ts';
import { confirmPosition } from './confirm-position.ts';
import type { DecisionAddress } from './decision-address.ts';
import { type DraftRequest, draftDecision } from './draft-decision.ts';
import { type PositionRequest, takePosition } from './take-position.ts';
import { todayInGermany } from './today.ts';

/** What somebody may do with joint decisions. Each answers the decision as it is then. */
export type ActingDecisions = {
  readonly draftDecision: (address: DecisionAddress, request: DraftRequest) => Promise<JointDecision>;
  readonly conductDecision: (address: DecisionAddress, step: ConductedStep) => Promise<JointDecision>;
  readonly takePosition: (
    address: DecisionAddress,
    request: { readonly position: PositionRequest; readonly expectedRevision: number },
  ) => Promise<JointDecision>;
  readonly confirmPosition: (
    address: DecisionAddress,
    request: { readonly party: Party; readonly expectedRevision: number },
  ) => Promise<JointDecision>;
};

/** Joint decisions for somebody who acts. `today` answers the day (ISO) where the districts lie. */
export function actingDecisions(
  store: Store,
  acting: Acting,
  today: () => string = todayInGermany,
): ActingDecisions {
  return {
    draftDecision: (address, request) => draftDecision(store, acting, address, request, today()),
    conductDecision: (address, step) => conductDecision(store, acting, address, step, today()),
    takePosition: (address, request) => takePosition(store, acting, address, request, today()),
    confirmPosition: (address, request) => confirmPosition(store, acting, address, request, today()),
  };
}
