import { writeSync } from 'node:fs';
import type { Catalogue, DeliveredObservation } from '@kreisweit/domain';
import { rebuildAggregates } from '../aggregate/verify-aggregates.ts';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import { importGroups } from '../groups/import-groups.ts';
import { ingestRelease } from '../ingest/ingest-release.ts';
import { withdrawRelease } from '../ingest/withdraw-release.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { writeVersion } from '../write/write-version.ts';
import { randomCatalogue, smallIndicator, smallMeasure } from './small-catalogue.ts';
import { register2013 } from './small-country.ts';
import { smallGroups } from './small-groups.ts';
import { releaseOf } from './small-release.ts';

/**
 * A write on the made-up country as plain data, so that another process can be told to do it. `stop` writes a line and
 * goes no further: when the observations are stored and nothing is added up yet, or while the server runs a statement that
 * takes a minute.
 */
export type SmallWork =
  | {
      readonly kind: 'ingest';
      readonly input: string;
      readonly release: 'full' | 'partial';
      readonly observations: readonly DeliveredObservation[];
      readonly stop?: true;
    }
  | { readonly kind: 'withdraw'; readonly release: number }
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'register'; readonly territoryDate: string }
  | { readonly kind: 'catalogue'; readonly plugins: 'one' | 'two' }
  | { readonly kind: 'groups'; readonly text: string }
  | { readonly kind: 'stop in a statement' };

/** The data version that a write made, or found where it changed nothing. */
export type SmallWorkDone = { readonly version: number; readonly changed: boolean };

/** The line that a write with `stop` writes when it has come so far. */
export const STOPPED = 'stopped';

/** Does one write. */
export async function doWork(store: Store, work: SmallWork): Promise<SmallWorkDone> {
  switch (work.kind) {
    case 'ingest':
      return ingest(store, work);
    case 'withdraw':
      return withdrawRelease(store, work.release, { reason: 'a test' });
    case 'rebuild':
      return rebuildAggregates(store);
    case 'register':
      return importRegister(
        store,
        { ...register2013, territoryDate: work.territoryDate },
        { checksum: `register of ${work.territoryDate}` },
      );
    case 'catalogue':
      return catalogue(store, work.plugins === 'one' ? onePlugin : twoPlugins);
    case 'groups':
      return importGroups(store, smallGroups(work.text));
    case 'stop in a statement':
      return writeVersion(store, { kind: 'rebuild', note: 'a test' }, async (writer) => {
        await writer.run('update aggregate set version_until = $1 where version_until is null', [
          writer.version,
        ]);
        const sleeping = writer.run('select pg_sleep(60)');
        writeSync(process.stdout.fd, `${STOPPED}\n`);
        await sleeping;
        return { publish: true, result: { version: writer.version, changed: true } };
      });
  }
}

async function catalogue(store: Store, wanted: Catalogue): Promise<SmallWorkDone> {
  const { version, changed } = await syncCatalogue(store, wanted);
  return { version, changed: changed > 0 };
}

function ingest(
  store: Store,
  { input, release, observations, stop }: Extract<SmallWork, { readonly kind: 'ingest' }>,
): Promise<SmallWorkDone> {
  return ingestRelease(store, releaseOf(observations, { input, kind: release }), {
    onProgress: ({ phase }) => {
      if (stop === true && phase === 'aggregating') stopHere();
    },
  });
}

/** Blocks this whole process, as a debugger would; not for ever, so that none is left over by a test that fails. */
function stopHere(): void {
  writeSync(process.stdout.fd, `${STOPPED}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
}

const other = { plugin: 'other', statistic: 'other/statistic' };

const visits = smallMeasure('visits', { ...other, key: 'other/visits' });

const visitsShare = {
  op: 'share',
  part: { op: 'measure', key: 'other/visits' },
  whole: { op: 'measure', key: 'small/residents' },
} as const;

/** The plug-in `small` with a few of its indicators, which compute in different ways. */
const onePlugin: Catalogue = {
  ...randomCatalogue,
  indicators: randomCatalogue.indicators.filter(({ key }) =>
    /\/(residents|foreignShare|placesPerThousand|helpedShare)$/.test(key),
  ),
};

/** The plug-in `small`, and `other`: one measure, set against the residents of `small`. */
export const twoPlugins: Catalogue = {
  ...onePlugin,
  plugins: [...onePlugin.plugins, { id: 'other', title: { de: 'Andere', en: 'Other' }, plausibility: [] }],
  statistics: onePlugin.statistics.flatMap((each) => [each, { ...each, key: 'other/statistic' }]),
  inputs: [...onePlugin.inputs, { key: 'other/first', ...other, level: 'municipality', revision: '1' }],
  measures: [...onePlugin.measures, visits],
  indicators: [
    ...onePlugin.indicators,
    smallIndicator(
      'visits',
      { op: 'measure', key: 'other/visits' },
      { key: 'other/visits', plugin: 'other' },
    ),
    smallIndicator('visitsShare', visitsShare, {
      key: 'other/visitsShare',
      plugin: 'other',
      unit: 'percent',
      decimals: 1,
    }),
  ],
};
