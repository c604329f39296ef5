import type { JointDecision } from '@kreisweit/domain';
import type { DecisionHistory, DemoRecords } from '@kreisweit/store';
import { demoCooperation } from './demo-cooperation.ts';
import type { DistrictCooperation } from './district-cooperation.ts';

/** The cooperation of the demo as it stands on a day (ISO), as the store takes it in. */
export function demoRecords(today: string): DemoRecords {
  const districts = demoCooperation(today);
  return {
    tasks: inAll(districts, ({ tasks }) => tasks),
    overrides: districts.flatMap(({ overrides }) => overrides),
    assignments: inAll(districts, ({ assignments }) => assignments),
    decisions: districts.flatMap(({ decisions }) => decisions.map(historyOf)),
    bodies: districts.flatMap(({ bodies }) => bodies),
    members: inAll(districts, ({ members }) => members),
    meetings: inAll(districts, ({ meetings }) => meetings),
    concept: districts.flatMap(({ concepts }) => concepts),
    trainings: districts.flatMap(({ trainings }) => trainings),
    deadlines: districts.flatMap(({ deadlines }) => deadlines),
  };
}

function historyOf({ district, key, round, history }: JointDecision): DecisionHistory {
  return { district, key, round, entries: history };
}

/** Records of all districts, each with the key of its own. */
function inAll<Value extends object>(
  districts: readonly DistrictCooperation[],
  of: (cooperation: DistrictCooperation) => readonly Value[],
): readonly (Value & { readonly district: string })[] {
  return districts.flatMap((cooperation) =>
    of(cooperation).map((value) => ({ ...value, district: cooperation.district })),
  );
}
