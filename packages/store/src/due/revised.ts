/** A record as it is to be, and the revision that whoever writes it has seen: 0 = it must not exist yet, null = whichever there is. */
export type Given<Value> = { readonly value: Value; readonly expectedRevision: number | null };

/** A record as it is stored. */
export type Revised<Value> = Value & { readonly revision: number };

/** A record that was put: as it was before (null = it is new), and as it is now. `isChanged` is false where it was so already. */
export type Put<Value> = {
  readonly before: Revised<Value> | null;
  readonly after: Revised<Value>;
  readonly isChanged: boolean;
};

/** What records of a district are told apart by. */
export type DistrictRecord = { readonly district: string; readonly key: string };

/** The address of a record of a district: `12070/language-courses`. */
export function recordAddress({ district, key }: DistrictRecord): string {
  return `${district}/${key}`;
}
