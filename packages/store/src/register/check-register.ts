import type { RegisterEntry, RegisterKind } from './register-entry.ts';
import type { RegisterProblem } from './register-problems.ts';

const states = Array.from({ length: 16 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Length of the ARS of the parent that every entry of a kind must have in the register. */
const parentDigits: readonly (readonly [RegisterKind, RegisterKind, number])[] = [
  ['region', 'state', 2],
  ['district', 'state', 2],
  ['district', 'region', 3],
  ['association', 'district', 5],
  ['municipality', 'district', 5],
  ['municipality', 'association', 9],
];

/** Kinds that cannot be empty, with the kind that must stand inside. */
const neverEmpty: readonly (readonly [RegisterKind, RegisterKind])[] = [
  ['state', 'district'],
  ['region', 'district'],
  ['district', 'municipality'],
  ['association', 'municipality'],
];

/**
 * Checks what no single row shows: keys that occur twice, a row whose state, region, district or
 * association has no row, a unit with nothing inside, and a Land that is missing.
 *
 * Neither format ends with a total or a footer that could be counted against, and every edition covers the
 * whole country: an empty unit or a missing Land is how a file that was cut between two rows shows.
 */
export function checkRegister(entries: readonly RegisterEntry[]): readonly RegisterProblem[] {
  return [
    ...duplicates(entries),
    ...parentDigits.flatMap(([kind, parent, digits]) => orphans(entries, kind, parent, digits)),
    ...neverEmpty.flatMap(([kind, inside]) => emptyUnits(entries, kind, inside)),
    ...missingStates(entries),
  ];
}

function duplicates(entries: readonly RegisterEntry[]): readonly RegisterProblem[] {
  const byArs = Map.groupBy(entries, (entry) => entry.ars);
  const sameArs = [...byArs].flatMap(([ars, group]) => repeated(`ARS ${ars}`, group));
  // A municipality's AGS leaves the association out, so it can repeat where the ARS does not.
  const firstOfArs = [...byArs.values()].flatMap((group) => group.slice(0, 1));
  const municipalities = firstOfArs.filter((entry) => entry.kind === 'municipality');
  const byAgs = Map.groupBy(municipalities, (entry) => entry.ags);
  return [...sameArs, ...[...byAgs].flatMap(([ags, group]) => repeated(`AGS ${ags}`, group))];
}

function repeated(key: string, group: readonly RegisterEntry[]): readonly RegisterProblem[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  return others.map((entry) => ({
    line: entry.line,
    message: `${key} (${entry.name}) stands already in line ${first.line} (${first.name})`,
  }));
}

/** One problem for each missing parent, however many rows name it. */
function orphans(
  entries: readonly RegisterEntry[],
  kind: RegisterKind,
  parent: RegisterKind,
  digits: number,
): readonly RegisterProblem[] {
  const present = keysOf(entries, parent);
  const without = entries.filter(
    (entry) =>
      entry.kind === kind &&
      !present.has(entry.ars.slice(0, digits)) &&
      !(parent === 'region' && entry.ars[2] === '0') &&
      !(parent === 'district' && liesInNoDistrict(entry)),
  );
  return [...Map.groupBy(without, (entry) => entry.ars.slice(0, digits))].map(([key, group]) => {
    const first = group[0];
    const others = group.length === 1 ? '' : ` and of ${group.length - 1} more`;
    return {
      ...(first === undefined ? {} : { line: first.line }),
      message: `the ${parent} ${key} of ${kind} ${first?.ars} (${first?.name})${others} has no row`,
    };
  });
}

/**
 * Kreis 00 with Verband 9999 is the official key of an area outside all districts: the German-Luxembourg
 * condominium (07 0 00 9999 999) and the coastal sea (13 0 00 9999 999). Nobody lives there; an inhabited
 * municipality needs a district.
 */
function liesInNoDistrict(entry: RegisterEntry): boolean {
  const outside = entry.ars.slice(3, 9) === '009999';
  return outside && (entry.kind === 'association' || entry.population === 0);
}

function emptyUnits(
  entries: readonly RegisterEntry[],
  kind: RegisterKind,
  inside: RegisterKind,
): readonly RegisterProblem[] {
  const units = entries.filter((entry) => entry.kind === kind);
  const digits = units[0]?.ars.length ?? 0;
  const filled = new Set([...keysOf(entries, inside)].map((key) => key.slice(0, digits)));
  return units
    .filter((entry) => !filled.has(entry.ars))
    .map((entry) => ({
      line: entry.line,
      message: `the ${kind} ${entry.ars} (${entry.name}) has no ${inside}; its row is wrong or the file is cut off`,
    }));
}

function missingStates(entries: readonly RegisterEntry[]): readonly RegisterProblem[] {
  const present = keysOf(entries, 'state');
  const missing = states.filter((state) => !present.has(state));
  if (missing.length === 0) return [];
  const message = `no row for Land ${missing.join(', ')}; a register covers all 16, so the file is cut off`;
  return [{ message }];
}

function keysOf(entries: readonly RegisterEntry[], kind: RegisterKind): ReadonlySet<string> {
  return new Set(entries.filter((entry) => entry.kind === kind).map((entry) => entry.ars));
}
