import { type Acting, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { recordChange } from '../audit/record-change.ts';
import { againAfterDeadlock } from '../database/again-after-deadlock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { changedRecords, type RecordChange } from './changed-records.ts';
import type { CooperationKind } from './cooperation-records.ts';
import { keptRecords, type RecordsOfFile } from './kept-records.ts';
import type { ImportContext } from './record-writer.ts';
import { recordWriters } from './record-writers.ts';
import { storedRecords } from './stored-records.ts';

/** A file of records of one kind: its name, the SHA-256 of its bytes, and what it holds and leaves out. */
export type FileOfKind<Kind extends CooperationKind> = RecordsOfFile<Kind> & {
  readonly file: string;
  readonly checksum: string;
};

/** A file of any kind. */
export type CooperationFile = { readonly [Kind in CooperationKind]: FileOfKind<Kind> }[CooperationKind];

/** What a file brought: how many records it holds, how many of them were added and changed (the others were so already), and which in what. */
export type CooperationImport = {
  readonly kind: CooperationKind;
  readonly file: string;
  readonly records: number;
  readonly added: number;
  readonly changed: number;
  readonly changes: readonly RecordChange[];
};

/** `dryRun` does all of it and undoes it; `today` (ISO) is the day of the record, that in Germany when left out. */
export type CooperationOptions = { readonly dryRun?: boolean; readonly today?: string };

/**
 * Imports files in their order, so that one may name what an earlier one holds: all of them or none, in one transaction. Records that are not
 * named stay, and so do fields that are left out of one that is; those that are so already are not touched. Each file that changed something is one entry of the audit trail. What is asked of those who save one record is
 * asked here for all of them. Throws NotAllowed, a RevisionConflict where somebody else was faster, and ImportProblems.
 */
export async function importCooperation(
  store: Store,
  acting: Acting,
  files: readonly CooperationFile[],
  { dryRun = false, today = todayInGermany() }: CooperationOptions = {},
): Promise<readonly CooperationImport[]> {
  try {
    return await againAfterDeadlock(() =>
      inTransaction<StoreSchema, readonly CooperationImport[]>(
        store.database,
        async ({ client, kysely: trx }) => {
          const rows: Rows = async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
          const imported: CooperationImport[] = [];
          for (const [index, file] of files.entries()) {
            imported.push(await importFile({ rows, trx, acting, today }, file).catch(ofFile(index)));
          }
          if (dryRun) throw new Undone(imported);
          return imported;
        },
      ),
    );
  } catch (error) {
    if (error instanceof Undone) return error.imported;
    throw error;
  }
}

/** What is wrong with the file of this number; `field` is like `actors.3.name`, the number being that of the record in its file. */
export class ImportProblems extends InputProblems {
  override readonly name = 'ImportProblems';
  readonly fileNumber: number;

  constructor(fileNumber: number, { problems }: InputProblems) {
    super('the import is refused', problems);
    this.fileNumber = fileNumber;
  }
}

function ofFile(index: number): (error: unknown) => never {
  return (error) => {
    throw error instanceof InputProblems ? new ImportProblems(index, error) : error;
  };
}

/** Ends the transaction of a dry run. */
class Undone extends Error {
  readonly imported: readonly CooperationImport[];

  constructor(imported: readonly CooperationImport[]) {
    super('a dry run is undone');
    this.imported = imported;
  }
}

async function importFile<Kind extends CooperationKind>(
  context: ImportContext,
  { file, checksum, ...given }: FileOfKind<Kind>,
): Promise<CooperationImport> {
  const { rows, acting } = context;
  const { kind } = given;
  const nothing = { kind, file, records: 0, added: 0, changed: 0, changes: [] };
  if (given.records.length === 0) return nothing;
  const writer = recordWriters[kind];
  const before = await storedRecords(context, kind, given.records);
  const { records, problems } = keptRecords(given, before);
  const { action, abouts } = await writer.allow(context, records);
  const role = await requireAllowed(rows, acting, action, abouts);
  if (problems.length > 0) throw new InputProblems(`the ${kind} are not imported`, problems);
  const { added, changed } = await writer.write(context, records);
  const counts = { records: records.length, added, changed };
  if (added + changed === 0) return { ...nothing, ...counts };
  const changes = changedRecords(records, before, await storedRecords(context, kind, records));
  const districts = new Set(records.flatMap((record) => writer.districtOf(record) ?? []));
  const after = {
    checksum,
    ...counts,
    addedKeys: keysOf(changes, 'added'),
    changedKeys: keysOf(changes, 'changed'),
  };
  await recordChange(
    rows,
    acting,
    role,
    {
      what: `${kind}.imported`,
      subject: { kind: 'file', key: file },
      districts: [...districts].toSorted(),
      before: null,
      after,
    },
    null,
  );
  return { ...nothing, ...counts, changes };
}

/** As many keys as an entry of the audit trail tells. */
const MOST_KEYS = 200;

function keysOf(changes: readonly RecordChange[], change: RecordChange['change']): readonly string[] {
  return changes
    .filter((each) => each.change === change)
    .slice(0, MOST_KEYS)
    .map(({ key }) => key);
}
