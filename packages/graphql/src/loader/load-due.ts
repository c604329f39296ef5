import { type DueEntry, type DueKind, dueId, dueKinds } from '@kreisweit/domain';
import { dueOf } from '@kreisweit/store';
import type { Context } from '../context.ts';

/** Everything that the field is asked: what is due in a district (key) until a day, as it is on the day `on`; narrowed where that is not null. */
export type DueKey = {
  readonly district: string;
  readonly until: string;
  readonly on: string;
  readonly kinds: readonly DueKind[] | null;
  readonly territory: string | null;
  readonly actor: string | null;
  readonly first: number;
  readonly after: string | null;
};

/** A page of what is due. */
export type DuePage = {
  readonly rows: readonly DueEntry[];
  readonly total: number;
  readonly hasNext: boolean;
  readonly after: string | null;
};

/** Pages of what is due, in the order of the keys: a constant number of statements for all districts that are asked about the same days. */
export async function loadDue(
  keys: readonly DueKey[],
  { db, dataVersion }: Pick<Context, 'db' | 'dataVersion'>,
): Promise<readonly DuePage[]> {
  const { number: asOf } = await dataVersion();
  const entriesOf = new Map<string, readonly DueEntry[]>();
  for (const group of Map.groupBy(keys, ({ until, on }) => `${until} ${on}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { until, on } = first;
    const districts = [...new Set(group.map(({ district }) => district))];
    const found = await dueOf(db, { asOf, districts, until, on });
    for (const [index, district] of districts.entries()) {
      entriesOf.set(nameOf({ district, until, on }), found[index] ?? []);
    }
  }
  return keys.map((key) => pageOf(entriesOf.get(nameOf(key)) ?? [], key));
}

function nameOf({ district, until, on }: Pick<DueKey, 'district' | 'until' | 'on'>): string {
  return `${district} ${until} ${on}`;
}

function pageOf(entries: readonly DueEntry[], { kinds, territory, actor, first, after }: DueKey): DuePage {
  const wanted = entries.filter(
    (entry) =>
      (kinds === null || kinds.includes(entry.kind)) &&
      (territory === null || placeOf(entry.territory) === placeOf(territory)) &&
      (actor === null || entry.actor === actor),
  );
  const following = wanted.filter((entry) => after === null || placeOfDue(entry) > after);
  return {
    rows: following.slice(0, first),
    total: wanted.length,
    hasNext: following.length > first,
    after,
  };
}

/** A kreisfreie Stadt is one place under two keys: as a municipality (`16098000`) and as a district (`16098`). */
function placeOf(territory: string): string {
  return territory.replace(/^(\d{5})000$/, '$1');
}

/** The place of an entry in the list: its day, the place of its kind, and its identity, in the order of `dueUntil`. */
export function placeOfDue(entry: DueEntry): string {
  return `${entry.day}/${dueKinds.indexOf(entry.kind)}/${dueId(entry)}`;
}
