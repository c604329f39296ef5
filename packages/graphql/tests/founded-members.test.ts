import { importRegister, type Store } from '@kreisweit/store';
import { askedEngines, ingestTable, registerOf, storeWithoutRegisters } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from './ask.ts';

const before = `
  16            Bergland
  16097         Aue       44
  160975001     Am Bach   54
  160975001002  Birke     64  60
  160975001003  Buche     64  40`;

/** Between the registers two municipalities are founded: Distel joins the association, Erle has none. */
const after = `${before}
  160975001004  Distel    64  30
  160970005     Erle      50
  160970005005  Erle      63  20`;

/** The association and one of its municipalities are gone; the others stand alone. */
const gone = `
  16            Bergland
  16097         Aue       44
  160970002     Birke     50
  160970002002  Birke     64  60
  160970003     Buche     50
  160970003003  Buche     64  40`;

describe.each(askedEngines)('municipalities founded between registers on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
    await importRegister(store, registerOf('2013-12-31', before), { checksum: '2013' });
    await importRegister(store, registerOf('2021-12-31', after), { checksum: '2021' });
    await ingestTable(
      store,
      `
                 residents 2018  desks 2018
      16097002   60              _
      16097003   40              _
      16097004   30              _
      16097005   20              4
      160975001  _               7`,
    );
  });
  afterAll(() => store.close());

  test('are part of the sums of their association and their district, and of what explains them', async () => {
    const explained = (indicator: string) => `value(indicator: "small/${indicator}", period: "2018") {
      value coverage explanation { components { contributions { territory { key } value } missing { count } } } }`;
    expect(
      await answer(
        store.db,
        `{
          association: territory(key: "160975001") { ... on Association { ${explained('residents')} } }
          district(key: "16097") { residents: ${explained('residents')} desks: ${explained('desks')} }
        }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        association: {
          value: {
            value: 130,
            coverage: 1,
            explanation: {
              components: [
                {
                  contributions: [
                    { territory: { key: '16097002' }, value: 60 },
                    { territory: { key: '16097003' }, value: 40 },
                    { territory: { key: '16097004' }, value: 30 }
                  ],
                  missing: { count: 0 }
                }
              ]
            }
          }
        },
        district: {
          residents: {
            value: 150,
            coverage: 1,
            explanation: {
              components: [
                {
                  contributions: [
                    { territory: { key: '16097002' }, value: 60 },
                    { territory: { key: '16097003' }, value: 40 },
                    { territory: { key: '16097004' }, value: 30 },
                    { territory: { key: '16097005' }, value: 20 }
                  ],
                  missing: { count: 0 }
                }
              ]
            }
          },
          desks: {
            value: 11,
            coverage: 1,
            explanation: {
              components: [
                {
                  contributions: [
                    { territory: { key: '16097005' }, value: 4 },
                    { territory: { key: '160975001' }, value: 7 }
                  ],
                  missing: { count: 0 }
                }
              ]
            }
          }
        }
      }"
    `);
  });
});

describe.each(askedEngines)('a municipality that is gone with its association on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
    const withWilde = `${before}\n  160975001009  Wilde     64  10`;
    await importRegister(store, registerOf('2013-12-31', withWilde), { checksum: '2013' });
    await importRegister(store, registerOf('2021-12-31', gone), { checksum: '2021' });
    await ingestTable(store, '  residents 2022  desks 2022\n16097002 60 3\n16097003 40 2\n16097009 10 5');
  });
  afterAll(() => store.close());

  test('is not dropped without a word when it reports', async () => {
    const value = (indicator: string) =>
      `value(indicator: "small/${indicator}", period: "2022") { value coverage explanation { components {
        contributions { territory { key } value } } } }`;
    expect(
      await answer(
        store.db,
        `{ district(key: "16097") { residents: ${value('residents')} desks: ${value('desks')} } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          residents: {
            value: 110,
            coverage: 1,
            explanation: {
              components: [
                {
                  contributions: [
                    { territory: { key: '16097002' }, value: 60 },
                    { territory: { key: '16097003' }, value: 40 },
                    { territory: { key: '16097009' }, value: 10 }
                  ]
                }
              ]
            }
          },
          desks: {
            value: 10,
            coverage: 1,
            explanation: {
              components: [
                {
                  contributions: [
                    { territory: { key: '16097002' }, value: 3 },
                    { territory: { key: '16097003' }, value: 2 },
                    { territory: { key: '16097009' }, value: 5 }
                  ]
                }
              ]
            }
          }
        }
      }"
    `);
  });
});
