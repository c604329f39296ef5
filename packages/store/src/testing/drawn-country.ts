import fc from 'fast-check';
import type { Register } from '../register/register-entry.ts';
import { registerOf } from './small-country.ts';

/** The days of the two registers of a random country. */
export const REGISTER_DAYS = ['2013-12-31', '2021-12-31'] as const;

/** What each of the two registers shows of something; null where it does not show it. */
export type InRegisters<Shown> = readonly [Shown | null, Shown | null];

/** A municipality in a register: `association` is the number of the one that it shares with others, 0 where it has its own. */
export type ShownMunicipality = {
  readonly population: number;
  readonly isInhabited: boolean;
  readonly association: 0 | 1 | 2;
};

/** A district as it is drawn: a kreisfreie Stadt is its own municipality, a Landkreis has up to four. */
export type DrawnDistrict = {
  readonly key: string;
  readonly isTown: boolean;
  readonly shown: InRegisters<true>;
  readonly municipalities: readonly InRegisters<ShownMunicipality>[];
};

/** A country as it is drawn: its districts, and whether there is a city state. `states` are the keys of the others. */
export type DrawnCountry = {
  readonly hasCityState: boolean;
  readonly districts: readonly DrawnDistrict[];
  readonly states: readonly string[];
};

const DISTRICT_KEYS = ['09171', '09172', '16097', '16098', '16099'] as const;

function inRegisters<Shown>(shown: fc.Arbitrary<Shown>): fc.Arbitrary<InRegisters<Shown>> {
  const maybe = fc.option(shown, { freq: 6 });
  return fc.tuple(maybe, maybe);
}

const municipality = fc.record({
  population: fc.integer({ min: 1, max: 90 }),
  isInhabited: fc.integer({ min: 0, max: 6 }).map((one) => one > 0),
  association: fc.constantFrom<(0 | 1 | 2)[]>(0, 1, 1, 2),
});

function inhabited(one: ShownMunicipality): ShownMunicipality {
  return { ...one, isInhabited: true };
}

const district: fc.Arbitrary<Omit<DrawnDistrict, 'key'>> = fc.record({
  isTown: fc.integer({ min: 0, max: 3 }).map((one) => one === 3),
  shown: inRegisters(fc.constant(true as const)),
  // Every district has inhabitants: its first municipality is in both registers.
  municipalities: fc
    .tuple(
      fc.tuple(municipality.map(inhabited), municipality.map(inhabited)),
      fc.array(inRegisters(municipality), { maxLength: 3 }),
    )
    .map(([first, others]) => [first, ...others]),
});

/** Any country of up to three states with up to six districts: with associations, towns that are districts, a city state. */
export const drawnCountry: fc.Arbitrary<DrawnCountry> = fc
  .record({
    hasCityState: fc.boolean(),
    districts: fc.tuple(...DISTRICT_KEYS.map(() => fc.option(district, { freq: 2 }))),
  })
  .filter(({ hasCityState, districts }) => hasCityState || districts.some((each) => each !== null))
  .map(({ hasCityState, districts }) => {
    const present = DISTRICT_KEYS.flatMap((key, index): DrawnDistrict[] => {
      const each = districts[index] ?? null;
      return each === null ? [] : [{ key, ...each }];
    });
    const states = [...new Set(present.map(({ key }) => key.slice(0, 2)))];
    // No state is ever without a district.
    const firsts = new Set(states.map((state) => present.find(({ key }) => key.startsWith(state))));
    const inBoth = (each: DrawnDistrict): DrawnDistrict =>
      firsts.has(each) ? { ...each, shown: [true, true] } : each;
    return { hasCityState, states, districts: present.map(inBoth) };
  });

/** Something for each of the two registers. */
export function inEachRegister<Shown>(of: (register: 0 | 1) => Shown): readonly [Shown, Shown] {
  return [of(0), of(1)];
}

/** Whether a register shows a district; one that is in none is in both. */
export function isShown({ shown }: DrawnDistrict, register: 0 | 1): boolean {
  return shown[register] !== null || shown.every((other) => other === null);
}

/** What a register shows of a municipality. A gemeindefreies Gebiet is in no association and has no inhabitants. */
export function shownIn(
  district: DrawnDistrict,
  municipality: InRegisters<ShownMunicipality>,
  register: 0 | 1,
): ShownMunicipality | null {
  const entry = municipality[register];
  if (entry === null || !isShown(district, register)) return null;
  return entry.isInhabited ? entry : { ...entry, association: 0, population: 0 };
}

/** The AGS of a municipality by its position in its district, from 0. */
export function municipalityKey(district: string, position: number): string {
  return `${district}00${position + 1}`;
}

/** The ARS prefix of an association of several municipalities. */
export function associationKey(district: string, number: 1 | 2): string {
  return `${district}500${number}`;
}

/** The two registers of a country. */
export function registersOf(country: DrawnCountry): readonly Register[] {
  return inEachRegister((register) => registerOf(REGISTER_DAYS[register], linesOf(country, register)));
}

/** A register as `registerOf` reads it. */
function linesOf(country: DrawnCountry, register: 0 | 1): string {
  const shown = country.districts.filter((district) => isShown(district, register));
  return [
    ...(country.hasCityState
      ? ['02  Hafen', '02000  Hafen  41', '020000000  Hafen  50', '020000000000  Hafen  61  1000']
      : []),
    ...country.states.map((state) => `${state}  Land ${state}`),
    ...(country.states.includes('09') ? ['091  Bezirk'] : []),
    ...shown.flatMap((district) => linesOfDistrict(district, register)),
  ].join('\n');
}

function linesOfDistrict(district: DrawnDistrict, register: 0 | 1): readonly string[] {
  const { key, isTown } = district;
  if (isTown) return [`${key}  Stadt  41`, `${key}0000  Stadt  50`, `${key}0000000  Stadt  61  300`];
  const numbers = new Set<number>();
  const lines = district.municipalities.flatMap((one, position) => {
    const entry = shownIn(district, one, register);
    if (entry === null) return [];
    const number = `00${position + 1}`;
    numbers.add(entry.association);
    const association = entry.association === 0 ? `${key}0${number}` : associationKey(key, entry.association);
    return [
      ...(entry.association === 0 ? [`${association}  Ort ${number}  50`] : []),
      `${association}${number}  Ort ${number}  ${entry.isInhabited ? 64 : 66}  ${entry.population}`,
    ];
  });
  const shared = ([1, 2] as const)
    .filter((number) => numbers.has(number))
    .map((number) => `${associationKey(key, number)}  Verband ${number}  54`);
  return [`${key}  Kreis  44`, ...shared, ...lines];
}
