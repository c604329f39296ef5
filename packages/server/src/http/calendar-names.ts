import {
  type DueEntry,
  type DueNames,
  designationOf,
  designationTitles,
  parseTerritoryKey,
} from '@kreisweit/domain';
import { actorsByKey, type Store, type TerritoryRow, territoriesByKey } from '@kreisweit/store';

/** The names in the calendar of a district: that of the district alone, and those of all territories and actors that entries name. */
export type CalendarNames = { readonly district: string; readonly names: DueNames };

/** Looks up what people call a district (key) and whatever its entries name, as it is at last. Two statements. */
export async function calendarNames(
  db: Store['db'],
  {
    asOf,
    district,
    entries,
  }: { readonly asOf: number; readonly district: string; readonly entries: readonly DueEntry[] },
): Promise<CalendarNames> {
  const keys = [...new Set([district, ...entries.map(({ territory }) => territory)])];
  const actorKeys = [...new Set(entries.flatMap(({ actor }) => actor ?? []))];
  const asked = keys.flatMap((key) => {
    const parsed = parseTerritoryKey(key);
    return parsed === null ? [] : [{ key, territory: { ...parsed, on: null } }];
  });
  const [territories, actors] = await Promise.all([
    territoriesByKey(db, { asOf, territories: asked.map(({ territory }) => territory) }),
    actorsByKey(db, actorKeys),
  ]);
  const rows = new Map(asked.flatMap(({ key }, index) => entryOf(key, territories[index])));
  return {
    district: rows.get(district)?.name ?? district,
    names: {
      territories: new Map([...rows].map(([key, row]) => [key, fullName(row)])),
      actors: new Map(
        actorKeys.flatMap((key, index) => entryOf(key, actors[index])).map(([key, { name }]) => [key, name]),
      ),
    },
  };
}

function entryOf<Row>(key: string, row: Row | null | undefined): readonly (readonly [string, Row])[] {
  return row == null ? [] : [[key, row]];
}

/** A district and its seat often have the same name: `Landkreis Goslar` is not `Goslar`. */
function fullName({ kind, name, textCode }: TerritoryRow): string {
  const designation = kind === 'district' ? designationOf(textCode) : null;
  const isCounty = designation === 'landkreis' || designation === 'kreis';
  return isCounty && !/kreis/i.test(name) ? `${designationTitles[designation].de} ${name}` : name;
}
