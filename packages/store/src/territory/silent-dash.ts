/**
 * SQL: a `-` of this measure and input is never a zero, because the definition of one of them says so. `measure` and `input` are
 * SQL expressions of their ids.
 */
export function silentDash(measure: string, input: string): string {
  return `exists (
    select from catalogue_version v
    where v.item_id in (${measure}, ${input}) and v.version_until is null and v.definition->>'dash' = 'notAvailable'
  )`;
}
