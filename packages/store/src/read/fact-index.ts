type PlaceRow = readonly [
  kind: 'municipality' | 'district',
  key: string,
  territoryId: number,
  isDelivered: boolean,
  districtIds: readonly number[],
];

/** What a statement answers about where facts are stored. */
export type FactIndexRow = {
  readonly places: readonly PlaceRow[];
  readonly breakdowns: readonly (readonly [key: string, id: number])[];
  readonly inputs: readonly (readonly [measureId: number, inputIds: readonly number[]])[];
  readonly yearsBehind: number;
  readonly yearsAhead: number;
};

/** Where the facts of a municipality or a district are stored. */
export type StoredPlace = {
  /** The territory under which they stand: a kreisfreie Stadt has the same facts in both roles. */
  readonly territoryId: number;
  /** True where they are observations (of a municipality), false where they are rolled up. */
  readonly isDelivered: boolean;
  /** Its district, and those under which its facts stood before. */
  readonly districtIds: readonly number[];
};

/** By what the facts of a data version are found, so that a statement looks each one up by its whole key. */
export type FactIndex = {
  /** Of a district or municipality, by the digits of its key; null for an unknown one. */
  readonly placeOf: (key: string) => StoredPlace | null;
  /** The number of a breakdown; null where nothing was ever broken down so. */
  readonly breakdownIdOf: (key: string) => number | null;
  /** The inputs that ever delivered a measure. */
  readonly inputIdsOf: (measureId: number) => readonly number[];
  /** How many years before or after its period the boundaries of any table lie at most. */
  readonly yearsBehind: number;
  readonly yearsAhead: number;
};

const DISTRICT_DIGITS = 5;

/** Makes the index of a data version. */
export function factIndex({ places, breakdowns, inputs, ...years }: FactIndexRow): FactIndex {
  const placed = new Map(
    places.map(([kind, key, territoryId, isDelivered, districtIds]): [string, StoredPlace] => [
      `${kind} ${key}`,
      { territoryId, isDelivered, districtIds },
    ]),
  );
  const [breakdownIds, inputIds] = [new Map(breakdowns), new Map(inputs)];
  return {
    placeOf: (key) =>
      placed.get(`${key.length === DISTRICT_DIGITS ? 'district' : 'municipality'} ${key}`) ?? null,
    breakdownIdOf: (key) => breakdownIds.get(key) ?? null,
    inputIdsOf: (measureId) => inputIds.get(measureId) ?? [],
    ...years,
  };
}
