import {
  COUNTRY_KEY,
  periodEnd,
  type Standing,
  type TerritoryKind,
  type TerritoryOnDay,
} from '@kreisweit/domain';
import type fc from 'fast-check';
import type { Register } from '../register/register-entry.ts';
import {
  associationKey,
  type DrawnCountry,
  type DrawnDistrict,
  drawnCountry,
  type InRegisters,
  inEachRegister,
  isShown,
  municipalityKey,
  REGISTER_DAYS,
  registersOf,
  shownIn,
} from './drawn-country.ts';

/**
 * A key under which a figure can be delivered. `territory` is the key of the territory under the highest of its roles, `level`
 * the kind that the digits name, `association` the one that they name; `isInRegister` where any register shows the territory.
 */
export type RandomKey = {
  readonly delivered: string;
  readonly territory: string;
  readonly level: TerritoryKind;
  readonly association: string | null;
  readonly isInRegister: boolean;
};

/** A country as two registers show it, and as the model of aggregation sees it. */
export type RandomCountry = {
  readonly registers: readonly Register[];
  readonly keys: readonly RandomKey[];
  /** All kinds that a territory is, the highest first. */
  readonly rolesOf: (territory: string) => readonly TerritoryKind[];
  readonly isProvenLive: (territory: string, period: string) => boolean;
  readonly territoriesAt: (period: string) => readonly TerritoryOnDay[];
  /** The key of the district that a municipality or an association lies in; the own one of what lies above. */
  readonly districtOf: (territory: string) => string;
};

/** A district and a municipality of which no register knows. */
const PROVISIONAL_DISTRICT = '16077';
const PROVISIONAL_NUMBER = '009';

/** Any country (see `drawnCountry`). */
export const randomCountry: fc.Arbitrary<RandomCountry> = drawnCountry.map((country) => countryOf(country));

/** A territory of the country, with what each register shows of it. */
type Place = {
  readonly key: string;
  readonly roles: readonly TerritoryKind[];
  readonly district: string;
  readonly memberOf: readonly string[];
  readonly shown: InRegisters<ShownPlace>;
};

type ShownPlace = {
  readonly isInhabited: boolean;
  readonly population: number | null;
  readonly association: string | null;
};

const ALWAYS = { isInhabited: true, population: null, association: null } as const;

function countryOf(country: DrawnCountry): RandomCountry {
  const { hasCityState, districts, states } = country;
  const cityState: readonly Place[] = hasCityState
    ? [placeOf('02', ['state', 'district', 'municipality', 'association'], '02', [COUNTRY_KEY])]
    : [];
  const places = [
    ...cityState,
    ...districts.flatMap(placesOfDistrict),
    ...states.flatMap(placesAbove),
    placeOf(COUNTRY_KEY, ['country'], COUNTRY_KEY, []),
  ];
  const byKey = new Map(places.map((place) => [place.key, place]));
  const place = (key: string): Place => {
    const found = byKey.get(key);
    if (found === undefined) throw new Error(`no territory has the key ${key}`);
    return found;
  };
  return {
    registers: registersOf(country),
    keys: places.flatMap(keysOf),
    rolesOf: (key) => place(key).roles,
    districtOf: (key) => place(key).district,
    isProvenLive: (key, period) => isLive(place(key), periodEnd(period)).isProven,
    territoriesAt: (period) => places.map((each) => onDay(each, periodEnd(period), place)),
  };
}

function placeOf(
  key: string,
  roles: readonly TerritoryKind[],
  district: string,
  memberOf: readonly string[],
  shown: Place['shown'] = [ALWAYS, ALWAYS],
): Place {
  return { key, roles, district, memberOf, shown };
}

function placesAbove(state: string): readonly Place[] {
  const region = `${state}1`;
  return [
    placeOf(state, ['state'], state, []),
    ...(state === '09' ? [placeOf(region, ['region'], region, [])] : []),
    ...(state === '16'
      ? [
          placeOf(
            PROVISIONAL_DISTRICT,
            ['district'],
            PROVISIONAL_DISTRICT,
            ['16', COUNTRY_KEY],
            [null, null],
          ),
          placeOf(
            `${PROVISIONAL_DISTRICT}001`,
            ['municipality'],
            PROVISIONAL_DISTRICT,
            [PROVISIONAL_DISTRICT],
            [null, null],
          ),
        ]
      : []),
  ];
}

function placesOfDistrict(district: DrawnDistrict): readonly Place[] {
  const { key, isTown } = district;
  const above = [...(key.startsWith('09') ? ['091'] : []), key.slice(0, 2), COUNTRY_KEY];
  const shown = inEachRegister((register) => (isShown(district, register) ? ALWAYS : null));
  if (isTown) return [placeOf(key, ['district', 'municipality', 'association'], key, above, shown)];
  const municipalities = district.municipalities.map((one, position) => {
    const registers = inEachRegister((register) => shownIn(district, one, register));
    const isOwnAssociation = registers.some((entry) => entry?.association === 0);
    return placeOf(
      municipalityKey(key, position),
      isOwnAssociation ? ['municipality', 'association'] : ['municipality'],
      key,
      [key],
      inEachRegister((register) => {
        const entry = registers[register];
        if (!entry) return null;
        return {
          ...entry,
          association: entry.association === 0 ? null : associationKey(key, entry.association),
        };
      }),
    );
  });
  const associations = ([1, 2] as const).map((number) =>
    placeOf(
      associationKey(key, number),
      ['association'],
      key,
      [key],
      inEachRegister((register) => {
        const members = district.municipalities
          .flatMap((one) => shownIn(district, one, register) ?? [])
          .filter(({ association }) => association === number);
        if (members.length === 0) return null;
        return {
          isInhabited: members.some(({ isInhabited }) => isInhabited),
          population: members.reduce((sum, { population }) => sum + population, 0),
          association: null,
        };
      }),
    ),
  );
  const provisional = placeOf(key + PROVISIONAL_NUMBER, ['municipality'], key, [key], [null, null]);
  return [placeOf(key, ['district'], key, above, shown), ...municipalities, ...associations, provisional];
}

function keysOf({ key, roles, shown }: Place): readonly RandomKey[] {
  const isInRegister = shown.some((entry) => entry !== null);
  const named = (delivered: string, level: TerritoryKind, association: string | null = null): RandomKey => ({
    delivered,
    territory: key,
    level,
    association,
    isInRegister,
  });
  const [highest = 'country'] = roles;
  if (highest === 'state' && roles.length > 1) {
    return [named(key, 'state'), named(`${key}000`, 'district'), named(`${key}000000`, 'municipality')];
  }
  if (highest === 'district' && roles.length > 1) {
    return [named(key, 'district'), named(`${key}000`, 'municipality')];
  }
  const inAssociation = associationKey(key.slice(0, 5), 1);
  const isListedWithAssociation = highest === 'municipality' && !key.startsWith(PROVISIONAL_DISTRICT);
  return [
    named(key, highest),
    ...(isListedWithAssociation ? [named(inAssociation + key.slice(5), 'municipality', inAssociation)] : []),
  ];
}

/** The register of a day is the latest at or before it, else the earliest. */
function onDay(place: Place, day: string, placeOf: (key: string) => Place): TerritoryOnDay {
  const register = day < REGISTER_DAYS[1] ? 0 : 1;
  const isKnown = day >= REGISTER_DAYS[register];
  const entry = place.shown[register];
  const nearest = place.shown[register === 0 ? 1 : 0];
  const isThere = (association: string) => placeOf(association).shown[register] !== null;
  const nearby = nearest?.association && isThere(nearest.association) ? nearest.association : null;
  const isAnywhere = place.shown.some((other) => other !== null);
  const standing = ((): Standing => {
    if (entry !== null) return entry.isInhabited ? 'expected' : 'uninhabited';
    return isAnywhere || !isKnown ? 'elsewhen' : 'unknown';
  })();
  const [kind = 'country'] = place.roles;
  return {
    key: place.key,
    kind,
    association: entry === null ? nearby : entry.association,
    memberOf: place.memberOf,
    standing,
    isLive: isLive(place, day).isAssumed,
    population: isKnown ? (entry?.population ?? null) : null,
  };
}

/** Proven live between the registers that show it; assumed to be still, where the latest one does. */
function isLive({ shown }: Place, day: string): { readonly isProven: boolean; readonly isAssumed: boolean } {
  const days = REGISTER_DAYS.filter((_, register) => shown[register === 0 ? 0 : 1] !== null);
  const [first = '9999', last = '0000'] = [days[0], days.at(-1)];
  const isProven = day >= first && day <= last;
  return { isProven, isAssumed: isProven || (day > last && last === REGISTER_DAYS[1]) };
}
