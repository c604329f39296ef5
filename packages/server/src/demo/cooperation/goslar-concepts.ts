import type { ConceptVersion, JointDecision } from '@kreisweit/domain';
import { adoptedConcept } from './demo-concept.ts';
import type { DemoDays } from './demo-days.ts';
import { goslarFieldsOfCooperation } from './goslar-fields-of-cooperation.ts';
import { goslarFieldsOfLife } from './goslar-fields-of-life.ts';

/** The version in force, which the decision adopted. */
export function goslarConcepts(
  days: DemoDays,
  decisions: readonly JointDecision[],
): readonly ConceptVersion[] {
  const title = [
    'Teilhabekonzept des Landkreises Goslar',
    'Concept of participation of the Landkreis Goslar',
  ] as const;
  const fields = [...goslarFieldsOfLife, ...goslarFieldsOfCooperation];
  const row = { district: '03153', concept: 'participation-concept', title, fields };
  return [adoptedConcept(days, row, decisions)];
}
