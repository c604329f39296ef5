import { refuseUnknownFields } from '../configuration/refuse-unknown-fields.ts';
import type { Refuse, SectionReader } from '../configuration/section-reader.ts';
import type { AccessConfiguration, Issuer } from './issuer.ts';
import { readClaimRule } from './read-claim-rule.ts';
import { readText } from './read-text.ts';
import { whyNoIssuer } from './why-no-issuer.ts';

const CLOCK_SKEW = { usual: 30, most: 300 };
const ISSUER_FIELDS = ['issuer', 'audience', 'clockSkewSeconds', 'rules'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the section `access`: whose access tokens are taken, and which roles their claims give. There is no issuer and no secret
 * by default.
 *
 * @example { "issuers": [{ "issuer": "https://login.example/realms/kreis", "audience": "kreisweit", "rules": [
 *   { "claim": "groups", "value": "coordinator-{territory}", "role": "DISTRICT_COORDINATOR", "territory": "{territory}" }] }] }
 */
export const readAccess: SectionReader<AccessConfiguration> = (value, refuse) => {
  if (value === undefined) return Object.freeze({ issuers: Object.freeze([]) });
  if (!isObject(value)) {
    refuse([], 'is no object: write { "issuers": [...] }, or leave it out');
    return { issuers: [] };
  }
  refuseUnknownFields(value, { fields: ['issuers'] }, refuse);
  const issuers = readItems(value, { name: 'issuers', read: readIssuer }, refuse);
  for (const [index, { issuer }] of issuers.entries()) {
    if (issuer === '' || issuers.findIndex((other) => other.issuer === issuer) === index) continue;
    refuse(['issuers', index, 'issuer'], `"${issuer}" stands above: write it once, with all of its rules`);
  }
  return Object.freeze({ issuers });
};

function readIssuer(value: Fields, refuse: Refuse): Issuer {
  refuseUnknownFields(value, { fields: ISSUER_FIELDS }, refuse);
  const provider = 'the identifier of an OpenID provider, such as "https://login.example/realms/kreis"';
  const issuer = readText(value, { name: 'issuer', what: provider }, refuse);
  const why = issuer === '' ? null : whyNoIssuer(issuer);
  if (why !== null) refuse(['issuer'], why);
  const what = 'for whom access tokens are made that are meant for this server, such as "kreisweit"';
  const audience = readText(value, { name: 'audience', what }, refuse);
  const clockSkewSeconds = readClockSkew(value.clockSkewSeconds, refuse);
  const rules = readItems(value, { name: 'rules', read: readClaimRule }, refuse);
  return Object.freeze({ issuer, audience, clockSkewSeconds, rules });
}

function readClockSkew(value: unknown = CLOCK_SKEW.usual, refuse: Refuse): number {
  const isWhole = typeof value === 'number' && Number.isInteger(value);
  if (isWhole && value >= 0 && value <= CLOCK_SKEW.most) return value;
  const message = `${JSON.stringify(value)} cannot be used: write whole seconds from 0 to ${CLOCK_SKEW.most}`;
  refuse(['clockSkewSeconds'], message);
  return CLOCK_SKEW.usual;
}

type ItemsField<Item> = {
  readonly name: string;
  readonly read: (item: Fields, refuse: Refuse) => Item;
};

/** A list of objects that must be there; one without any would mean nothing. */
function readItems<Item>(object: Fields, { name, read }: ItemsField<Item>, refuse: Refuse): readonly Item[] {
  const value = object[name];
  if (!Array.isArray(value) || value.length === 0) {
    const problem = value === undefined ? 'is missing' : Array.isArray(value) ? 'is empty' : 'is no list';
    refuse([name], `${problem}: write [{ ... }]`);
    return [];
  }
  const listed: readonly unknown[] = value;
  const items = listed.map((item, index) => {
    if (!isObject(item)) refuse([name, index], `${JSON.stringify(item)} is no object: write { ... }`);
    return isObject(item) ? read(item, (path, message) => refuse([name, index, ...path], message)) : null;
  });
  return Object.freeze(items.filter((item) => item !== null));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
