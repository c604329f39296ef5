import { importChangeList } from '../changes/import-change-list.ts';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import { type Store, storeOn } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import type { Engine } from './engines.ts';
import { changeListOf, crosswalkOf } from './small-changes.ts';
import { registerOf } from './small-country.ts';

/**
 * A store with a made-up country that changed a lot, in data versions 1 to 6:
 * - the district Altkreis (16091) went into Nachbarkreis (16092) in 2016; its Alte Mühle is now a part of Eibe;
 * - Birke gave a quarter to Eibe in 2015 and lived on;
 * - the kreisfreie Stadt Österfurth (16098) became a municipality of Nachbarkreis in 2018;
 * - Linde, of long ago, went into Ulme; Ulme was dissolved on 1 March 2022, into Eibe (3 of 10) and Buche (7 of 10);
 * - on the same day the association Am Bach got another key.
 */
export async function changedCountry({ open }: Pick<Engine, 'open'>): Promise<Store> {
  const store = await storeOn(await open());
  await importRegister(store, register2013, { checksum: 'register of 2013' });
  await importRegister(store, register2021, { checksum: 'register of 2021' });
  await importCrosswalk(store, districts, { checksum: 'districts' });
  await importCrosswalk(store, municipalities, { checksum: 'municipalities' });
  await importCrosswalk(store, oneYear, { checksum: 'one year' });
  await importChangeList(store, changes2022, { checksum: 'changes of 2022' });
  return store;
}

const register2013 = registerOf(
  '2013-12-31',
  `
  16            Bergland
  16091         Altkreis          44
  160910001     Alte Mühle        50
  160910001001  Alte Mühle        64  40
  16092         Nachbarkreis      44
  160920001     Eibe              50
  160920001001  Eibe              64  60
  160925001     Am Bach           54
  160925001002  Birke             64  100
  160925001004  Buche             64  200
  160920003     Ulme              50
  160920003003  Ulme              64  90
  16098         Österfurth        41
  160980000     Österfurth        50
  160980000000  Österfurth        61  500`,
);

const register2021 = registerOf(
  '2021-12-31',
  `
  16            Bergland
  16092         Nachbarkreis      44
  160920001     Eibe, Stadt       50
  160920001001  Eibe, Stadt       63  130
  160925001     Am Bach           54
  160925001002  Birke             64  70
  160925001004  Buche             64  200
  160920003     Ulme              50
  160920003003  Ulme              64  100
  160920098     Österfurth        50
  160920098098  Österfurth        67  480`,
);

const YEARS = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];

const districts = crosswalkOf(
  [...YEARS, 2020],
  2020,
  `
  16091  16092  2012  2015
  16092  16092  2012  2020
  16098  16092  2012  2017`,
);

const municipalities = crosswalkOf(
  [...YEARS, 2020],
  2020,
  `
  16091001  16092001  2012  2015
  16092001  16092001  2012  2020
  16092002  16092001  2012  2013  0.26  0.3
  16092002  16092002  2012  2013  0.74  0.7
  16092002  16092001  2014  2014  0.25  0.3
  16092002  16092002  2014  2014  0.75  0.7
  16092002  16092002  2015  2020
  16092003  16092003  2012  2020
  16092004  16092004  2012  2020
  16092005  16092003  2012  2012  -     1
  16098000  16092098  2012  2017
  16092098  16092098  2018  2020`,
);

const oneYear = crosswalkOf(
  [2021],
  2022,
  `
  16092001  16092001  2021  2021
  16092002  16092002  2021  2021
  16092003  16092001  2021  2021  0.28
  16092003  16092004  2021  2021  0.72
  16092004  16092004  2021  2021
  16092098  16092098  2021  2021`,
);

const changes2022 = changeListOf(
  2022,
  `
  DISSOLVED    2022-03-01  160920003003  Ulme     160920001001  Eibe, Stadt  30
  DISSOLVED    2022-03-01  160920003003  Ulme     160925001004  Buche        70
  KEY_CHANGED  2022-03-01  160925001     Am Bach  160925009     Am Bach
  KEY_CHANGED  2022-03-01  160925001002  Birke    160925009002  Birke
  KEY_CHANGED  2022-03-01  160925001004  Buche    160925009004  Buche`,
);
