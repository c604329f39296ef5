import { integrationTasks } from '@kreisweit/domain';
import {
  type ActorAssignmentsRequest,
  type AssignmentsRequest,
  assignmentsOfActors,
  ownTaskKeys,
  type StoredAssignment,
  taskAssignments,
  todayInGermany,
} from '@kreisweit/store';
import { territoryKeyArgument } from '../argument/territory-key-argument.ts';
import type { Context } from '../context.ts';
import { didYouMean } from '../error/did-you-mean.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { knownPlace, knownTask } from '../task/known-keys.ts';
import { pageOfList } from '../task/page-of-list.ts';

/** Which assignments a page holds, null leaving each open. */
export type AssignmentFilter = {
  readonly task: string | null;
  readonly territory: string | null;
  readonly actor: string | null;
  readonly role: string | null;
};

type Page = AssignmentFilter & { readonly first: number; readonly after: string | null };

/**
 * Pages of the assignments of districts, as connections, in the order of the requests: an InvalidArgument for a filter by a task, territory or actor
 * that is not there. One statement, and one for each kind of key that filters name.
 */
export async function loadTaskAssignments(
  requests: readonly (AssignmentsRequest & Page)[],
  { db, loaders }: Pick<Context, 'db' | 'loaders'>,
) {
  const lists = await taskAssignments(db, { requests });
  return Promise.all(
    requests.map((request, index) =>
      pageOrRefusal(lists[index] ?? [], async (all) => knownInDistrict(loaders, request, all)),
    ),
  );
}

/** Pages of the assignments of actors, as connections, in the order of the requests: an InvalidArgument for a filter by what nobody knows. */
export async function loadAssignmentsOfActors(
  requests: readonly (ActorAssignmentsRequest & Omit<Page, 'actor'>)[],
  { db, loaders }: Pick<Context, 'db' | 'loaders'>,
) {
  const lists = await assignmentsOfActors(db, { requests });
  const catalogue = integrationTasks.map(({ key }) => key);
  const isOwn = requests.some(({ task }) => task !== null && !catalogue.includes(task));
  const tasks = (isOwn ? [...catalogue, ...(await ownTaskKeys(db))] : catalogue).map((key) => ({ key }));
  return Promise.all(
    requests.map((request, index) =>
      pageOrRefusal(lists[index] ?? [], async () => {
        knownTask(tasks, request.task);
        await knownAnywhere(loaders, request.territory);
        return { ...request, actor: null };
      }),
    ),
  );
}

type Loaders = Context['loaders'];

/** The page of a district whose filters name what is there. Throws an InvalidArgument otherwise. What has assignments was there once. */
async function knownInDistrict(
  loaders: Loaders,
  page: AssignmentsRequest & Page,
  all: readonly StoredAssignment[],
): Promise<Page> {
  const { district, on, task, territory, actor } = page;
  if (task !== null) knownTask(await loaders.districtTasks.load(district), task);
  if (territory !== null && !all.some((each) => each.territory === territory)) {
    knownPlace(await loaders.districtParts.load({ district, day: on ?? todayInGermany() }), territory);
  }
  if (actor === null) return page;
  const known = await loaders.actor.load(actor);
  if (known === null) {
    const near = didYouMean(actor, [...new Set(all.map((each) => each.actor))], EVERY_ACTOR);
    throw new InvalidArgument('actor', `There is no actor '${actor}'.${near}`);
  }
  return { ...page, actor: known.key };
}

const EVERY_ACTOR = 'The field actors { nodes { key name } } of the district lists those that work there.';

async function knownAnywhere(loaders: Loaders, territory: string | null): Promise<void> {
  if (territory === null) return;
  const known = await loaders.territory.load({ ...territoryKeyArgument(territory, 'territory'), on: null });
  if (known === null)
    throw new InvalidArgument('territory', `Nothing is known of a territory '${territory}'.`);
}

/** A page of assignments, or why there is none: one that is refused must not take the others of the batch along. */
async function pageOrRefusal(
  all: readonly StoredAssignment[],
  pageOf: (all: readonly StoredAssignment[]) => Promise<Page>,
) {
  try {
    const page = await pageOf(all);
    const wanted = all.filter((assignment) => isWanted(assignment, page));
    return pageOfList(wanted, ({ district, key }) => `${district}/${key}`, page);
  } catch (error) {
    if (error instanceof InvalidArgument) return error;
    throw error;
  }
}

function isWanted(assignment: StoredAssignment, filter: AssignmentFilter): boolean {
  return (['task', 'territory', 'actor', 'role'] as const).every(
    (name) => filter[name] === null || filter[name] === assignment[name],
  );
}
