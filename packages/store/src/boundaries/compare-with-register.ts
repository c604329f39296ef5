import type { Writer } from '../write/write-version.ts';
import type { BoundarySet } from './boundary-file.ts';
import type { BoundaryProblem } from './boundary-problems.ts';

/** The register that boundaries are compared with: the day of its territories (ISO) and its file. */
export type RegisterInForce = { readonly territoryDate: string; readonly file: string };

/** The latest register of a day or before; null where there is none. */
export async function registerInForce(writer: Writer, day: string): Promise<RegisterInForce | null> {
  const [register] = await writer.rows<RegisterInForce>(
    `select territory_date::text as "territoryDate", file from register
     where version_until is null and territory_date <= $1
     order by territory_date desc limit 1`,
    [day],
  );
  return register ?? null;
}

/** What is wrong with a day before which there is no register. */
export async function noRegister(writer: Writer, validOn: string): Promise<BoundaryProblem> {
  const [earliest] = await writer.rows<{ day: string; file: string }>(
    `select territory_date::text as day, file from register
     where version_until is null order by territory_date limit 1`,
  );
  const found =
    earliest === undefined
      ? 'no register is loaded'
      : `the earliest register is that of ${earliest.day} (${earliest.file})`;
  const message =
    `${found}, so that nobody can say which territories there were on ${validOn}: ` +
    'import a register of that day or before first, or mend the day';
  return { field: 'validOn', message };
}

/** What a register shows of a level and a set does not (`missing`), and the other way round (`otherDay`). */
export async function comparedWithRegister(
  writer: Writer,
  { territoryDate }: RegisterInForce,
  { level, keys }: BoundarySet,
) {
  const rows = await writer.rows<{ key: string; name: string }>(IN_REGISTER, [level, territoryDate]);
  const drawn = new Set(keys);
  const registered = new Set(rows.map(({ key }) => key));
  return {
    missing: rows.filter(({ key }) => !drawn.has(key)).map(({ key, name }) => ({ key, name })),
    otherDay: keys.filter((key) => !registered.has(key)),
  };
}

/** What the register of a day shows of a level; an association of one municipality is that municipality. */
const IN_REGISTER = `
select t.key, e.name
from register_entry e
join register r on r.id = e.register_id and r.version_until is null and r.territory_date = $2
join territory t on t.id = e.territory_id
where t.kind = $1 and not (t.kind = 'association' and t.same_as is not null)
order by t.key`;
