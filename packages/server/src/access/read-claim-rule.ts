import {
  type Grant,
  grantProblems,
  isRole,
  nearestNames,
  roles,
  type Scope,
  scopesOfRole,
} from '@kreisweit/domain';
import { refuseUnknownFields } from '../configuration/refuse-unknown-fields.ts';
import type { Refuse } from '../configuration/section-reader.ts';
import { type ClaimPattern, claimPattern, placeholders } from './claim-pattern.ts';
import type { ClaimRule } from './issuer.ts';
import { readText } from './read-text.ts';

const FIELDS = ['claim', 'value', 'role', ...placeholders];
const ANY_ROLE = `one of ${roles.join(', ')}`;

/** Reads a rule of an issuer. What it gives is checked now, as far as it is no placeholder. */
export function readClaimRule(value: Readonly<Record<string, unknown>>, refuse: Refuse): ClaimRule {
  refuseUnknownFields(value, { fields: FIELDS }, refuse);
  const claim = readText(value, { name: 'claim', what: 'the name of a claim, such as "groups"' }, refuse);
  const what = 'the text that the claim has, such as "kreisweit-coordinator-{territory}"';
  const text = readText(value, { name: 'value', what }, refuse);
  const pattern = claimPattern(text, (message) => refuse(['value'], message));
  const scope = (name: Scope) =>
    scopeOf(value[name], { name, pattern }, (path, message) => refuse([name, ...path], message));
  const scopes = { territory: scope('territory'), plugin: scope('plugin'), actor: scope('actor') };

  const role = readText(value, { name: 'role', what: ANY_ROLE }, refuse);
  if (isRole(role)) {
    refuseUnsound({ role, ...scopes }, refuse);
    return Object.freeze({ claim, value: pattern, role, ...scopes });
  }
  const [meant] = nearestNames(role, roles);
  const advice = meant === undefined ? ANY_ROLE : `"${meant}"`;
  if (role !== '') refuse(['role'], `"${role}" is no role: write ${advice}`);
  return { claim, value: pattern, role: 'PUBLIC_READER', ...scopes };
}

type ScopeField = { readonly name: Scope; readonly pattern: ClaimPattern };

/**
 * What a rule says of one scope. What the value matches must be used: without it the role would not be narrowed. What is refused is
 * answered as a placeholder, so that no second problem comes of it.
 */
function scopeOf(given: unknown, { name, pattern }: ScopeField, refuse: Refuse): string | null {
  const placeholder = `{${name}}`;
  const isMatched = pattern.names.includes(name);
  const refused = (message: string): string => {
    refuse([], message);
    return placeholder;
  };
  if (given === undefined) {
    return isMatched ? refused(`is missing: write "${placeholder}", since "value" has it`) : null;
  }
  const shown = JSON.stringify(given);
  if (typeof given !== 'string' || given === '') {
    return refused(`${shown} is no text: write "${placeholder}", or what the role is held for`);
  }
  if (given === placeholder) {
    return isMatched
      ? given
      : refused(`"value" has no ${placeholder} that it could stand for: write it there`);
  }
  if (isMatched) return refused(`"value" has ${placeholder}: write "${placeholder}", not ${shown}`);
  return /[{}]/.test(given) ? refused(`${shown} is neither a literal nor "${placeholder}"`) : given;
}

/** What a placeholder stands for is only known at login; that the role may be held for such a thing is known now. */
function refuseUnsound(grant: Grant, refuse: Refuse): void {
  const { needs, allows } = scopesOfRole[grant.role];
  const told = new Set<string>();
  for (const { field = '', message } of grantProblems(grant)) {
    const open = placeholders.find((name) => name === field && grant[name] === `{${name}}`);
    const isAllowed = open !== undefined && (needs.includes(open) || allows.includes(open));
    if (!isAllowed && !told.has(field)) refuse([field], message);
    told.add(field);
  }
}
