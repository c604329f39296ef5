import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import type { Register } from '../register/register-entry.ts';
import { askedEngines } from '../testing/index.ts';
import { registerOf } from '../testing/small-country.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { importRegister } from './import-register.ts';

const DATES = ['2011-12-31', '2013-12-31', '2021-12-31'] as const;

/** How a municipality stands in a register: under a name, alone or in the association; or not at all. */
const entry = fc.option(fc.record({ name: fc.constantFrom('Ahorn', 'Ulme'), alone: fc.boolean() }), {
  freq: 3,
});
const country = fc.record({
  district: fc.constantFrom('Aue', 'Auental'),
  region: fc.boolean(),
  municipalities: fc.tuple(entry, entry, entry),
});
const registers = fc
  .tuple(country, country, country)
  .map((countries) => countries.map((each, index) => registerAt(DATES[index] ?? '', each)));
const order = fc.constantFrom([0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);

function registerAt(
  date: string,
  { district, region, municipalities }: typeof country extends fc.Arbitrary<infer T> ? T : never,
): Register {
  const rows = municipalities.flatMap((each, index) => {
    if (each === null) return [];
    const number = `00${index + 1}`;
    const association = `09184${each.alone ? `0${number}` : '5001'}`;
    return [
      ...(each.alone ? [`${association}  ${each.name}  50`] : []),
      `${association}${number}  ${each.name}  64  100`,
    ];
  });
  const together = municipalities.some((each) => each !== null && !each.alone)
    ? ['091845001  Am Bach  54']
    : [];
  return registerOf(
    date,
    [
      '09  Bergland',
      ...(region ? ['091  Seenland'] : []),
      `09184  ${district}  44`,
      ...together,
      ...rows,
    ].join('\n'),
  );
}

describe.each(askedEngines)('the timeline on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  afterAll(() => store.close());

  async function openRows(): Promise<{
    readonly versions: readonly string[];
    readonly memberships: readonly string[];
  }> {
    const { rows: versions } = await store.database.pool.query<{ text: string }>(
      `select concat_ws('|', t.kind, t.key, v.name, v.ars, v.text_code, v.proven_from, v.proven_until) as text
       from territory_version v join territory t on t.id = v.territory_id where v.version_until is null`,
    );
    const { rows: memberships } = await store.database.pool.query<{ text: string }>(
      `select concat_ws('|', c.kind, c.key, p.kind, p.key, m.proven_from, m.proven_until) as text
       from membership m join territory c on c.id = m.member_id join territory p on p.id = m.parent_id
       where m.version_until is null and m.relation = p.kind`,
    );
    return { versions: sorted(versions), memberships: sorted(memberships) };
  }

  test('is what the registers show one after the other, in whatever order they are imported', async () => {
    await fc.assert(
      fc.asyncProperty(registers, order, order, async (three, one, other) => {
        const rows = [];
        for (const sequence of [one, other]) {
          await emptyStore(store);
          for (const index of sequence) {
            const register = three[index];
            if (register !== undefined) await importRegister(store, register, { checksum: `${index}` });
          }
          rows.push(await openRows());
        }
        expect(rows[1]).toEqual(rows[0]);
        expect(rows[0]?.versions).toEqual(versionsShown(three));
        expect(rows[0]?.memberships).toEqual(membershipsShown(three));
      }),
      { numRuns: 6 },
    );
  });

  test('is the same when registers replace others of the same days', async () => {
    await fc.assert(
      fc.asyncProperty(registers, registers, order, async (before, after, sequence) => {
        await emptyStore(store);
        for (const index of sequence) {
          for (const [when, three] of [before, after].entries()) {
            const register = three[index];
            if (register !== undefined)
              await importRegister(store, register, { checksum: `${when} ${index}` });
          }
        }
        expect(await openRows()).toEqual({
          versions: versionsShown(after),
          memberships: membershipsShown(after),
        });
      }),
      { numRuns: 3 },
    );
  });
});

function sorted(rows: readonly { readonly text: string }[]): readonly string[] {
  return rows.map(({ text }) => text).sort();
}

/** What each register shows of territories, one text each; the country stands in all of them. */
function versionsShown(three: readonly Register[]): readonly string[] {
  return spans(three, ({ entries }) => [
    'country|DG|Deutschland',
    ...entries.map(({ kind, ars, ags, name, textCode }) =>
      [kind, ags ?? ars, name, ars, ...(textCode === null ? [] : [textCode])].join('|'),
    ),
  ]);
}

/** Parents as the digits of the ARS name them, where the register has the parent and it is no single municipality. */
function membershipsShown(three: readonly Register[]): readonly string[] {
  const digits = { municipality: 12, association: 9, district: 5, region: 3, state: 2 } as const;
  return spans(three, ({ entries }) => {
    const shown = entries.flatMap((member) =>
      entries.flatMap((parent) => {
        const single = parent.kind === 'association' && parent.textCode === '50';
        const inside = digits[parent.kind] < digits[member.kind] && member.ars.startsWith(parent.ars);
        const leap =
          ['municipality', 'association'].includes(member.kind) && digits[parent.kind] < digits.district;
        return single || !inside || leap
          ? []
          : [`${member.kind}|${keyOf(member)}|${parent.kind}|${keyOf(parent)}`];
      }),
    );
    const below = entries.filter(({ kind }) => ['district', 'region', 'state'].includes(kind));
    return [...shown, ...below.map((member) => `${member.kind}|${keyOf(member)}|country|DG`)];
  });
}

function keyOf({ ags, ars }: { readonly ags: string | null; readonly ars: string }): string {
  return ags ?? ars;
}

/** Each text with the dates of the first and last register of every unbroken run of registers that show it. */
function spans(
  three: readonly Register[],
  shownBy: (register: Register) => readonly string[],
): readonly string[] {
  const shown = three.map((register) => new Set(shownBy(register)));
  const texts = new Set(shown.flatMap((each) => [...each]));
  return [...texts]
    .flatMap((text) => {
      const runs: { from: string; until: string; last: number }[] = [];
      for (const [index, each] of shown.entries()) {
        if (!each.has(text)) continue;
        const date = DATES[index] ?? '';
        const run = runs.at(-1);
        if (run?.last === index - 1) Object.assign(run, { until: date, last: index });
        else runs.push({ from: date, until: date, last: index });
      }
      return runs.map(({ from, until }) => `${text}|${from}|${until}`);
    })
    .sort();
}
