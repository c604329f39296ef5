import type { Catalogue } from '@kreisweit/domain';
import { agreementsOf, importAgreements, type Store, syncCatalogue } from '@kreisweit/store';
import {
  askedEngines,
  smallCatalogue,
  smallIndicator,
  smallMeasure,
  smallStore,
} from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, dataOf } from './ask.ts';

const [statistic] = smallCatalogue.statistics;
if (statistic === undefined) throw new Error('the small catalogue has no statistic');

const census: Catalogue = {
  ...smallCatalogue,
  plugins: [
    ...smallCatalogue.plugins,
    { id: 'census', title: { de: 'Zensus', en: 'Census' }, plausibility: [] },
  ],
  statistics: [
    ...smallCatalogue.statistics,
    { ...statistic, key: 'census/count', institute: 'Census office' },
  ],
  measures: [
    ...smallCatalogue.measures,
    smallMeasure('foreigners', { key: 'census/foreigners', plugin: 'census', statistic: 'census/count' }),
  ],
  indicators: [
    ...smallCatalogue.indicators,
    smallIndicator(
      'foreigners',
      { op: 'measure', key: 'census/foreigners' },
      { key: 'census/foreigners', plugin: 'census' },
    ),
  ],
  subjects: [
    {
      key: 'census/foreigners',
      plugin: 'census',
      title: { de: 'Ausländerinnen und Ausländer', en: 'Foreign residents' },
      measures: ['small/foreigners', 'census/foreigners'],
      differences: {
        de: 'Der Zensus zählt zu einem Stichtag, die Fortschreibung rechnet weiter.',
        en: 'The census counts on a day, the update carries on.',
      },
    },
  ],
};

describe.each(askedEngines)('subjects on $name', (engine) => {
  let store: Store;
  let db: Store['db'];
  beforeAll(async () => {
    store = await smallStore(engine, census);
    db = store.db;
  });
  afterAll(() => store.close());

  test('name the measures of several plug-ins that report the same, and what differs between them', async () => {
    expect(
      await answer(
        db,
        `{
          subject(key: "census/foreigners") {
            key title english: title(lang: EN) differences english_differences: differences(lang: EN)
            measures { key subjects { key } } statistics { key institute } plugin { key }
          }
          subjects { totalCount nodes { key } pageInfo { hasNextPage } }
          indicator(key: "small/residents") { measures { subjects { key } } }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        subject: {
          key: 'census/foreigners',
          title: 'Ausländerinnen und Ausländer',
          english: 'Foreign residents',
          differences: 'Der Zensus zählt zu einem Stichtag, die Fortschreibung rechnet weiter.',
          english_differences: 'The census counts on a day, the update carries on.',
          measures: [
            { key: 'small/foreigners', subjects: [ { key: 'census/foreigners' } ] },
            { key: 'census/foreigners', subjects: [ { key: 'census/foreigners' } ] }
          ],
          statistics: [
            { key: 'small/statistic', institute: 'Institute' },
            { key: 'census/count', institute: 'Census office' }
          ],
          plugin: { key: 'census' }
        },
        subjects: { totalCount: 1, nodes: [ { key: 'census/foreigners' } ], pageInfo: { hasNextPage: false } },
        indicator: { measures: [ { subjects: [] } ] }
      }"
    `);
  });

  test('show which measure a district uses for what, beside the others', async () => {
    const agreement = {
      district: '16097',
      subject: 'census/foreigners',
      measure: 'small/foreigners',
      purpose: { de: 'Bericht an den Kreistag', en: 'Report to the council' },
      since: '2023-01-01',
      decidedBy: 'Kreistag, 12/2023',
    };
    const file = { source: 'Landkreis Aue', agreements: [agreement] };
    await importAgreements(store, agreementsOf('agreements.json', JSON.stringify(file)));
    expect(
      await answer(
        db,
        `{
          subject(key: "census/foreigners") { agreements {
            district { key name } measure { key } purpose english: purpose(lang: EN) since decidedBy source } }
          district(key: "16097") { agreements { subject { key } measure { key statistic { institute } } } }
          other: district(key: "16098") { agreements { since } }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        subject: {
          agreements: [
            {
              district: { key: '16097', name: 'Aue' },
              measure: { key: 'small/foreigners' },
              purpose: 'Bericht an den Kreistag',
              english: 'Report to the council',
              since: '2023-01-01',
              decidedBy: 'Kreistag, 12/2023',
              source: 'Landkreis Aue'
            }
          ]
        },
        district: {
          agreements: [
            {
              subject: { key: 'census/foreigners' },
              measure: { key: 'small/foreigners', statistic: { institute: 'Institute' } }
            }
          ]
        },
        other: { agreements: [] }
      }"
    `);
  });

  test('that do not exist are named', async () => {
    const { errors } = await ask(db, `{ subject(key: "census/foreigner") { key } }`);
    expect(errors).toMatchInlineSnapshot(`
      [
        {
          "argument": "subject",
          "code": "BAD_USER_INPUT",
          "message": "There is no subject 'census/foreigner'. Did you mean 'census/foreigners'?",
          "path": "subject",
        },
      ]
    `);
  });

  test('are versioned like the rest of the catalogue, and change no figure', async () => {
    const { dataVersion } = (await dataOf(db, '{ dataVersion { number } }')) as {
      readonly dataVersion: { readonly number: number };
    };
    expect(await syncCatalogue(store, census)).toEqual({ version: dataVersion.number, changed: 0 });
    expect(await syncCatalogue(store, { ...census, subjects: [] })).toEqual({
      version: dataVersion.number + 1,
      changed: 1,
    });
    expect(await dataOf(db, '{ subjects { totalCount } }')).toEqual({ subjects: { totalCount: 0 } });
    const { rows } = await store.database.pool.query(
      `select version_from < version_until as closed from catalogue_version v join catalogue_item i on i.id = v.item_id
       where i.kind = 'subject'`,
    );
    expect(rows).toEqual([{ closed: true }]);
    await syncCatalogue(store, census);
  });
});
