import { type Grant, grantOf, grantProblems, parseTerritoryKey } from '@kreisweit/domain';
import type { Log } from '../log.ts';
import type { Matched } from './claim-pattern.ts';
import type { ClaimRule } from './issuer.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * What the claims of an access token give by the rules of its issuer, each role once. What is not sound, such as a district's coordination
 * for a municipality, is left out and logged: the issuer's list of groups is not ours to mend.
 */
export function grantsOfClaims(claims: Claims, rules: readonly ClaimRule[], log: Log): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const rule of rules) {
    for (const text of textsOf(claimAt(claims, rule.claim))) {
      const matched = rule.value.match(text);
      const grant = matched === null ? null : soundGrant(rule, matched, log);
      if (grant !== null) grants.set(JSON.stringify(grant), grant);
    }
  }
  return Object.freeze([...grants.values()]);
}

function soundGrant({ claim, role, ...rule }: ClaimRule, matched: Matched, log: Log): Grant | null {
  const scope = (name: 'territory' | 'plugin' | 'actor') => matched[name] ?? rule[name];
  const grant = grantOf(role, {
    territory: canonical(scope('territory')),
    plugin: scope('plugin'),
    actor: scope('actor'),
  });
  const [problem] = grantProblems(grant);
  if (problem === undefined) return grant;
  log.debug('a claim gives no role', { claim, value: rule.value.text, reason: problem.message });
  return null;
}

/** A territory by the key that the store knows it by: a municipality is often written with 12 digits. */
function canonical(territory: string | null): string | null {
  return territory === null ? null : (parseTerritoryKey(territory)?.key ?? territory);
}

/** A claim by its whole name (`https://kreis.example/roles`), or inside others by a path with dots (`realm_access.roles`). */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>((value, name) => {
    const isInside = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isInside ? Reflect.get(value, name) : undefined;
  }, claims);
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string');
}
