import { type ConceptVersion, copyAsDraft, type JointDecision } from '@kreisweit/domain';
import type { DemoDays } from './demo-days.ts';
import { demoField, type FieldRow } from './demo-field.ts';
import { exampleTitle } from './localised.ts';

/** The common concept of a demo district as it is typed in. */
export type ConceptRow = {
  readonly district: string;
  readonly concept: string;
  readonly title: readonly [de: string, en: string];
  readonly fields: readonly FieldRow[];
};

/** The version that the decision of the same key adopted, in force from that day on. Throws a RangeError where none did. */
export function adoptedConcept(
  days: DemoDays,
  row: ConceptRow,
  decisions: readonly JointDecision[],
): ConceptVersion {
  const decision = decisions.find(({ key, state }) => key === row.concept && state === 'ADOPTED');
  const adopted = decision?.history.at(-1);
  if (decision === undefined || adopted === undefined) {
    throw new RangeError(`no decision of ${row.district} adopted ${row.concept}`);
  }
  return {
    concept: row.concept,
    district: row.district,
    number: 1,
    title: exampleTitle(...row.title),
    from: adopted.on,
    until: days.end(34),
    adoptedBy: decision.key,
    adoptedRound: decision.round,
    adoptedOn: adopted.on,
    fields: row.fields.map((field) => demoField(days, field)),
  };
}

/** The draft of the next version, which nobody has adopted yet. */
export function draftedConcept(days: DemoDays, row: ConceptRow, before: ConceptVersion): ConceptVersion {
  const until = days.end(70);
  const fields = row.fields.map((field) => demoField(days, field));
  return { ...copyAsDraft(before, before.number + 1), from: null, until, fields };
}
