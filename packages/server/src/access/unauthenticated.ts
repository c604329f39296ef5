/**
 * What was sent to sign in is not accepted. The message is the same whatever was wrong and repeats nothing of it: who guesses learns
 * nothing, and no token gets into a log. `challenge` belongs into the header WWW-Authenticate of an answer with status 401.
 */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly challenge = 'Bearer realm="kreisweit", error="invalid_token"';

  constructor() {
    super(
      'What the header Authorization holds is not accepted: send "Bearer " and an access token that is valid now, of Kreisweit or of a ' +
        'sign-in service that this server is configured for; without the header you read what is published',
    );
  }
}
