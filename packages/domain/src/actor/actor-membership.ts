import type { Validity } from '../task/validity.ts';

/** That an actor belongs to an umbrella organisation, an actor itself (its key), for a time. */
export type ActorMembership = Validity & { readonly organisation: string };
