import type { Catalogue } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { subjectAgreements } from '../read/subject-agreements.ts';
import { askedEngines } from '../testing/index.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { smallStore } from '../testing/small-store.ts';
import { publishedVersion } from '../testing/stored-rows.ts';
import { AgreementProblems } from './agreement-problems.ts';
import { importAgreements } from './import-agreements.ts';
import { agreementsOf } from './read-agreements.ts';

const catalogue: Catalogue = {
  ...smallCatalogue,
  subjects: [
    {
      key: 'small/people',
      plugin: 'small',
      title: { de: 'Menschen', en: 'People' },
      measures: ['small/residents', 'small/foreigners'],
      differences: { de: 'Anders gezählt.', en: 'Counted differently.' },
    },
  ],
};

type Written = {
  readonly district: string;
  readonly measure?: string;
  readonly subject?: string;
  readonly purpose?: string;
};

function fileOf(source: string, agreements: readonly Written[]) {
  const written = agreements.map(({ district, measure, subject, purpose = 'Bericht' }) => ({
    district,
    subject: subject ?? 'small/people',
    measure: measure ?? 'small/residents',
    purpose: { de: purpose, en: `${purpose} (en)` },
    since: '2023-01-01',
    decidedBy: 'Kreistag',
  }));
  return agreementsOf('agreements.json', JSON.stringify({ source, agreements: written }));
}

describe.each(askedEngines)('agreements on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine, catalogue);
  });
  afterAll(() => store.close());

  async function stored(asOf?: number): Promise<readonly string[]> {
    const rows = await subjectAgreements(store.db, {
      asOf: asOf ?? (await publishedVersion(store)),
      territoryIds: [],
      subjects: ['small/people'],
    });
    return rows.map(
      ({ district, measure, purpose, source }) => `${district} ${measure} ${purpose.de} (${source})`,
    );
  }

  test('are the whole truth of their source, and earlier data versions keep what was', async () => {
    const before = await publishedVersion(store);
    const first = await importAgreements(
      store,
      fileOf('Aue', [
        { district: '16097' },
        { district: '16097', measure: 'small/foreigners', purpose: 'Karte' },
      ]),
    );
    expect(first).toEqual({ version: before + 1, changed: true, agreements: 2, withdrawn: 0 });
    await importAgreements(store, fileOf('Fels', [{ district: '16099' }]));
    expect(await stored()).toEqual([
      '16097 small/residents Bericht (Aue)',
      '16097 small/foreigners Karte (Aue)',
      '16099 small/residents Bericht (Fels)',
    ]);

    const next = fileOf('Aue', [{ district: '16097', measure: 'small/foreigners' }]);
    expect(await importAgreements(store, next)).toEqual({
      version: before + 3,
      changed: true,
      agreements: 1,
      withdrawn: 2,
    });
    expect(await stored()).toEqual([
      '16097 small/foreigners Bericht (Aue)',
      '16099 small/residents Bericht (Fels)',
    ]);
    expect(await stored(before + 1)).toHaveLength(2);
    expect(await stored(before)).toEqual([]);

    expect(await importAgreements(store, next)).toMatchObject({ version: before + 3, changed: false });
    expect(await publishedVersion(store)).toBe(before + 3);
    expect(await importAgreements(store, fileOf('Aue', []))).toMatchObject({ changed: true, withdrawn: 1 });
    expect(await stored()).toEqual(['16099 small/residents Bericht (Fels)']);
  });

  test('about what is not known are refused, with everything that is wrong and nothing stored', async () => {
    const before = await stored();
    const version = await publishedVersion(store);
    const file = fileOf('Wrong', [
      { district: '16097' },
      { district: '16001' },
      { district: '16098', subject: 'small/peoples' },
      { district: '16098', measure: 'small/places' },
    ]);
    const refused = await importAgreements(store, file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AgreementProblems);
    const { problems } = refused as AgreementProblems;
    expect(problems.map(({ field, message }) => `${field}: ${message}`)).toMatchInlineSnapshot(`
      [
        "agreements[1].district: no register or list of changes knows a district 16001: import the one of its time first, or mend the key",
        "agreements[2].subject: no plug-in defines the subject 'small/peoples'; did you mean 'small/people'?",
        "agreements[3].measure: 'small/places' is no measure of small/people: write one of small/residents, small/foreigners",
      ]
    `);
    expect(await stored()).toEqual(before);
    expect(await publishedVersion(store)).toBe(version);
  });
});
