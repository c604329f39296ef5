import { type Acting, InputProblems } from '@kreisweit/domain';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { recordChange } from '../audit/record-change.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';
import type { ImportContext } from './record-writer.ts';
import { recordWriters } from './record-writers.ts';

/** A file of records of one kind: its name, the SHA-256 of its bytes, and what it holds. */
export type FileOfKind<Kind extends CooperationKind> = {
  readonly kind: Kind;
  readonly file: string;
  readonly checksum: string;
  readonly records: readonly CooperationRecords[Kind][];
};

/** A file of any kind. */
export type CooperationFile = { readonly [Kind in CooperationKind]: FileOfKind<Kind> }[CooperationKind];

/** What a file brought: how many records it holds, and how many of them were added and changed; the others were so already. */
export type CooperationImport = {
  readonly kind: CooperationKind;
  readonly file: string;
  readonly records: number;
  readonly added: number;
  readonly changed: number;
};

/** `dryRun` does all of it and undoes it; `today` (ISO) is the day of the record, that in Germany when left out. */
export type CooperationOptions = { readonly dryRun?: boolean; readonly today?: string };

/**
 * Imports files in their order, so that one may name what an earlier one holds: all of them or none, in one transaction. Records that are not
 * named stay, those that are so already are not touched; each file that changed something is one entry of the audit trail. What is asked of those who save one record is
 * asked here for all of them. Throws NotAllowed, a RevisionConflict where somebody else was faster, and ImportProblems.
 */
export async function importCooperation(
  store: Store,
  acting: Acting,
  files: readonly CooperationFile[],
  { dryRun = false, today = todayInGermany() }: CooperationOptions = {},
): Promise<readonly CooperationImport[]> {
  try {
    return await inTransaction<StoreSchema, readonly CooperationImport[]>(
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
  { kind, file, checksum, records }: FileOfKind<Kind>,
): Promise<CooperationImport> {
  const { rows, acting } = context;
  const nothing = { kind, file, records: 0, added: 0, changed: 0 };
  if (records.length === 0) return nothing;
  const writer = recordWriters[kind];
  const { action, abouts } = await writer.allow(context, records);
  const role = await requireAllowed(rows, acting, action, abouts);
  const { added, changed } = await writer.write(context, records);
  const imported = { ...nothing, records: records.length, added, changed };
  if (added + changed === 0) return imported;
  const districts = new Set(records.flatMap((record) => writer.districtOf(record) ?? []));
  await recordChange(
    rows,
    acting,
    role,
    {
      what: `${kind}.imported`,
      subject: { kind: 'file', key: file },
      districts: [...districts].toSorted(),
      before: null,
      after: { checksum, records: records.length, added, changed },
    },
    null,
  );
  return imported;
}
