/** The issuer of an access token cannot be asked for its keys, so that nobody knows whether the token is good. It may be later (503). */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  /** Whom to ask about it; the only thing that is told of the issuer. */
  readonly host: string;

  constructor(host: string, options?: ErrorOptions) {
    super(
      `The sign-in service ${host} cannot be reached: try again in a minute, or tell who runs it`,
      options,
    );
    this.host = host;
  }
}
