import { fetchJson } from './fetch-json.ts';
import { isProtected } from './is-protected.ts';
import type { ReachIssuer } from './reach-issuer.ts';

const KEPT_MILLISECONDS = 60 * 60_000;
const TIME_OUT_MILLISECONDS = 5_000;

/**
 * Where the keys of an issuer are, as its discovery document says. It is fetched when it is first needed and again after an hour, once for
 * all who wait for it. Source: OpenID Connect Discovery 1.0, section 4.
 */
export function discovery(
  issuer: string,
  { reach, now }: { readonly reach: ReachIssuer; readonly now: () => number },
): () => Promise<URL> {
  let known: { readonly keysAt: URL; readonly until: number } | null = null;
  let pending: Promise<URL> | null = null;
  const discover = async (): Promise<URL> => {
    const keysAt = await reach(() => keysAddress(issuer));
    known = { keysAt, until: now() + KEPT_MILLISECONDS };
    return keysAt;
  };
  return async () => {
    if (known !== null && now() < known.until) return known.keysAt;
    pending ??= discover().finally(() => {
      pending = null;
    });
    return pending;
  };
}

async function keysAddress(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await fetchJson(address, { signal: AbortSignal.timeout(TIME_OUT_MILLISECONDS) });
  const document = typeof found === 'object' && found !== null ? found : {};
  if (!('issuer' in document) || document.issuer !== issuer) {
    throw new Error(
      'its discovery document names another issuer: write into the configuration what it names',
    );
  }
  const keysAt = 'jwks_uri' in document && typeof document.jwks_uri === 'string' ? document.jwks_uri : '';
  const url = URL.parse(keysAt);
  // An issuer on the own machine may have its keys there; one elsewhere must not send us here.
  const isSameWay = url?.protocol === 'https:' || new URL(issuer).protocol === 'http:';
  if (url === null || !isProtected(url) || !isSameWay) {
    throw new Error('its discovery document names no address of keys with https');
  }
  return url;
}
