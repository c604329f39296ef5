import { checkDay, checkKey, checkKnown, checkText, checkUnique } from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems } from '../task/cooperation-problem.ts';
import type { Training } from './training.ts';

/**
 * The keys that trainings may name. `territories` are those of the district itself and of everything that lies in it, `actors` those that
 * there are.
 */
export type TrainingReferences = {
  readonly districts: ReadonlySet<string>;
  readonly territories: (district: string) => ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
};

/** What is wrong with trainings, all of it. `today` is the day of the record: what lies after it was not held yet. */
export function trainingProblems(
  trainings: readonly Training[],
  { districts, territories, actors }: TrainingReferences,
  today: string,
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, training] of trainings.entries()) {
      const { key, district, title, day, territory, organiser, state, link } = training;
      const field = `trainings.${index}`;
      checkKey(refuse, `${field}.key`, key);
      checkKnown(refuse, `${field}.district`, district, districts, 'district');
      checkText(refuse, `${field}.title`, title);
      checkDay(refuse, `${field}.day`, day);
      if (districts.has(district)) {
        const what = `territory in ${district}`;
        checkKnown(refuse, `${field}.territory`, territory, territories(district), what);
      }
      if (organiser !== null) checkKnown(refuse, `${field}.organiser`, organiser, actors, 'actor');
      if (state === 'HELD' && day > today) {
        const message = `it is on ${day} and cannot have been held by ${today}: plan it`;
        refuse(`${field}.state`, 'CONFLICT', message);
      }
      if (link !== null && !isWebAddress(link)) {
        refuse(`${field}.link`, 'FORM', `'${link}' is no address: write it whole, with https://`);
      }
    }
    checkUnique(
      refuse,
      trainings.map(({ district, key }) => `${district}/${key}`),
      (index) => `trainings.${index}.key`,
    );
  });
}

function isWebAddress(link: string): boolean {
  return URL.canParse(link) && /^https?:\/\//i.test(link);
}
