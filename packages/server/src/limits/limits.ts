import { type DocumentLimits, defaultDocumentLimits } from '@kreisweit/graphql';
import { type DeliveryLimits, deliveryLimits } from '../http/release-routes.ts';

/** Whose word is taken for the address of a client: nobody's, that of so many proxies in a row, or that of these addresses. */
export type TrustProxy = false | number | readonly string[];

/** How much may be asked over HTTP, whatever it is. */
export type HttpLimits = {
  /** Bytes of the body of a request; files that are delivered have limits of their own. */
  readonly bodyBytes: number;
  /** Requests in a minute: of one address without a token, and of one identity with a token. A sixth of them in ten seconds. */
  readonly requestsPerMinute: { readonly anonymous: number; readonly identified: number };
  /** Tokens in a minute that are not accepted, from one address: who guesses is stopped. */
  readonly failedSignInsPerMinute: number;
  /** Requests that are answered at the same time: of one client, and of all together. */
  readonly concurrent: { readonly each: number; readonly all: number };
  /** Milliseconds after which the database gives up a statement of a reader. */
  readonly statementTimeoutMs: number;
  /** Who may say for whom a request is passed on (X-Forwarded-For): addresses, networks, or how many proxies there are. */
  readonly trustProxy: TrustProxy;
};

/** How much one may ask and send. Each number is the largest that is allowed. */
export type Limits = {
  /** What a request to GraphQL may ask. */
  readonly document: DocumentLimits;
  readonly http: HttpLimits;
  /** What may be delivered: bytes and values of a file, and how many files are taken in at the same time. */
  readonly delivery: Pick<DeliveryLimits, 'mostBytes' | 'mostValues' | 'atOnce'>;
};

const { mostBytes, mostValues, atOnce } = deliveryLimits;

/** What holds where the configuration says nothing: room for dashboards that ask ten times a second, and an office behind one address. */
export const defaultLimits: Limits = Object.freeze({
  document: defaultDocumentLimits,
  http: Object.freeze({
    bodyBytes: 262_144,
    requestsPerMinute: Object.freeze({ anonymous: 600, identified: 3_000 }),
    failedSignInsPerMinute: 60,
    concurrent: Object.freeze({ each: 10, all: 100 }),
    statementTimeoutMs: 15_000,
    trustProxy: false,
  }),
  delivery: Object.freeze({ mostBytes, mostValues, atOnce }),
});
