import { refuseUnknownFields } from '../configuration/refuse-unknown-fields.ts';
import type { SectionReader } from '../configuration/section-reader.ts';

type Readers<Fields> = { readonly [Name in keyof Fields]: SectionReader<Fields[Name]> };

/** Reads an object of the configuration: each field by its own reader, which is also asked for a field that is left out. */
export function objectOf<Fields extends object>(readers: Readers<Fields>): SectionReader<Fields> {
  const fields = Object.keys(readers);
  return (value = {}, refuse) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) refuse([], `is no object: write one with some of ${fields.join(', ')}`);
    const given: Readonly<Record<string, unknown>> = isObject ? { ...value } : {};
    refuseUnknownFields(given, { fields }, refuse);
    const read = Object.entries<SectionReader<unknown>>(readers).map(([name, reader]) => [
      name,
      reader(given[name], (path, message) => refuse([name, ...path], message)),
    ]);
    return Object.freeze(Object.fromEntries(read));
  };
}
