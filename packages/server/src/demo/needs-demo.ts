import { districtsWithCooperation, type Store } from '@kreisweit/store';
import { demoActors } from './demo-actors.ts';
import { demoCrosswalk, demoCrosswalkLater } from './demo-crosswalks.ts';
import { demoTables } from './demo-facts.ts';
import { demoRegister, demoRegisterLater } from './demo-register.ts';

/** What a store with the whole demo holds, and nothing else. */
const WHOLE = {
  registers: [demoRegister, demoRegisterLater].length,
  changeSources: [demoCrosswalk, demoCrosswalkLater].length,
  releases: demoTables.length,
  actors: demoActors.length,
  districts: [...new Set(demoActors.flatMap(({ district }) => district ?? []))],
};

/**
 * True for a store that holds no data, or that the demo was being loaded into when the process ended. False once
 * anything real was stored, and for a demo that was withdrawn.
 */
export async function needsDemo({ db }: Store): Promise<boolean> {
  const registers = await db.selectFrom('register').select(['demo', 'version_until']).execute();
  const releases = await db.selectFrom('release').select(['demo', 'version_until']).execute();
  const changeSources = await db.selectFrom('change_source').select(['demo', 'version_until']).execute();
  const ownData = [...registers, ...releases, ...changeSources].some(
    (row) => !row.demo || row.version_until !== null,
  );
  if (ownData) return false;
  const actors = await db.selectFrom('actor').select('key').execute();
  const cooperating = new Set(await districtsWithCooperation(db));
  return (
    registers.length < WHOLE.registers ||
    changeSources.length < WHOLE.changeSources ||
    releases.length < WHOLE.releases ||
    actors.length < WHOLE.actors ||
    WHOLE.districts.some((district) => !cooperating.has(district))
  );
}
