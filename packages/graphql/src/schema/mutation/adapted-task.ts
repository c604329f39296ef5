import type { Fields } from '../../builder.ts';
import { IntegrationTask } from '../integration-task.ts';

/** A task of the catalogue (its key) in a district. */
export type AdaptedTask = { readonly district: string; readonly key: string };

/** The field `task` of a payload: the task of the catalogue as the district has it after the mutation. */
export function adaptedTaskField<Parent extends AdaptedTask>(t: Fields<Parent>) {
  return t.field({
    type: IntegrationTask,
    nullable: true,
    description: 'The task as the district has it; null where the catalogue has none of that key any more.',
    resolve: async ({ district, key }, _, { loaders }) =>
      (await loaders.districtTasks.load(district)).find((task) => task.key === key) ?? null,
  });
}
