import type { LocalisedText } from '@kreisweit/domain';

/**
 * The values of an enum: the name in the schema, the value behind it and its label as description. Names are written
 * as GraphQL does it: `jobCentre` becomes `JOB_CENTRE`.
 */
export function labelledValues<Value extends string | number>(
  entries: readonly (readonly [name: string, value: Value, label: LocalisedText | string])[],
): Record<string, { readonly value: Value; readonly description: string }> {
  return Object.fromEntries(
    entries.map(([name, value, label]) => [
      name
        .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
        .replaceAll('-', '_')
        .toUpperCase(),
      { value, description: typeof label === 'string' ? label : `${label.en} (${label.de}).` },
    ]),
  );
}

/** The values of an enum whose names are written as in the schema already, from their titles. */
export function titledValues<Value extends string>(
  titles: Readonly<Record<Value, LocalisedText>>,
): Record<string, { readonly value: Value; readonly description: string }> {
  return labelledValues(
    (Object.entries(titles) as [Value, LocalisedText][]).map(([value, title]) => [value, value, title]),
  );
}
