import type { ConceptVersion, JointDecision } from '@kreisweit/domain';
import { done, planned, running } from './demo-action.ts';
import { adoptedConcept, draftedConcept } from './demo-concept.ts';
import type { DemoDays } from './demo-days.ts';
import type { FieldRow } from './demo-field.ts';
import { prignitzFieldsOfCooperation } from './prignitz-fields-of-cooperation.ts';
import { prignitzFieldsOfLife } from './prignitz-fields-of-life.ts';

const fields = [...prignitzFieldsOfLife, ...prignitzFieldsOfCooperation];

const concept = {
  district: '12070',
  concept: 'integration-concept',
  title: ['Integrationskonzept der Prignitz', 'Concept of integration of the Prignitz'],
} as const;

/** The version in force, which the decision adopted, and the draft of the next: three fields go on, and health is new. */
export function prignitzConcepts(
  days: DemoDays,
  decisions: readonly JointDecision[],
): readonly ConceptVersion[] {
  const adopted = adoptedConcept(days, { ...concept, fields }, decisions);
  const goingOn = fields.filter(({ key }) => key !== 'work' && key !== 'data');
  return [adopted, draftedConcept(days, { ...concept, fields: [...goingOn, health] }, adopted)];
}

const office = 'prignitz-integration-staff-unit';

const health: FieldRow = {
  key: 'health',
  title: ['Gesundheit', 'Health'],
  goals: [
    {
      key: 'care-for-all',
      title: ['Alle finden den Weg in die Versorgung', 'Everybody finds the way to care'],
      recommendations: ['needs-orientation'],
      tasks: ['health'],
      actions: [
        [
          'health-guides',
          'Gesundheitslotsinnen und -lotsen',
          'Health guides',
          [office, 'elbe-women-studio'],
          planned(8, 30),
        ],
        ['health-survey', 'Bedarf in den Gemeinden erheben', 'Survey of needs', [office], running(-2, 3)],
        ['health-workshop', 'Auftakt mit Praxen', 'First meeting with practices', [office], done(-4, -2, -3)],
      ],
    },
  ],
};
