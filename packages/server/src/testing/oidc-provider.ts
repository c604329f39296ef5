import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { Provider, type TokenRequestContext } from 'oidc-provider';

/** What a token is asked for: its further claims, for whom it is made, and how long it is valid. */
export type AskedToken = {
  readonly claims?: JWTPayload;
  readonly audience?: string;
  readonly seconds?: number;
};

/** Claims in place of the usual ones; `undefined` leaves one out. */
export type ForgedClaims = Readonly<Record<string, unknown>>;

/** A real OpenID provider on this machine, for tests. It signs with ES256. */
export type TestProvider = {
  readonly issuer: string;
  /** The paths that were asked for since the last call, in their order. */
  readonly asked: () => readonly string[];
  /** An access token as an application gets it by its own credentials: a JWT, and real. */
  readonly token: (asked?: AskedToken) => Promise<string>;
  /** What the provider would never make, signed with its key: `header` and `claims` stand in place of the usual ones. */
  readonly forged: (claims: ForgedClaims, header?: Readonly<Record<string, string>>) => Promise<string>;
  /** Its public key. */
  readonly publicKey: () => JWK;
  /** Gives it another key, so that no token of before is good any more. */
  readonly rotate: () => Promise<void>;
  /** Lets it call itself otherwise at the same address. */
  readonly rename: (issuer: string) => void;
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly start: () => Promise<void>;
};

const CLIENT = { id: 'statistics-office', secret: 'only for tests, on this machine' };
const RESOURCE = 'urn:kreisweit';
const ASKED_CLAIMS = 'x-asked-claims';
const ASKED_AUDIENCE = 'x-asked-audience';
const ASKED_SECONDS = 'x-asked-seconds';

/** Starts a provider on a free port. Stop it in the end. */
export async function testProvider({ audience }: { readonly audience: string }): Promise<TestProvider> {
  let answer: ReturnType<Provider['callback']> = (_, response) => void response.writeHead(503).end();
  let paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    answer(request, response);
  });
  const listen = async (port: number): Promise<number> => {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  const port = await listen(0);
  const issuer = `http://127.0.0.1:${port}`;
  let key = await signingKey();
  const provide = (name: string): void => {
    answer = new Provider(name, configuration(key.jwk)).callback();
  };
  provide(issuer);

  return Object.freeze({
    issuer,
    asked: () => {
      const until = paths;
      paths = [];
      return until;
    },
    token: async ({ claims = {}, audience: other = audience, seconds = 600 }: AskedToken = {}) => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${encodeURIComponent(CLIENT.id)}:${encodeURIComponent(CLIENT.secret)}`)}`,
          [ASKED_CLAIMS]: encodeURIComponent(JSON.stringify(claims)),
          [ASKED_AUDIENCE]: other,
          [ASKED_SECONDS]: String(seconds),
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: RESOURCE }),
      });
      const body = await response.json();
      if (response.status !== 200) throw new Error(`the test provider refused: ${JSON.stringify(body)}`);
      return String(body.access_token);
    },
    forged: (claims: ForgedClaims, header: Readonly<Record<string, string>> = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer, aud: audience, sub: CLIENT.id, iat: now, exp: now + 600 };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: key.jwk.kid ?? '', ...header })
        .sign(key.privateKey);
    },
    publicKey: () => {
      const { d: _, ...publicKey } = key.jwk;
      return publicKey;
    },
    rotate: async () => {
      key = await signingKey();
      provide(issuer);
    },
    rename: provide,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
    start: async () => void (await listen(port)),
  });
}

async function signingKey() {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { privateKey, jwk: { ...jwk, alg: 'ES256', use: 'sig', kid: crypto.randomUUID() } };
}

/** What it would remember: nothing, since what is asked of it is signed and gone. */
const forgetful = () => ({ find: async () => undefined, upsert: async () => undefined });

function configuration(key: JWK): Readonly<Record<string, unknown>> {
  return {
    adapter: forgetful,
    ttl: {
      ClientCredentials: (
        _: unknown,
        token: { readonly resourceServer: { readonly accessTokenTTL: number } },
      ) => token.resourceServer.accessTokenTTL,
    },
    jwks: { keys: [key] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (context: TokenRequestContext) => ({
          scope: '',
          audience: context.get(ASKED_AUDIENCE),
          accessTokenTTL: Number(context.get(ASKED_SECONDS)),
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (context: TokenRequestContext) =>
      JSON.parse(decodeURIComponent(context.get(ASKED_CLAIMS))),
  };
}
