import { isProtected } from './is-protected.ts';

/** Why a text is no identifier of an issuer whose tokens can be trusted, and what to write; null for one that is. */
export function whyNoIssuer(issuer: string): string | null {
  const url = URL.parse(issuer);
  if (url === null)
    return `"${issuer}" is no address: write one such as "https://login.example/realms/kreis"`;
  if (url.username !== '' || url.password !== '') return 'holds a name or a password: leave it out';
  if (!isProtected(url)) {
    return `"${issuer}" is not protected on its way: write an address with https (http is for the own machine only)`;
  }
  if (issuer.includes('?') || issuer.includes('#')) return `"${issuer}" has a query: write it without`;
  return null;
}
