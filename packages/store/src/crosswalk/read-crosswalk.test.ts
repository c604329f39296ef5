import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Crosswalk } from './crosswalk.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import { realCrosswalks } from './real-crosswalks.ts';

describe('municipalities of 1990 to 2020 in those of 2020', () => {
  let crosswalk: Crosswalk;
  beforeAll(async () => {
    crosswalk = await readCrosswalk(realCrosswalks.municipalities);
  });

  test('has these counts', () => {
    expect(countsOf(crosswalk)).toMatchInlineSnapshot(`
      {
        "days": "31 from 1990-12-31 to 2020-12-31",
        "file": "bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz",
        "kind": "municipality",
        "links": 42674,
        "rows": 405911,
        "sources": 27778,
        "targetNames": 0,
        "targetOn": "2020-12-31",
        "targets": 11001,
        "units": 0,
        "unusable": 1590,
      }
    `);
  });

  test('shares of population are unusable for 907 keys and days, almost all of them uninhabited', () => {
    const population = crosswalk.unusable.filter(({ weight }) => weight === 'population');
    expect(population).toHaveLength(907);
    expect(population.filter(({ source }) => source.endsWith('444'))).toHaveLength(905);
    expect(population.find(({ source }) => source === '09172444')).toMatchInlineSnapshot(`
      {
        "day": "1990-12-31",
        "source": "09172444",
        "sum": 2,
        "weight": "population",
      }
    `);
    expect(at(crosswalk, '09172444', '1990-12-31')).toMatchInlineSnapshot(`
      [
        {
          "area": 0.42553191,
          "employment": null,
          "population": null,
          "source": "09172444",
          "sourceFrom": "1990-12-31",
          "sourceUntil": "2017-12-31",
          "target": "09172452",
        },
        {
          "area": 0.57446809,
          "employment": null,
          "population": null,
          "source": "09172444",
          "sourceFrom": "1990-12-31",
          "sourceUntil": "2017-12-31",
          "target": "09172454",
        },
      ]
    `);
  });

  test('empty shares of employment are null and not unusable', () => {
    const early = crosswalk.links.filter(({ sourceUntil }) => sourceUntil < '1997');
    expect(early.every(({ employment }) => employment === null)).toBe(true);
    const unusable = crosswalk.unusable.filter(({ weight }) => weight === 'employment');
    expect([unusable.length, unusable.filter(({ day }) => day < '1997').length]).toEqual([683, 0]);
  });

  test('a key that was away for years has a run before and one after', () => {
    expect(crosswalk.links.filter(({ source }) => source === '15001000')).toMatchInlineSnapshot(`
      [
        {
          "area": 1,
          "employment": null,
          "population": 1,
          "source": "15001000",
          "sourceFrom": "1990-12-31",
          "sourceUntil": "1990-12-31",
          "target": "15001000",
        },
        {
          "area": 1,
          "employment": 1,
          "population": 1,
          "source": "15001000",
          "sourceFrom": "2007-12-31",
          "sourceUntil": "2020-12-31",
          "target": "15001000",
        },
      ]
    `);
  });

  test('shares sum to 1 on every day, or are null for all targets', () => {
    expect(wrongSums(crosswalk)).toEqual([]);
  });
});

describe('districts of 1990 to 2020 in those of 2020', () => {
  let crosswalk: Crosswalk;
  beforeAll(async () => {
    crosswalk = await readCrosswalk(realCrosswalks.districts);
  });

  test('has these counts', () => {
    expect(countsOf(crosswalk)).toMatchInlineSnapshot(`
      {
        "days": "31 from 1990-12-31 to 2020-12-31",
        "file": "bbsr_xd20_kreise_1990-2019_to_2020.csv.gz",
        "kind": "district",
        "links": 2217,
        "rows": 14172,
        "sources": 748,
        "targetNames": 0,
        "targetOn": "2020-12-31",
        "targets": 401,
        "units": 0,
        "unusable": 0,
      }
    `);
  });

  test('says where 15033, 03156 and 07135 went', () => {
    expect(sharesOf(crosswalk, '15033', '1990-12-31')).toEqual({ 15087: 0.075437068, 15088: 0.92456293 });
    expect(sharesOf(crosswalk, '03156', '2015-12-31')).toEqual({ '03159': 1 });
    expect(sharesOf(crosswalk, '07135', '2013-12-31')).toEqual({ '07135': 0.98284864, '07140': 0.017151356 });
  });

  test('keeps the target year, in which every district is itself', () => {
    const last = crosswalk.links.filter(({ sourceUntil }) => sourceUntil === '2020-12-31');
    expect(last).toHaveLength(401);
    expect(last.every(({ source, target, population }) => source === target && population === 1)).toBe(true);
  });

  test('shares sum to 1 on every day', () => {
    expect(wrongSums(crosswalk)).toEqual([]);
  });

  test('every run stands for rows of the file, and every row of the file for a run', async () => {
    const text = gunzipSync(await readFile(realCrosswalks.districts)).toString('utf8');
    const rows = text.trim().split('\n').slice(1);
    expect(expanded(crosswalk)).toEqual(rows.map(inNumbers).toSorted());
  });
});

describe('municipalities from one year to the next', () => {
  let from2020: Crosswalk;
  let from2021: Crosswalk;
  beforeAll(async () => {
    [from2020, from2021] = await Promise.all([
      readCrosswalk(realCrosswalks.from2020),
      readCrosswalk(realCrosswalks.from2021),
    ]);
  });

  test('have these counts', () => {
    expect([countsOf(from2020), countsOf(from2021)]).toMatchInlineSnapshot(`
      [
        {
          "days": "1 from 2020-12-31 to 2020-12-31",
          "file": "bbsr_gemeinden_2020_to_2021.csv",
          "kind": "municipality",
          "links": 11004,
          "rows": 11004,
          "sources": 11001,
          "targetNames": 10994,
          "targetOn": "2021-12-31",
          "targets": 10994,
          "units": 11001,
          "unusable": 2,
        },
        {
          "days": "1 from 2021-12-31 to 2021-12-31",
          "file": "bbsr_gemeinden_2021_to_2022.csv",
          "kind": "municipality",
          "links": 10995,
          "rows": 10995,
          "sources": 10994,
          "targetNames": 10990,
          "targetOn": "2022-12-31",
          "targets": 10990,
          "units": 10994,
          "unusable": 0,
        },
      ]
    `);
  });

  test('keep the leading zeros and the names of both years', () => {
    expect(at(from2020, '16056000', '2020-12-31')).toMatchInlineSnapshot(`
      [
        {
          "area": 1,
          "employment": 1,
          "population": 1,
          "source": "16056000",
          "sourceFrom": "2020-12-31",
          "sourceUntil": "2020-12-31",
          "target": "16063105",
        },
      ]
    `);
    expect(from2020.units.find(({ key }) => key === '16056000')).toMatchInlineSnapshot(`
      {
        "areaHectares": 10417,
        "employees": 21830,
        "key": "16056000",
        "name": "Eisenach, Stadt",
        "population": 41970,
      }
    `);
    expect(from2020.targetNames.get('16063105')).toBe('Eisenach, Stadt');
    expect(from2020.units[0]).toMatchInlineSnapshot(`
      {
        "areaHectares": 5673,
        "employees": 43980,
        "key": "01001000",
        "name": "Flensburg, Stadt",
        "population": 89930,
      }
    `);
    expect(from2021.targetNames.get('01001000')).toBe('Flensburg, Stadt');
  });

  test('figures that are divided among the rows of a source are added, repeated ones are not', () => {
    const figuresOf = (crosswalk: Crosswalk, wanted: string) =>
      crosswalk.units.find(({ key }) => key === wanted);
    expect(figuresOf(from2020, '12065251')).toMatchInlineSnapshot(`
      {
        "areaHectares": 10366,
        "employees": 2490,
        "key": "12065251",
        "name": "Oberkrämer",
        "population": 11840,
      }
    `);
    expect(figuresOf(from2020, '09671456')).toMatchInlineSnapshot(`
      {
        "areaHectares": 3903,
        "employees": 0,
        "key": "09671456",
        "name": "Rohrbrunner Forst",
        "population": 0,
      }
    `);
    expect(figuresOf(from2021, '12065332')).toMatchInlineSnapshot(`
      {
        "areaHectares": 2342,
        "employees": 4894,
        "key": "12065332",
        "name": "Velten, Stadt",
        "population": 12405,
      }
    `);
  });

  test('a source where nobody lives has no share of population', () => {
    expect(from2020.unusable).toMatchInlineSnapshot(`
      [
        {
          "day": "2020-12-31",
          "source": "09671456",
          "sum": 3,
          "weight": "population",
        },
        {
          "day": "2020-12-31",
          "source": "09671456",
          "sum": 3,
          "weight": "employment",
        },
      ]
    `);
    expect(wrongSums(from2020)).toEqual([]);
    expect(wrongSums(from2021)).toEqual([]);
  });

  test('population and area are about those of Germany', () => {
    const total = (crosswalk: Crosswalk, field: 'population' | 'areaHectares') =>
      crosswalk.units.reduce((sum, unit) => sum + (unit[field] ?? 0), 0);
    expect(
      [from2020, from2021].map((file) => [total(file, 'population'), total(file, 'areaHectares')]),
    ).toMatchInlineSnapshot(`
      [
        [
          83160230,
          35757912,
        ],
        [
          83237124,
          35758394,
        ],
      ]
    `);
  });
});

function countsOf({ rows, links, sourceDays, unusable, ...rest }: Crosswalk) {
  return {
    file: rest.file,
    kind: rest.kind,
    targetOn: rest.targetOn,
    rows,
    links: links.length,
    sources: new Set(links.map(({ source }) => source)).size,
    targets: new Set(links.map(({ target }) => target)).size,
    days: `${sourceDays.length} from ${sourceDays[0]} to ${sourceDays.at(-1)}`,
    unusable: unusable.length,
    units: rest.units.length,
    targetNames: rest.targetNames.size,
  };
}

function at({ links }: Crosswalk, wanted: string, day: string) {
  return links.filter(
    ({ source, sourceFrom, sourceUntil }) => source === wanted && sourceFrom <= day && day <= sourceUntil,
  );
}

function sharesOf(crosswalk: Crosswalk, source: string, day: string) {
  return Object.fromEntries(at(crosswalk, source, day).map(({ target, population }) => [target, population]));
}

/** The sources and days whose shares of a kind neither sum to 1 nor are null throughout. */
function wrongSums({ links }: Crosswalk): readonly string[] {
  const sums = new Map<string, { links: number; known: number; sum: number }>();
  for (const link of links) {
    for (let year = yearOf(link.sourceFrom); year <= yearOf(link.sourceUntil); year++) {
      for (const weight of ['population', 'area', 'employment'] as const) {
        const key = `${weight} of ${link.source} in ${year}`;
        const entry = sums.get(key) ?? { links: 0, known: 0, sum: 0 };
        entry.links += 1;
        entry.known += link[weight] === null ? 0 : 1;
        entry.sum += link[weight] ?? 0;
        sums.set(key, entry);
      }
    }
  }
  return [...sums].flatMap(([key, { links: all, known, sum }]) => {
    const isFine = known === all && Math.abs(sum - 1) <= 1e-6;
    return isFine || (known === 0 && !key.startsWith('area')) ? [] : [key];
  });
}

function expanded({ links }: Crosswalk): readonly string[] {
  return links
    .flatMap((link) =>
      Array.from({ length: yearOf(link.sourceUntil) - yearOf(link.sourceFrom) + 1 }, (_, index) =>
        [
          yearOf(link.sourceFrom) + index,
          link.source,
          link.population,
          link.area,
          link.employment ?? '',
          link.target,
        ].join(','),
      ),
    )
    .toSorted();
}

function inNumbers(row: string): string {
  const [year, source, population, area, employment, target] = row.split(',');
  return [
    year,
    source,
    Number(population),
    Number(area),
    employment === '' ? '' : Number(employment),
    target,
  ].join(',');
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
