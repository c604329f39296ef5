import type { Acting, Action, Decision } from '@kreisweit/domain';
import { type ActingActors, actingActors } from '../actors/acting-actors.ts';
import type { AuditQuery } from '../audit/audit-query.ts';
import type { AuditRow } from '../audit/audit-rows.ts';
import { readAuditTrail } from '../audit/read-audit-trail.ts';
import { type ActingBodies, actingBodies } from '../bodies/acting-bodies.ts';
import { type ActingConcepts, actingConcepts } from '../concepts/acting-concepts.ts';
import { type ActingDecisions, actingDecisions } from '../decisions/acting-decisions.ts';
import { confirmDelivery, type OnBehalf } from '../delivery/confirm-delivery.ts';
import { deliverRelease, type OpenRelease } from '../delivery/deliver-release.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { type DeliveryReview, deliveryReview, setReview } from '../delivery/set-review.ts';
import { type ActingDue, actingDue } from '../due/acting-due.ts';
import type { ReleaseIngest } from '../ingest/take-in-release.ts';
import { type ReleaseWithdrawal, withdrawRelease } from '../ingest/withdraw-release.ts';
import type { Store } from '../open-store.ts';
import type { KeyedPage } from '../read/keyed-page.ts';
import { previewProposed } from '../review/preview-proposed.ts';
import type { ProposedRelease, ReleasePreview } from '../review/proposed-release.ts';
import { publishProposed } from '../review/publish-proposed.ts';
import { type ProposalsQuery, readableProposals } from '../review/readable-proposals.ts';
import { rejectProposed } from '../review/reject-proposed.ts';
import { type ActingTasks, actingTasks } from '../tasks/acting-tasks.ts';
import type { WriteOptions } from '../write/progress.ts';
import type { About } from './about.ts';
import type { AccessToken, IssuedToken, TokenRequest, TokensQuery } from './access-token.ts';
import { accessTokensPage } from './access-tokens-page.ts';
import { createToken } from './create-token.ts';
import { decideAll } from './require-allowed.ts';
import { revokeToken } from './revoke-token.ts';
import { type RotateOptions, rotateToken } from './rotate-token.ts';
import type { Rows } from './rows.ts';

type Options = Omit<WriteOptions, 'acting'>;

/**
 * The store as somebody who acts may use it: the only door through which the API writes, and reads what is not public. Every function asks the
 * table of actions itself, in the transaction in which it writes, whatever was asked before. Throws NotAllowed, and InputProblems
 * for bad input, with nothing changed.
 */
export type ActingStore = ActingActors &
  ActingBodies &
  ActingConcepts &
  ActingDecisions &
  ActingDue &
  ActingTasks & {
    readonly acting: Acting;
    /** Whether something may be done with each of these, without doing it. */
    readonly may: (action: Action, abouts: readonly About[]) => Promise<readonly Decision[]>;
    readonly deliver: (open: OpenRelease, options?: Options) => Promise<Delivery>;
    readonly proposedReleases: (query: ProposalsQuery) => Promise<KeyedPage<ProposedRelease>>;
    readonly previewProposed: (proposed: number, options?: Options) => Promise<ReleasePreview>;
    readonly publishProposed: (proposed: number, options?: Options) => Promise<ReleaseIngest>;
    readonly rejectProposed: (proposed: number, options: { readonly reason: string }) => Promise<void>;
    readonly withdrawRelease: (
      release: number,
      options: Options & { readonly reason: string },
    ) => Promise<ReleaseWithdrawal>;
    readonly confirmDelivery: (release: number, territory: string) => Promise<OnBehalf>;
    readonly deliveryReview: (district: string) => Promise<DeliveryReview>;
    readonly setReview: (review: DeliveryReview) => Promise<DeliveryReview>;
    readonly createToken: (request: TokenRequest) => Promise<IssuedToken>;
    readonly rotateToken: (id: string, options?: RotateOptions) => Promise<IssuedToken>;
    readonly revokeToken: (id: string) => Promise<AccessToken>;
    readonly accessTokens: (query: TokensQuery) => Promise<KeyedPage<AccessToken>>;
    readonly auditTrail: (query: AuditQuery) => Promise<KeyedPage<AuditRow>>;
  };

/** The store for somebody who acts. `today` answers the day (ISO) on which they do; as the clock says where it is left out. */
export function actingStore(
  store: Store,
  acting: Acting,
  { today }: { readonly today?: () => string } = {},
): ActingStore {
  const rows: Rows = async (sql, parameters = []) =>
    (await store.database.pool.query(sql, [...parameters])).rows;
  return {
    acting,
    may: (action, abouts) => decideAll(rows, acting, action, abouts),
    deliver: (open, options) => deliverRelease(store, acting, open, options),
    proposedReleases: (query) => readableProposals(store, acting, query),
    previewProposed: (proposed, options) => previewProposed(store, proposed, { ...options, acting }),
    publishProposed: (proposed, options) => publishProposed(store, proposed, { ...options, acting }),
    rejectProposed: (proposed, options) => rejectProposed(store, proposed, { ...options, acting }),
    withdrawRelease: (release, options) => withdrawRelease(store, release, { ...options, acting }),
    confirmDelivery: (release, territory) => confirmDelivery(store, acting, { release, territory }),
    deliveryReview: (district) => deliveryReview(rows, acting, district),
    setReview: (review) => setReview(store, acting, review),
    createToken: (request) => createToken(store, acting, request),
    rotateToken: (id, options) => rotateToken(store, acting, id, options),
    revokeToken: (id) => revokeToken(store, acting, id),
    accessTokens: (query) => accessTokensPage(store, acting, query),
    auditTrail: (query) => readAuditTrail(store, acting, query),
    ...actingDue(store, acting),
    ...actingActors(store, acting),
    ...actingBodies(store, acting),
    ...actingConcepts(store, acting),
    ...actingDecisions(store, acting, today),
    ...actingTasks(store, acting),
  };
}
