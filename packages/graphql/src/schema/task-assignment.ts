import { parseTerritoryKey, taskRoleTitles } from '@kreisweit/domain';
import { assignmentsByKey, type StoredAssignment, todayInGermany } from '@kreisweit/store';
import { pageArguments } from '../argument/page-arguments.ts';
import { recordOfId } from '../argument/record-id.ts';
import { territoryKeyArgument } from '../argument/territory-key-argument.ts';
import { builder, type Fields } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf, pageSize } from '../cost/entries.ts';
import { loadAssignmentsOfActors, loadTaskAssignments } from '../loader/load-task-assignments.ts';
import { Actor } from './actor.ts';
import { connectionOptions, pageFields } from './connection.ts';
import { demoField } from './demo-field.ts';
import { District } from './district.ts';
import { IntegrationTask } from './integration-task.ts';
import { localisedField } from './localised-field.ts';
import { TaskRole } from './task-role.ts';
import { Territory } from './territory.ts';

/** Who does what where. */
export const TaskAssignment = builder.objectRef<StoredAssignment>('TaskAssignment');

builder.node(TaskAssignment, {
  description: 'Who does what where, since when and until when.',
  id: { resolve: ({ district, key }) => `${district}/${key}` },
  loadMany: (ids: readonly string[], { db }: Context) => assignmentsByKey(db, { keys: ids.map(recordOfId) }),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key within the district.' }),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district that keeps it; null where nothing is known of it any more.',
      resolve: ({ district }, _, { loaders }) =>
        loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    taskKey: t.exposeString('task', { description: 'The key of the task.' }),
    task: t.field({
      type: IntegrationTask,
      nullable: true,
      description: 'The task, as the district has it; null where it has none of that key any more.',
      resolve: async ({ district, task }, _, { loaders }) =>
        (await loaders.districtTasks.load(district)).find(({ key }) => key === task) ?? null,
    }),
    territoryKey: t.exposeString('territory', { description: 'The key of the territory.' }),
    territory: t.field({
      type: Territory,
      nullable: true,
      description: 'Where; null where nothing is known of the territory any more.',
      resolve: ({ territory }, _, { loaders }) => {
        const key = parseTerritoryKey(territory);
        return key === null ? null : loaders.territory.load({ ...key, on: null });
      },
    }),
    actorKey: t.exposeString('actor', {
      description: 'The key of the actor: of the one that is left where two were merged.',
    }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'Who; null where there is no such actor any more.',
      resolve: ({ actor }, _, { loaders }) => loaders.actor.load(actor),
    }),
    role: t.expose('role', { type: TaskRole, description: 'What the actor is for the task.' }),
    roleTitle: localisedField(t, 'What people call that role.', ({ role }) => taskRoleTitles[role]),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'Its first day; null where it is not known or there was none.',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'Its last day; null where no end is known.',
    }),
    demo: demoField(t, ({ district, key }) => ({ district, kind: 'assignment', key })),
    revision: t.exposeInt('revision', {
      description: 'Rises with every change: send it along with the next.',
    }),
  }),
});

/** The arguments that say on which day assignments are to hold. */
function dayArguments<Parent>(t: Fields<Parent>) {
  return {
    on: t.arg({
      type: 'Date',
      description:
        'Those that hold on this day; today when left out. What an actor was assigned does not hold any more once it is deactivated.',
    }),
    anyDay: t.arg.boolean({
      required: true,
      defaultValue: false,
      description: 'All, also those that have ended and those that are still to come, whatever `on` says.',
    }),
  };
}

const TaskAssignmentConnection = builder.connectionObject(
  ...connectionOptions('TaskAssignment', TaskAssignment),
);

builder.objectField(District, 'taskAssignments', (t) =>
  t.loadable({
    ...listOf(pageSize, 100),
    type: TaskAssignmentConnection,
    description: 'Who does what where here, by key.',
    args: {
      ...dayArguments(t),
      task: t.arg.string({ description: 'Only those of this task (its key).' }),
      territory: t.arg.string({
        description: 'Only those of this very territory (its key), not of what covers it.',
      }),
      actor: t.arg.string({ description: 'Only those of this actor (its key).' }),
      role: t.arg({ type: TaskRole, description: 'Only those of this role.' }),
      ...pageFields(t),
    },
    load: loadTaskAssignments,
    resolve: ({ key }, { on, anyDay, task, territory, actor, role, ...page }) => ({
      district: key,
      on: anyDay ? null : (on ?? todayInGermany()),
      task: task ?? null,
      territory: territory == null ? null : territoryKeyArgument(territory, 'territory').key,
      actor: actor ?? null,
      role: role ?? null,
      ...pageArguments(page),
    }),
  }),
);

builder.objectField(Actor, 'assignments', (t) =>
  t.loadable({
    ...listOf(pageSize, 100),
    type: TaskAssignmentConnection,
    description: 'What it does where, by district and key; also what an actor did that was merged into it.',
    args: {
      ...dayArguments(t),
      task: t.arg.string({ description: 'Only those of this task (its key).' }),
      territory: t.arg.string({ description: 'Only those of this very territory (its key).' }),
      role: t.arg({ type: TaskRole, description: 'Only those of this role.' }),
      ...pageFields(t),
    },
    load: loadAssignmentsOfActors,
    resolve: ({ key }, { on, anyDay, task, territory, role, ...page }) => ({
      actor: key,
      on: anyDay ? null : (on ?? todayInGermany()),
      task: task ?? null,
      territory: territory == null ? null : territoryKeyArgument(territory, 'territory').key,
      role: role ?? null,
      ...pageArguments(page),
    }),
  }),
);
