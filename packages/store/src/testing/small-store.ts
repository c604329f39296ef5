import { syncCatalogue } from '../catalogue/sync-catalogue.ts';
import { type Store, storeOn } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import type { Engine } from './engines.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { register2013, register2021 } from './small-country.ts';

/** A store with the catalogue of the plug-in `small` and without a register. */
export async function storeWithoutRegisters(
  { open }: Pick<Engine, 'open'>,
  catalogue = smallCatalogue,
): Promise<Store> {
  const store = await storeOn(await open());
  await syncCatalogue(store, catalogue);
  return store;
}

/** A store with the catalogue of the plug-in `small` and the two registers of the made-up country. */
export async function smallStore(engine: Pick<Engine, 'open'>, catalogue = smallCatalogue): Promise<Store> {
  const store = await storeWithoutRegisters(engine, catalogue);
  await importRegister(store, register2013, { checksum: 'register of 2013' });
  await importRegister(store, register2021, { checksum: 'register of 2021' });
  return store;
}

/** The tables of cooperation. */
const COOPERATION = `joint_decision, joint_decision_entry, joint_decision_party, task_revision, district_task, task_override, task_assignment,
  cooperation_body, body_member, body_member_municipality, body_meeting, meeting_participant, meeting_resolution,
  concept_version, concept_field, concept_goal, concept_target, concept_action, concept_action_actor, concept_recommendation, concept_task,
  training, delivery_deadline, demo_record`;

/**
 * Removes all territories, registers, releases and facts, all actors and their cooperation, and keeps the catalogue: sooner done than a new
 * store.
 */
export async function emptyStore({ database }: Store): Promise<void> {
  await database.pool.query(
    `truncate observation, aggregate, published_series, release_on_behalf, release_territory, release_moment, release, proposed_batch, proposed_release,
       register_entry, register,
       territory_version, membership, territory_group, territory_life, reform, earlier_district, change_source, territory_change, territory_link,
       territory_name, boundary_set, neighbour, actor_territory, actor_membership, actor, territory, ${COOPERATION}`,
  );
}

/** Removes all releases and facts, and keeps registers and territories. */
export async function emptyFacts({ database }: Store): Promise<void> {
  await database.pool.query(
    'truncate observation, aggregate, published_series, release_on_behalf, release_territory, release_moment, release, proposed_batch, proposed_release',
  );
}
