import { describe, expect, test } from 'vitest';
import { verifyAggregates } from '../aggregate/verify-aggregates.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import { askedEngines } from '../testing/index.ts';
import { crosswalkOf } from '../testing/small-changes.ts';
import { registerOf } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';
import { importRegister } from './import-register.ts';

describe.each(askedEngines)('what only tables know on $name', (engine) => {
  test('the association of a municipality that a crosswalk knows changes the sums of other tables too', async () => {
    const store = await storeWithoutRegisters(engine);
    const register = registerOf(
      '2021-12-31',
      `
      07            Pfalz
      07135         Kreis      44
      071350001     Ahorn      50
      071350001001  Ahorn      64  160`,
    );
    await importRegister(store, register, { checksum: 'register' });
    await importCrosswalk(
      store,
      crosswalkOf([2013, 2014], 2021, '07135001 07135001 2013 2014\n07135002 07135001 2013 2014'),
      { checksum: 'crosswalk' },
    );
    await ingestTable(store, 'residents 2014\n07135001 100\n07135002 60');
    // Seven digits are a Verbandsgemeinde, ten one of its municipalities.
    await ingestTable(store, 'places 2014\n0713502 5\n0713502002 5', { input: 'small/second' });
    const { rows } = await store.database.pool.query(
      `select p.key from membership m join territory t on t.id = m.member_id join territory p on p.id = m.parent_id
       where t.key = '07135002' and m.relation = 'association' and m.version_until is null`,
    );
    expect(rows).toHaveLength(1);
    expect(await verifyAggregates(store)).toMatchObject({ aggregates: 0, series: 0 });
    await store.close();
  });
});
