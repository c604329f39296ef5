import type { AuditedChange, Json } from '@kreisweit/domain';
import { conceptText } from './concept-address.ts';
import type { StoredConcept } from './stored-concept.ts';

/** What the audit trail is to say of a version that was saved, copied, adopted or removed (`after` is null); null where nothing is different. */
export function conceptChange(
  what: string,
  before: StoredConcept | null,
  after: StoredConcept | null,
): AuditedChange | null {
  const concept = after ?? before;
  if (before === after || concept === null) return null;
  return {
    what,
    subject: { kind: 'concept', key: conceptText(concept) },
    districts: [concept.district],
    before: told(before),
    after: told(after),
  };
}

/** The version as it is told: plain data already, which its type does not say. */
function told(concept: StoredConcept | null): Json {
  return JSON.parse(JSON.stringify(concept));
}
