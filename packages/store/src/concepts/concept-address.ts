import { shortDistrictKey } from '@kreisweit/domain';

/** Which version of which concept of a district (its key). */
export type ConceptAddress = { readonly district: string; readonly concept: string; readonly number: number };

/** What a version is called in messages and in the audit trail: `12070/integration-concept/2`. */
export function conceptText({ district, concept, number }: ConceptAddress): string {
  return `${district}/${concept}/${number}`;
}

/** The address that `conceptText` has written; null for any other text. */
export function conceptAddressOf(text: string): ConceptAddress | null {
  const [district = '', concept = '', number = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^[1-9]\d{0,3}$/.test(number)) return null;
  return { district, concept, number: Number(number) };
}

/** The same with the short key of its district: `12070000` and `120700000000` are `12070`. What is no key of a district stays as it is. */
export function withShortDistrict<Address extends { readonly district: string }>(address: Address): Address {
  return { ...address, district: shortDistrictKey(address.district) };
}
