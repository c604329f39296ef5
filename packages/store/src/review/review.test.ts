import { InputProblems } from '@kreisweit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import { ingestRelease } from '../ingest/ingest-release.ts';
import { withdrawRelease } from '../ingest/withdraw-release.ts';
import type { Store } from '../open-store.ts';
import { proposedReleases } from '../read/proposed-releases.ts';
import { askedEngines } from '../testing/index.ts';
import { observationsOf, randomRelease } from '../testing/random-releases.ts';
import { randomCatalogue, smallCatalogue } from '../testing/small-catalogue.ts';
import { ingestTable, releaseOf, table } from '../testing/small-release.ts';
import { emptyFacts, smallStore } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, openAggregates, publishedVersion } from '../testing/stored-rows.ts';
import { dryRunRelease } from './dry-run-release.ts';
import { previewProposed } from './preview-proposed.ts';
import { proposeRelease } from './propose-release.ts';
import { publishProposed } from './publish-proposed.ts';
import { rejectProposed } from './reject-proposed.ts';

const FIRST = `
            residents 2014  residents 2015
  16097     _               220
  16097001  100             110
  16097002  60              60
  16097003  40              40`;

const SECOND = `
            residents 2014  residents 2015
  16097001  100             150
  16097002  *               60
  16097003  40              40`;

describe.each(askedEngines)('a release under review on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(() => emptyFacts(store));

  /** Every row but those of the review itself. */
  async function factsBeside() {
    const { proposed_release, proposed_batch, audit_entry, ...rows } = await everyRow(store);
    return rows;
  }

  test('a dry run tells what a proposal tells, and leaves every row as it was', async () => {
    await ingestTable(store, FIRST);
    const before = await everyRow(store);
    const run = await dryRunRelease(store, releaseOf(table(SECOND)));
    expect(await everyRow(store)).toEqual(before);
    expect(await dryRunRelease(store, releaseOf(table(FIRST)))).toEqual({ loaded: 1 });

    const { preview } = await proposeRelease(store, releaseOf(table(SECOND)));
    expect(run).toEqual({ preview });
  });

  test('shows what it would change, and changes nothing', async () => {
    await ingestTable(store, FIRST);
    const before = await factsBeside();
    const { proposed, preview } = await proposeRelease(store, releaseOf(table(SECOND)));

    expect(proposed).toBe(1);
    expect(preview).toMatchInlineSnapshot(`
      {
        "aggregates": 8,
        "cells": 6,
        "dataVersion": 5,
        "differences": 1,
        "dropped": 0,
        "effects": [
          {
            "appear": 0,
            "change": 0,
            "disappear": 0,
            "empty": 0,
            "indicator": "small/foreignShare",
            "remarked": 5,
          },
          {
            "appear": 0,
            "change": 1,
            "disappear": 3,
            "empty": 0,
            "indicator": "small/residents",
            "remarked": 2,
          },
          {
            "appear": 0,
            "change": 1,
            "disappear": 3,
            "empty": 0,
            "indicator": "small/residentsBefore",
            "remarked": 2,
          },
        ],
        "largest": [
          {
            "after": 150,
            "before": 110,
            "breakdown": "",
            "indicator": "small/residents",
            "period": "2015",
            "status": 0,
            "territory": {
              "key": "16097001",
              "kind": "municipality",
              "name": "Ahorn",
            },
          },
          {
            "after": 150,
            "before": 110,
            "breakdown": "",
            "indicator": "small/residentsBefore",
            "period": "2016",
            "status": 0,
            "territory": {
              "key": "16097001",
              "kind": "municipality",
              "name": "Ahorn",
            },
          },
          {
            "after": null,
            "before": null,
            "breakdown": "",
            "indicator": "small/residents",
            "period": "2014",
            "status": 80,
            "territory": {
              "key": "16097",
              "kind": "district",
              "name": "Aue",
            },
          },
          {
            "after": null,
            "before": null,
            "breakdown": "",
            "indicator": "small/residents",
            "period": "2014",
            "status": 80,
            "territory": {
              "key": "16097002",
              "kind": "municipality",
              "name": "Birke",
            },
          },
          {
            "after": null,
            "before": null,
            "breakdown": "",
            "indicator": "small/residents",
            "period": "2014",
            "status": 80,
            "territory": {
              "key": "160975001",
              "kind": "association",
              "name": "Am Bach",
            },
          },
          {
            "after": null,
            "before": null,
            "breakdown": "",
            "indicator": "small/residentsBefore",
            "period": "2015",
            "status": 80,
            "territory": {
              "key": "16097",
              "kind": "district",
              "name": "Aue",
            },
          },
          {
            "after": null,
            "before": null,
            "breakdown": "",
            "indicator": "small/residentsBefore",
            "period": "2015",
            "status": 80,
            "territory": {
              "key": "16097002",
              "kind": "municipality",
              "name": "Birke",
            },
          },
          {
            "after": null,
            "before": null,
            "breakdown": "",
            "indicator": "small/residentsBefore",
            "period": "2015",
            "status": 80,
            "territory": {
              "key": "160975001",
              "kind": "association",
              "name": "Am Bach",
            },
          },
        ],
        "merged": 0,
        "provisional": 0,
        "series": 21,
        "stored": 6,
        "territories": 3,
        "warningCount": 0,
        "warnings": [],
        "withdrawn": 0,
      }
    `);
    expect(await factsBeside()).toEqual(before);
    expect(await proposedReleases(store.db)).toMatchObject([
      { proposed: 1, state: 'proposed', input: 'small/first', file: 'table.csv', release: null, preview },
    ]);
  });

  test('is published on top of what came since', async () => {
    await ingestTable(store, FIRST);
    const { preview } = await proposeRelease(store, releaseOf(table(SECOND)));
    await ingestTable(store, '  residents 2014\n16097002 70', { input: 'small/second' });

    expect(await previewProposed(store, 1)).toMatchObject({ dataVersion: (preview?.dataVersion ?? 0) + 1 });
    const published = await publishProposed(store, 1);
    expect(published).toMatchObject({ changed: true, release: 3, version: await publishedVersion(store) });
    expect(await figures(store, 'district 16097', 'residents')).toMatchInlineSnapshot(`
      {
        "2014": "CONFIDENTIAL SUMMED",
        "2015": "220 DELIVERED",
      }
    `);
    expect(await proposedReleases(store.db)).toMatchObject([
      { state: 'published', release: 3, dataVersion: published.version },
    ]);
    const { rows } = await store.database.pool.query('select from proposed_batch');
    expect(rows).toEqual([]);
    await expect(publishProposed(store, 1)).rejects.toThrow(/it was published as release 3/);
    await expect(rejectProposed(store, 1, { reason: 'wrong' })).rejects.toThrow(/can be withdrawn/);
  });

  test('counts as received when it was proposed', async () => {
    await proposeRelease(store, releaseOf(table(FIRST)));
    await publishProposed(store, 1);
    const { rows } = await store.database.pool.query(
      'select received_at = proposed_at as same from release r join proposed_release p on p.id = r.proposed_release_id',
    );
    expect(rows).toEqual([{ same: true }]);
  });

  test('is rejected with a reason, and can be proposed again', async () => {
    await proposeRelease(store, releaseOf(table(FIRST)));
    await expect(rejectProposed(store, 1, { reason: '  ' })).rejects.toThrow(/there is no reason/);
    await expect(rejectProposed(store, 2, { reason: 'wrong' })).rejects.toThrow(
      /there is no proposed release 2: their numbers go from 1 to 1/,
    );
    await rejectProposed(store, 1, { reason: 'the year is wrong' });
    expect(await proposedReleases(store.db)).toMatchObject([
      { state: 'rejected', reason: 'the year is wrong' },
    ]);
    await expect(publishProposed(store, 1)).rejects.toThrow(/it was rejected on .* \(the year is wrong\)/);
    expect(await proposeRelease(store, releaseOf(table(FIRST)))).toMatchObject({
      changed: true,
      proposed: 2,
    });
  });

  test('is proposed once, and not at all when it is loaded already', async () => {
    await proposeRelease(store, releaseOf(table(FIRST)));
    expect(await proposeRelease(store, releaseOf(table(FIRST)))).toMatchObject({
      changed: false,
      proposed: 1,
    });
    await ingestTable(store, FIRST);
    expect(await proposeRelease(store, releaseOf(table(FIRST)))).toMatchObject({
      changed: false,
      proposed: null,
      release: 1,
    });
    await expect(publishProposed(store, 1)).rejects.toThrow(/loaded already, as release 1; reject/);
  });

  test('is refused once the plug-in reads its table otherwise, and can be proposed again', async () => {
    await proposeRelease(store, releaseOf(table(FIRST)));
    const corrected = smallCatalogue.inputs.map((input) => ({ ...input, revision: 'corrected' }));
    await syncCatalogue(store, { ...smallCatalogue, inputs: corrected });
    try {
      await expect(publishProposed(store, 1)).rejects.toThrow(/read otherwise by now.*reject it and propose/);
      await expect(previewProposed(store, 1)).rejects.toThrow(/read otherwise by now/);
      expect(await proposeRelease(store, releaseOf(table(FIRST)))).toMatchObject({
        changed: true,
        proposed: 2,
      });
    } finally {
      await syncCatalogue(store, smallCatalogue);
    }
  });

  test('is not kept when it is told to stop at the very end', async () => {
    const before = await everyRow(store);
    const controller = new AbortController();
    let series = 0;
    const work = proposeRelease(store, releaseOf(table(FIRST)), {
      signal: controller.signal,
      onProgress: ({ phase }) => {
        if (phase === 'publishing' && ++series === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(work).rejects.toThrow('enough');
    expect(await everyRow(store)).toEqual(before);
  });

  test('is refused with all its problems when it cannot be stored', async () => {
    const before = await everyRow(store);
    const wrong = proposeRelease(
      store,
      releaseOf(table('  residents 2014  dogs 2014\n16097001 -5 1\nAue 5 1')),
    );
    await expect(wrong).rejects.toThrow(InputProblems);
    await expect(wrong).rejects.toThrow(/3 problems|4 problems/);
    expect(await everyRow(store)).toEqual(before);
  });

  test('does not tell the number that becomes confidential', async () => {
    await ingestTable(store, '  residents 2014\n16097001 100');
    const { preview } = await proposeRelease(store, releaseOf(table('  residents 2014\n16097001 *')));
    const hidden = preview?.largest.filter(({ indicator }) => indicator === 'small/residents');
    expect(hidden).toMatchObject([{ territory: { name: 'Ahorn' }, before: null, after: null }]);
  });
});

describe.each(askedEngines)('publishing what was proposed on $name', (engine) => {
  const keys = ['16097', '16097001', '16097002', '160975001003', '16098000', '16099001', '02000000'];
  let store: Store;
  let direct: Store;
  beforeAll(async () => {
    [store, direct] = await Promise.all([
      smallStore(engine, randomCatalogue),
      smallStore(engine, randomCatalogue),
    ]);
  });
  afterAll(() => Promise.all([store.close(), direct.close()]));

  test('ends as if it had been ingested then, and the preview told so', async () => {
    const steps = fc.array(fc.record({ release: randomRelease(keys), withdraw: fc.boolean() }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await emptyFacts(store);
        await emptyFacts(direct);
        for (const [number, { release, withdraw }] of all.entries()) {
          const { input, kind, cells } = release;
          const delivered = () => releaseOf(observationsOf(cells), { input, kind, checksum: `${number}` });
          const { proposed } = await proposeRelease(store, delivered());
          const told = await previewProposed(store, proposed ?? 0);
          const { version, release: id, changed, ...published } = await publishProposed(store, proposed ?? 0);
          const { effects, largest, dataVersion, ...counts } = told;
          expect(counts).toEqual(published);
          await ingestRelease(direct, delivered());
          if (withdraw) {
            for (const each of [store, direct]) await withdrawRelease(each, id, { reason: 'wrong' });
          }
        }
        expect(await openAggregates(store)).toEqual(await openAggregates(direct));
        expect(await allFigures(store)).toEqual(await allFigures(direct));
      }),
      { numRuns: 2, endOnFailure: true },
    );
  }, 120_000);
});
