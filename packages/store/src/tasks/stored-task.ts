import type { IntegrationTask, TaskOverride } from '@kreisweit/domain';

/** A task that a district has added, as it is stored. */
export type StoredTask = IntegrationTask & { readonly district: string; readonly revision: number };

/** How a task of the catalogue is in a district, as it is stored. */
export type StoredOverride = TaskOverride & { readonly revision: number };

/**
 * A task as one district has it. `shownIn` is that district (`district` the one that added the task, null for one of the catalogue); `override`
 * says why it is other than in the catalogue, null where it is not; `revision` is that of a task of its own, null for one of the catalogue.
 */
export type TaskInDistrict = IntegrationTask & {
  readonly shownIn: string;
  readonly override: StoredOverride | null;
  readonly revision: number | null;
};
