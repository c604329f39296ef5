import { isDeepStrictEqual } from 'node:util';
import type {
  Action,
  ConceptVersion,
  CooperationBody,
  DeliveryDeadline,
  TaskOverride,
  Training,
} from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { putBodies } from '../bodies/put-bodies.ts';
import { putMeetings } from '../bodies/put-meetings.ts';
import { putMembers } from '../bodies/put-members.ts';
import { putConcepts } from '../concepts/put-concepts.ts';
import { putDeadlines } from '../due/put-deadlines.ts';
import { putTrainings } from '../due/put-trainings.ts';
import type { Given, Put } from '../due/revised.ts';
import { putAssignments } from '../tasks/put-assignments.ts';
import { putTaskOverrides } from '../tasks/put-task-overrides.ts';
import { putTasks } from '../tasks/put-tasks.ts';
import { byDistrict, shortKey } from './by-district.ts';
import type { CooperationRecords } from './cooperation-records.ts';
import { type RecordWriter, type WrittenRecords, writtenOf } from './record-writer.ts';

/** What is allowed for the whole of a district: for all of its parts, whichever a record names or named before. */
function ofDistricts<Value extends { readonly district: string }>(
  action: Action,
  write: RecordWriter<Value>['write'],
): RecordWriter<Value> {
  return {
    districtOf: ({ district }) => shortKey(district),
    allow: async (_, records) => {
      const districts = new Set(records.map(({ district }) => shortKey(district)));
      return { action, abouts: [...districts].map((key): About => ({ kind: 'territory', key })) };
    },
    write,
  };
}

/** The tasks that districts add. */
export const taskWriter = ofDistricts<CooperationRecords['tasks']>('MANAGE_TASKS', ({ rows, trx }, records) =>
  byDistrict('tasks', records, async (district, tasks) =>
    writtenOf(await putTasks(rows, trx, { district, tasks })),
  ),
);

/** How tasks of the catalogue are in districts. */
export const overrideWriter = ofDistricts<TaskOverride>('MANAGE_TASKS', ({ rows, trx }, records) =>
  byDistrict('overrides', records, async (district, overrides) =>
    writtenOf(await putTaskOverrides(rows, trx, { district, overrides })),
  ),
);

/** Who does what where. */
export const assignmentWriter = ofDistricts<CooperationRecords['assignments']>(
  'ASSIGN_TASK',
  ({ rows, trx, today }, records) =>
    byDistrict('assignments', records, async (district, assignments) =>
      writtenOf(await putAssignments(rows, trx, { district, assignments, today })),
    ),
);

/** Bodies; the members that they have stay. */
export const bodyWriter = ofDistricts<CooperationBody>(
  'MANAGE_BODIES',
  async ({ rows, trx, today }, records) =>
    writtenOf(await putBodies(rows, trx, { given: records.map(given), today })),
);

/** Seats in bodies, each known by its body, actor, role and first day. */
export const memberWriter = ofDistricts<CooperationRecords['members']>(
  'MANAGE_BODIES',
  ({ rows, trx, today }, records) =>
    byDistrict('members', records, async (district, members) => {
      const put = await putMembers(rows, trx, { district, members: members.map(withoutDistrict), today });
      const counts = put.map(({ before, after }): WrittenRecords => {
        const old = before?.members ?? [];
        const added = after.members.length - old.length;
        const fresh = after.members.filter((seat) => !old.some((each) => isDeepStrictEqual(each, seat)));
        return { added, changed: fresh.length - added };
      });
      return sumOf(counts);
    }),
);

/** The meetings of bodies. */
export const meetingWriter = ofDistricts<CooperationRecords['meetings']>(
  'MANAGE_BODIES',
  ({ rows, trx, today }, records) =>
    byDistrict('meetings', records, async (district, meetings) =>
      writtenOf(await putMeetings(rows, trx, { district, given: meetings.map(given), today })),
    ),
);

/** Versions of concepts, each as a whole. */
export const conceptWriter = ofDistricts<ConceptVersion>(
  'MANAGE_CONCEPT',
  async ({ rows, trx, today }, records) =>
    writtenOf(
      await putConcepts(rows, trx, {
        given: records.map((concept) => ({ concept, expectedRevision: null })),
        today,
      }),
    ),
);

/** Trainings. */
export const trainingWriter = ofDistricts<Training>('MANAGE_BODIES', async ({ rows, trx, today }, records) =>
  countsOf(await putTrainings(rows, trx, { given: records.map(withShortKeys).map(given), today })),
);

/** Deadlines of deliveries. */
export const deadlineWriter = ofDistricts<DeliveryDeadline>('MANAGE_BODIES', async ({ rows, trx }, records) =>
  countsOf(await putDeadlines(rows, trx, records.map(withShortKeys).map(given))),
);

/** Whatever revision there is: a file says how it is to be, not what was seen. */
function given<Value>(value: Value): Given<Value> {
  return { value, expectedRevision: null };
}

function withoutDistrict<Value extends { readonly district: string }>({
  district,
  ...own
}: Value): Omit<Value, 'district'> {
  return own;
}

function withShortKeys<Value extends { readonly district: string; readonly territory?: string }>(
  value: Value,
): Value {
  const { district, territory } = value;
  return {
    ...value,
    district: shortKey(district),
    ...(territory === undefined ? {} : { territory: shortKey(territory) }),
  };
}

function countsOf<Value>(put: readonly Put<Value>[]): WrittenRecords {
  return sumOf(
    put.map(({ before, isChanged }) => ({
      added: before === null ? 1 : 0,
      changed: before !== null && isChanged ? 1 : 0,
    })),
  );
}

function sumOf(counts: readonly WrittenRecords[]): WrittenRecords {
  return {
    added: counts.reduce((sum, { added }) => sum + added, 0),
    changed: counts.reduce((sum, { changed }) => sum + changed, 0),
  };
}
