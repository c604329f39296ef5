import { createTouchedTables } from '../aggregate/touched.ts';
import type { Store } from '../open-store.ts';
import { deriveReforms } from '../territory/derive-reforms.ts';
import { deriveTimeline } from '../territory/derive-timeline.ts';
import { recompute } from '../territory/recompute.ts';
import { withdrawDemo } from '../territory/withdraw-demo.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import {
  addListedTerritories,
  type ChangeSource,
  insertChangeSource,
  isLoadedSource,
} from './change-source.ts';
import { checkEdition } from './check-edition.ts';
import type { ReplacedEdition } from './replaced-edition.ts';

/** What a list of changes or a crosswalk brings, and how its rows get into the tables. */
export type ChangeContent = {
  readonly source: Omit<ChangeSource, 'checksum' | 'demo'>;
  /** What the data version is said to bring. */
  readonly note: string;
  /** How many rows of the file are stored. */
  readonly rows: number;
  /** Copies the rows into temporary tables, and their territories into `stage_territory` (kind, key). */
  readonly stage: (writer: Writer) => Promise<void>;
  /** Inserts what was staged, under the number of the source. */
  readonly insert: (writer: Writer, sourceId: number) => Promise<void>;
};

/**
 * How a source is taken in: `checksum` of the file, whether it belongs to the demo data, and whether it is right although
 * it holds much less than the edition before it, or than the register of its day.
 */
export type ChangeSourceOptions = WriteOptions & {
  readonly checksum: string;
  readonly demo?: boolean;
  readonly smaller?: boolean;
};

/**
 * What every source of changes brought. `changed` is false when this very file is loaded already; `replaced` is the
 * edition of the same days that counted before.
 */
export type ChangeSourceImport = {
  readonly version: number;
  readonly changed: boolean;
  readonly newTerritories: number;
  readonly demoWithdrawn: boolean;
  readonly replaced: ReplacedEdition | null;
};

/**
 * Takes in a source of territorial changes as a new data version. Life, memberships and reforms are derived anew from all
 * sources so far, and what is stored is computed anew where they moved. The demo data gives way to the first real source.
 *
 * Throws InputProblems, with nothing stored, when the source looks cut off (see `checkEdition`).
 */
export async function writeChangeSource(
  store: Store,
  { source, note, rows, stage, insert }: ChangeContent,
  options: ChangeSourceOptions,
): Promise<ChangeSourceImport> {
  const { checksum, demo = false, smaller = false, onProgress, signal } = options;
  const about = { kind: source.kind, note, atomic: true, signal } as const;
  return writeVersion<ChangeSourceImport>(store, about, async (writer) => {
    if (await isLoadedSource(writer, checksum)) {
      const version = writer.version - 1;
      const nothing = { changed: false, newTerritories: 0, demoWithdrawn: false, replaced: null };
      return { publish: false, result: { version, ...nothing } };
    }
    await createTouchedTables(writer);
    const demoWithdrawn = !demo && (await withdrawDemo(writer));
    onProgress?.({ phase: 'storing', rows });
    await stage(writer);
    const newTerritories = await addListedTerritories(writer);
    const id = await insertChangeSource(writer, { ...source, checksum, demo });
    await insert(writer, id);
    const replaced = await checkEdition(writer, id, smaller);
    await deriveTimeline(writer);
    await deriveReforms(writer);
    signal?.throwIfAborted();
    await recompute(writer, options, 'changed');
    return {
      publish: true,
      result: { version: writer.version, changed: true, newTerritories, demoWithdrawn, replaced },
    };
  });
}
