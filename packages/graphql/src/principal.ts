/** What somebody may do. Reading published figures needs no more than `reader`. */
export type Role = 'reader';

/** Who asks. */
export type Principal = { readonly roles: readonly Role[] };

/** Somebody who has not signed in: reads what is published. */
export const anonymousReader: Principal = Object.freeze({ roles: Object.freeze(['reader'] as const) });
