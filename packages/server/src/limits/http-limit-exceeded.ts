/** The kinds of limits of HTTP that scripts may tell apart, by the status of the answer. */
const CODES = Object.freeze({
  400: 'BATCH_NOT_ALLOWED',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
});

export type LimitStatus = keyof typeof CODES;

/** What was exceeded: `limit` is its name in the configuration, `asked` null where nobody knows how much it would have been, `retryAfter` the seconds until it may be well. */
export type Excess = {
  readonly status: LimitStatus;
  readonly limit: string;
  readonly asked: number | null;
  readonly allowed: number;
  readonly retryAfter?: number;
};

/** A request that asks for more than a limit allows. The message says which, and what to do. */
export class HttpLimitExceeded extends Error {
  override readonly name = 'HttpLimitExceeded';
  readonly excess: Excess;

  constructor(message: string, excess: Excess) {
    super(message);
    this.excess = excess;
  }

  /** The body of the answer, in the form of GraphQL. */
  get body() {
    const { status, limit, asked, allowed } = this.excess;
    const extensions = { code: CODES[status], limit, ...(asked !== null && { asked }), allowed };
    return { errors: [{ message: this.message, extensions }] };
  }
}
