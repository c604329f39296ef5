import {
  type ActorAssignmentsRequest,
  type AssignmentsRequest,
  assignmentsOfActors,
  type StoredAssignment,
  taskAssignments,
} from '@kreisweit/store';
import type { Context } from '../context.ts';
import { pageOfList } from '../task/page-of-list.ts';

/** Which assignments a page holds, null leaving each open. */
export type AssignmentFilter = {
  readonly task: string | null;
  readonly territory: string | null;
  readonly actor: string | null;
  readonly role: string | null;
};

type Page = AssignmentFilter & { readonly first: number; readonly after: string | null };

/** Pages of the assignments of districts, as connections, in the order of the requests. One statement. */
export async function loadTaskAssignments(
  requests: readonly (AssignmentsRequest & Page)[],
  { db }: Pick<Context, 'db'>,
) {
  const lists = await taskAssignments(db, { requests });
  return requests.map((request, index) => pageOf(lists[index] ?? [], request));
}

/** Pages of the assignments of actors, as connections, in the order of the requests. One statement. */
export async function loadAssignmentsOfActors(
  requests: readonly (ActorAssignmentsRequest & Omit<Page, 'actor'>)[],
  { db }: Pick<Context, 'db'>,
) {
  const lists = await assignmentsOfActors(db, { requests });
  return requests.map((request, index) => pageOf(lists[index] ?? [], { ...request, actor: null }));
}

function pageOf(all: readonly StoredAssignment[], page: Page) {
  return pageOfList(
    all.filter((assignment) => isWanted(assignment, page)),
    ({ district, key }) => `${district}/${key}`,
    page,
  );
}

function isWanted(assignment: StoredAssignment, filter: AssignmentFilter): boolean {
  return (['task', 'territory', 'actor', 'role'] as const).every(
    (name) => filter[name] === null || filter[name] === assignment[name],
  );
}
