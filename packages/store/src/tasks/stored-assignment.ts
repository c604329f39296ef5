import type { TaskAssignment } from '@kreisweit/domain';

/** Who does what where, as it is stored. `actor` is the one that is left where two were merged. */
export type StoredAssignment = TaskAssignment & { readonly district: string; readonly revision: number };
