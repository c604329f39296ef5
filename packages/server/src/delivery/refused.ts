import type { Problem } from '@kreisweit/domain';

/** The kinds of refusals that scripts may tell apart, by the status of HTTP that each has. */
export const refusalCodes = Object.freeze({
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'IN_PROGRESS',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'BAD_USER_INPUT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
});

export type RefusalStatus = keyof typeof refusalCodes;

/** A delivery that is not taken in: the status of HTTP, what is wrong, and headers that say when or how to come back. */
export class Refused extends Error {
  readonly status: RefusalStatus;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: RefusalStatus,
    problems: readonly Problem[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(problems[0]?.message ?? refusalCodes[status]);
    this.name = 'Refused';
    this.status = status;
    this.problems = problems;
    this.headers = headers;
  }
}

/** A refusal with one reason; `field` is the header or the part of the address that is meant. */
export function refused(
  status: RefusalStatus,
  message: string,
  { field, headers }: { readonly field?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Refused {
  return new Refused(status, [field === undefined ? { message } : { field, message }], headers);
}

/** Tells a client to come back in some seconds. */
export function comeBackIn(seconds: number): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { 'retry-after': String(seconds) } };
}
