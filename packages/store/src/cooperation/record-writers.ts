import { actorWriter } from './actor-writer.ts';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';
import { decisionWriter } from './decision-writer.ts';
import {
  assignmentWriter,
  bodyWriter,
  conceptWriter,
  deadlineWriter,
  meetingWriter,
  memberWriter,
  overrideWriter,
  taskWriter,
  trainingWriter,
} from './district-writers.ts';
import { positionWriter } from './position-writer.ts';
import type { RecordWriter } from './record-writer.ts';

/** How records of each kind are imported. */
export const recordWriters: { readonly [Kind in CooperationKind]: RecordWriter<CooperationRecords[Kind]> } =
  Object.freeze({
    actors: actorWriter,
    tasks: taskWriter,
    overrides: overrideWriter,
    assignments: assignmentWriter,
    decisions: decisionWriter,
    positions: positionWriter,
    bodies: bodyWriter,
    members: memberWriter,
    meetings: meetingWriter,
    concept: conceptWriter,
    trainings: trainingWriter,
    deadlines: deadlineWriter,
  });
