import { isPeriod } from '../period/period.ts';
import { checkDay, checkKey, checkKnown, checkText, checkUnique } from '../task/cooperation-checks.ts';
import { type CooperationProblem, collectProblems } from '../task/cooperation-problem.ts';
import type { DeliveryDeadline } from './delivery-deadline.ts';

/** What is wrong with deadlines of one district, all of it. `districts` and `plugins` are the keys that they may name. */
export function deadlineProblems(
  deadlines: readonly DeliveryDeadline[],
  { districts, plugins }: { readonly districts: ReadonlySet<string>; readonly plugins: ReadonlySet<string> },
): readonly CooperationProblem[] {
  return collectProblems((refuse) => {
    for (const [index, deadline] of deadlines.entries()) {
      const field = `deadlines.${index}`;
      checkKey(refuse, `${field}.key`, deadline.key);
      checkKnown(refuse, `${field}.district`, deadline.district, districts, 'district');
      checkKnown(refuse, `${field}.plugin`, deadline.plugin, plugins, 'plug-in');
      checkText(refuse, `${field}.title`, deadline.title);
      checkDay(refuse, `${field}.dueOn`, deadline.dueOn);
      checkDay(refuse, `${field}.endedOn`, deadline.endedOn);
      if (isPeriod(deadline.period)) continue;
      const message = `'${deadline.period}' is no period: write it as 2025, 2025-Q1 or 2025-06`;
      refuse(`${field}.period`, 'FORM', message);
    }
    checkUnique(
      refuse,
      deadlines.map(({ district, key }) => `${district}/${key}`),
      (index) => `deadlines.${index}.key`,
    );
  });
}
