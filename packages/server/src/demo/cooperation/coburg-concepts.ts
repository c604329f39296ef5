import type { ConceptVersion, JointDecision } from '@kreisweit/domain';
import { coburgFieldsOfCooperation } from './coburg-fields-of-cooperation.ts';
import { coburgFieldsOfLife } from './coburg-fields-of-life.ts';
import { adoptedConcept } from './demo-concept.ts';
import type { DemoDays } from './demo-days.ts';

/** The version in force, which the decision adopted. */
export function coburgConcepts(
  days: DemoDays,
  decisions: readonly JointDecision[],
): readonly ConceptVersion[] {
  const title = ['Integrationskonzept Coburger Land', 'Concept of integration for the Coburg area'] as const;
  const fields = [...coburgFieldsOfLife, ...coburgFieldsOfCooperation];
  const row = { district: '09473', concept: 'integration-concept', title, fields };
  return [adoptedConcept(days, row, decisions)];
}
