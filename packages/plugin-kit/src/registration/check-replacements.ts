import type { CheckedPlugin } from './checked-plugin.ts';
import { didYouMean } from './did-you-mean.ts';
import type { PluginReport } from './plugin-problem.ts';

/**
 * Reports what is deprecated in favour of something that does not exist, or that is deprecated itself. A replacement may be of
 * another plug-in; should that be left out, the hint leads nowhere for a while and nothing else breaks.
 */
export function checkReplacements(plugins: readonly CheckedPlugin[], report: PluginReport): void {
  const declared = new Set(plugins.flatMap((plugin) => [...plugin.declared]));
  const drafts = plugins.flatMap((plugin) => plugin.indicators);
  const deprecated = new Set(drafts.filter((draft) => draft.deprecated !== null).map(({ key }) => key));
  for (const draft of drafts) {
    const replacedBy = draft.deprecated?.replacedBy ?? null;
    if (replacedBy === null) continue;
    const path = `${draft.path}.deprecated.replacedBy`;
    if (!declared.has(replacedBy)) {
      report(draft.plugin, path, `${replacedBy} is not known${didYouMean(replacedBy, declared)}`);
    } else if (deprecated.has(replacedBy)) {
      report(draft.plugin, path, `${replacedBy} is deprecated itself: name what people should use now`);
    }
  }
}
