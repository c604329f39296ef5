/**
 * The key of a district in five digits, whichever of its forms is written (`12070000`, `120700000000`); what is no key of a district stays as it is.
 *
 * @example shortDistrictKey('120700000000') // '12070'
 */
export function shortDistrictKey(key: string): string {
  return key.trim().replace(/^(\d{5})0{3}(?:0{4})?$/, '$1');
}
