import { RevisionConflict } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptAddress, conceptText } from './concept-address.ts';
import { conceptsByAddress } from './concepts-by-address.ts';
import { storedActions } from './stored-actions.ts';
import type { StoredAction } from './stored-concept.ts';

/** An action of a version with its new report, and the revision that it is to have. */
export type ReportedAction = { readonly address: ConceptAddress; readonly action: StoredAction };

/** Writes how far actions are. Throws a RevisionConflict for one that has not the revision before by now. One statement. */
export async function writeActionReports(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  reports: readonly ReportedAction[],
): Promise<void> {
  if (reports.length === 0) return;
  const wanted = reports.map(({ address: { district, concept, number }, action }) => {
    const { key, revision, status, doneOn, reason } = action;
    return { district, concept, number, key, revision, status, done_on: doneOn, reason };
  });
  const written = await rows<ConceptAddress & { key: string }>(REPORT, [JSON.stringify(wanted)]);
  const texts = new Set(written.map((row) => actionText(row, row.key)));
  const lost = reports.find(({ address, action }) => !texts.has(actionText(address, action.key)));
  if (lost === undefined) return;
  const { address, action } = lost;
  const [now = null] = await conceptsByAddress(trx, [address]);
  const stored = now === null ? [] : storedActions(now);
  throw new RevisionConflict(
    { kind: 'concept action', key: actionText(address, action.key) },
    {
      expectedRevision: action.revision - 1,
      revision: stored.find(({ key }) => key === action.key)?.revision ?? 0,
    },
  );
}

/** What an action is called in messages and in the audit trail: `12070/integration-concept/2/language-cafe`. */
export function actionText(address: ConceptAddress, action: string): string {
  return `${conceptText(address)}/${action}`;
}

const REPORT = `
update concept_action a
set revision = w.revision, status = w.status, done_on = w.done_on, reason = w.reason
from json_to_recordset($1::json) as w (
  district text, concept text, number int, key text, revision int, status text, done_on date, reason text
)
where a.district_key = w.district and a.concept_key = w.concept and a.number = w.number and a.key = w.key
  and a.revision = w.revision - 1
returning a.district_key as district, a.concept_key as concept, a.number, a.key`;
