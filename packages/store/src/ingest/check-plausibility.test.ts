import {
  flagBits,
  type PlausibilityCell,
  type PlausibilityFinding,
  plausibilityFindings,
  statusCodes,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Store, storeOn } from '../open-store.ts';
import { engines } from '../testing/index.ts';
import {
  type PlausibleSample,
  plausibleSample,
  RULE_MEASURES,
  TERRITORIES,
} from '../testing/plausible-samples.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { checkPlausibility } from './check-plausibility.ts';
import { createStageTables } from './stage-tables.ts';

const INPUT = 1;
const OTHER_INPUT = 2;
const RELEASE = 9;

const measures = new Map(RULE_MEASURES.map((measure, index) => [measure.key, { ...measure, id: index + 1 }]));

describe.each(engines)('plausibility in SQL on $name', ({ name, open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await open());
  });
  afterAll(() => store.close());

  test('finds in random releases what the domain finds, by random rules', async () => {
    await writeVersion(store, { kind: 'release', note: 'random' }, async (writer) => {
      await fc.assert(
        fc.asyncProperty(plausibleSample, async (sample) => {
          const found = await writer.undone(() => foundInSql(writer, sample));
          const { rules, cells, kind } = sample;
          const stored = sample.stored.map((cell) => ({
            ...cell,
            isOfInput: cell.isOfInput && kind === 'partial',
          }));
          expect(found).toEqual(sorted(plausibilityFindings(rules, measures, cells, stored)));
        }),
        { numRuns: name === 'postgres' ? 60 : 10 },
      );
      return { publish: false, result: undefined };
    });
  });
});

async function foundInSql(writer: Writer, { rules, kind, cells, stored }: PlausibleSample) {
  await createStageTables(writer);
  const keys = [...new Set([...cells, ...stored].map(({ breakdown }) => breakdown))].filter(
    (key) => key !== '',
  );
  await writer.run(
    `insert into breakdown (id, key) select position, key from unnest($1::text[]) with ordinality as b (key, position)`,
    [keys],
  );
  await writer.run(
    `insert into stage_place (no, own_id, territory_id, kind, role, delivered_key, name)
     select position, position, position, 'municipality', 'municipality', key, key
     from unnest($1::text[]) with ordinality as t (key, position)`,
    [TERRITORIES],
  );
  const breakdownId = (key: string) => keys.indexOf(key) + 1;
  await writer.run(
    `insert into stage_cell (district_id, measure_id, territory_id, period, breakdown_id, value, status, flags,
       line, file_column, place_no, moment_no)
     select 1, c.measure_id, c.territory_id, c.period, c.breakdown_id, c.value, c.status, c.flags, c.line, c.file_column,
       c.territory_id, 1
     from unnest(${CELL}, $7::int[], $8::int[])
       as c (measure_id, territory_id, period, breakdown_id, value, flags, line, file_column),
       lateral (select case when c.value is null then ${statusCodes.PENDING} else 0 end) s (status)`.replace(
      'c.status',
      's.status',
    ),
    [...columns(cells, breakdownId), cells.map(({ line }) => line), cells.map(({ column }) => column)],
  );
  // Another input delivered before what does not count any more.
  await writer.run(
    `insert into observation (district_id, measure_id, input_id, territory_id, period, breakdown_id, version_from, version_until,
       release_id, value, status, flags, reference_date, boundary_date)
     select 1, c.measure_id, x.input_id, c.territory_id, c.period, c.breakdown_id, 1, x.version_until, x.release_id,
       x.value, case when x.value is null then ${statusCodes.PENDING} else 0 end, c.flags, '2014-12-31', '2014-12-31'
     from unnest(${CELL}, $7::int[]) as c (measure_id, territory_id, period, breakdown_id, value, flags, input_id),
       lateral (values (c.input_id, null::int, 5, c.value), (3, null, 4, 100), (4, 2, 6, 101))
         as x (input_id, version_until, release_id, value)`,
    [...columns(stored, breakdownId), stored.map(({ isOfInput }) => (isOfInput ? INPUT : OTHER_INPUT))],
  );
  const { errors, warnings } = await checkPlausibility(
    writer,
    {
      plugins: new Map([['small', { id: 'small', title: { de: '', en: '' }, plausibility: rules }]]),
      measures,
    },
    {
      id: RELEASE,
      inputId: INPUT,
      plugin: 'small',
      deliverer: null,
      kind,
      staged: {
        measureIds: [...new Set(cells.map(({ measure }) => measures.get(measure)?.id ?? 0))],
        periods: [...new Set(cells.map(({ period }) => period))],
      },
    },
  );
  for (const { count, listed, ofRule } of [errors, warnings]) {
    expect(listed).toHaveLength(count);
    expect([...ofRule.values()].reduce((sum, each) => sum + each, 0)).toBe(count);
  }
  return sorted([...errors.listed, ...warnings.listed]);
}

const CELL = '$1::int[], $2::int[], $3::text[], $4::int[], $5::double precision[], $6::int[]';

function columns(cells: readonly PlausibilityCell[], breakdownId: (key: string) => number) {
  return [
    cells.map(({ measure }) => measures.get(measure)?.id),
    cells.map(({ territory }) => (TERRITORIES as readonly string[]).indexOf(territory) + 1),
    cells.map(({ period }) => period),
    cells.map(({ breakdown }) => breakdownId(breakdown)),
    cells.map(({ value }) => value),
    cells.map(({ isExact }) => (isExact ? 0 : flagBits.ROUNDED)),
  ];
}

function sorted(findings: readonly PlausibilityFinding[]): readonly PlausibilityFinding[] {
  const nameOf = ({ rule, territory, period, breakdown }: PlausibilityFinding) =>
    [rule.key, territory, period, breakdown].join(' ');
  return findings.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
