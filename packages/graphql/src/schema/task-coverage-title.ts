import { type TaskCoverage as Coverage, taskCoverageTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { TaskCoverage } from './task-coverage.ts';

type CoverageTitle = { readonly coverage: Coverage; readonly title: string };

/** What people call a coverage. */
export const TaskCoverageTitle = builder.objectRef<CoverageTitle>('TaskCoverageTitle').implement({
  description: 'What people call a coverage: an entry of a legend.',
  fields: (t) => ({
    coverage: t.expose('coverage', { type: TaskCoverage, description: 'The coverage.' }),
    title: t.exposeString('title', { description: 'What people call it.' }),
  }),
});

/** The legend: every coverage with its title, in a language. */
export function coverageLegend(lang: 'de' | 'en'): readonly CoverageTitle[] {
  return (Object.keys(taskCoverageTitles) as Coverage[]).map((coverage) => ({
    coverage,
    title: taskCoverageTitles[coverage][lang],
  }));
}
