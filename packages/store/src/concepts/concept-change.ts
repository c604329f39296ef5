import type { AuditedChange, Json } from '@kreisweit/domain';
import { conceptText } from './concept-address.ts';
import type { StoredConcept } from './stored-concept.ts';

/** What the audit trail is to say of a version that was saved, copied or adopted; null where nothing is different. */
export function conceptChange(
  what: string,
  before: StoredConcept | null,
  after: StoredConcept,
): AuditedChange | null {
  if (before === after) return null;
  return {
    what,
    subject: { kind: 'concept', key: conceptText(after) },
    districts: [after.district],
    before: before === null ? null : told(before),
    after: told(after),
  };
}

/** The version as it is told: plain data already, which its type does not say. */
function told(concept: StoredConcept): Json {
  return JSON.parse(JSON.stringify(concept));
}
