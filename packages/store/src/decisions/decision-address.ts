import { shortDistrictKey } from '@kreisweit/domain';

/** Which round of which joint decision of a district (its key). */
export type DecisionAddress = { readonly district: string; readonly key: string; readonly round: number };

/** What a decision is called in messages and in the audit trail: `12070/integration-concept/1`. */
export function addressText({ district, key, round }: DecisionAddress): string {
  return `${district}/${key}/${round}`;
}

/** The same address with the short key of its district: `12070000` and `120700000000` are `12070`. What is no key of a district stays as it is. */
export function withShortKey({ district, key, round }: DecisionAddress): DecisionAddress {
  return { district: shortDistrictKey(district), key, round };
}
