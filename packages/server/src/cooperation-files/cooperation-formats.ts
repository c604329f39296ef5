import type { CooperationKind, CooperationRecords } from '@kreisweit/store';
import { actorsFormat } from './formats/actors.ts';
import { assignmentsFormat } from './formats/assignments.ts';
import { bodiesFormat } from './formats/bodies.ts';
import { conceptFormat } from './formats/concept.ts';
import type { ConceptPart } from './formats/concept-part.ts';
import { deadlinesFormat } from './formats/deadlines.ts';
import type { DecisionRow } from './formats/decision-row.ts';
import { decisionsFormat } from './formats/decisions.ts';
import { meetingsFormat } from './formats/meetings.ts';
import { membersFormat } from './formats/members.ts';
import { overridesFormat } from './formats/overrides.ts';
import { positionsFormat } from './formats/positions.ts';
import { tasksFormat } from './formats/tasks.ts';
import { trainingsFormat } from './formats/trainings.ts';
import type { RecordFormat } from './record-format.ts';

/** What a row of a table is, where it is not the record itself. */
type CooperationRows = Omit<CooperationRecords, 'decisions' | 'concept'> & {
  readonly decisions: DecisionRow;
  readonly concept: ConceptPart;
};

/** The format of a kind. */
export type CooperationFormat<Kind extends CooperationKind> = RecordFormat<
  CooperationRecords[Kind],
  CooperationRows[Kind]
>;

/** The formats of all kinds of records of cooperation. */
export const cooperationFormats: { readonly [Kind in CooperationKind]: CooperationFormat<Kind> } =
  Object.freeze({
    actors: actorsFormat,
    tasks: tasksFormat,
    overrides: overridesFormat,
    assignments: assignmentsFormat,
    decisions: decisionsFormat,
    positions: positionsFormat,
    bodies: bodiesFormat,
    members: membersFormat,
    meetings: meetingsFormat,
    concept: conceptFormat,
    trainings: trainingsFormat,
    deadlines: deadlinesFormat,
  });
