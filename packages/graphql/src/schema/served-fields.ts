import type { ConceptLinks } from '@kreisweit/domain';
import type { Fields } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { IntegrationTask } from './integration-task.ts';
import { Recommendation } from './recommendation.ts';

/** Defines what a part of a concept of a district (its key) serves: recommendations and tasks. Those that are no more are left out. */
export function servedFields<Parent>(
  t: Fields<Parent>,
  linksOf: (parent: Parent) => ConceptLinks & { readonly district: string },
) {
  return {
    recommendations: t.field({
      ...listOf(2),
      type: [Recommendation],
      description: 'The points for good cooperation that it serves.',
      resolve: async (parent, _, { loaders }) => {
        const found = await Promise.all(
          linksOf(parent).recommendations.map((key) => loaders.recommendation.load(key)),
        );
        return found.filter((recommendation) => recommendation !== null);
      },
    }),
    tasks: t.field({
      ...listOf(2),
      type: [IntegrationTask],
      description: 'The tasks that it serves, as the district has them.',
      resolve: async (parent, _, { loaders }) => {
        const { district, tasks } = linksOf(parent);
        if (tasks.length === 0) return [];
        const known = new Map((await loaders.districtTasks.load(district)).map((task) => [task.key, task]));
        return tasks.flatMap((key) => known.get(key) ?? []);
      },
    }),
  };
}
