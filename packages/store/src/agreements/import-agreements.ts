import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { checkAgreements } from './check-agreements.ts';
import type { AgreementFile } from './declared-agreement.ts';

/**
 * What a file of agreements brought. `changed` is false when all of it is stored already; `withdrawn` counts what its
 * source declared before and does not declare any more, in the same words.
 */
export type AgreementImport = {
  readonly version: number;
  readonly changed: boolean;
  readonly agreements: number;
  readonly withdrawn: number;
};

/**
 * Takes in agreements of districts as a new data version. The file is the whole truth of its source; those of other
 * sources stay as they are, and earlier data versions answer as before. Throws AgreementProblems, with nothing stored,
 * when a district, a subject or a measure is not known.
 */
export async function importAgreements(
  store: Store,
  file: AgreementFile,
  { signal, onProgress }: WriteOptions = {},
): Promise<AgreementImport> {
  const note = `agreements of ${file.source} (${file.file})`;
  const agreements = file.agreements.length;
  return writeVersion<AgreementImport>(store, { kind: 'agreements', note, signal }, async (writer) => {
    onProgress?.({ phase: 'storing', rows: agreements });
    const idOf = await checkAgreements(writer, file);
    return writer.transaction(async () => {
      await stageAgreements(writer, file, idOf);
      const withdrawn = await writer.run(CLOSE, [writer.version, file.source]);
      const added = await writer.run(INSERT, [writer.version, file.source, file.file]);
      const changed = withdrawn + added > 0;
      const version = changed ? writer.version : writer.version - 1;
      return { publish: changed, result: { version, changed, agreements, withdrawn } };
    });
  });
}

async function stageAgreements(
  writer: Writer,
  { agreements }: AgreementFile,
  idOf: ReadonlyMap<string, number>,
): Promise<void> {
  await writer.run('drop table if exists pg_temp.stage_agreement');
  await writer.run(
    `create temporary table stage_agreement as
     select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[])
       as s (territory_id, subject, measure, purpose_de, purpose_en, since, decided_by)`,
    [
      agreements.map(({ district }) => idOf.get(district) ?? -1),
      agreements.map(({ subject }) => subject),
      agreements.map(({ measure }) => measure),
      agreements.map(({ purpose }) => purpose.de),
      agreements.map(({ purpose }) => purpose.en),
      agreements.map(({ since }) => since),
      agreements.map(({ decidedBy }) => decidedBy),
    ],
  );
}

const SAME = `s.territory_id = a.territory_id and s.subject = a.subject and s.measure = a.measure
  and s.purpose_de = a.purpose_de and s.purpose_en = a.purpose_en and s.since = a.since and s.decided_by = a.decided_by`;

const CLOSE = `
update subject_agreement a set version_until = $1
where a.source = $2 and a.version_until is null and not exists (select from stage_agreement s where ${SAME})`;

const INSERT = `
insert into subject_agreement (
  territory_id, subject, measure, purpose_de, purpose_en, since, decided_by, source, file, version_from
)
select s.*, $2, $3, $1
from stage_agreement s
where not exists (
  select from subject_agreement a where a.source = $2 and a.version_until is null and ${SAME}
)`;
