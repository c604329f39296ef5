import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import type { FixtureReading } from './read-fixture.ts';

/** How an account calls values that nobody has decided about. */
const FORGOTTEN = /^no mapping\b/;

/** Where the account of a file does not add up, or says that something of it was forgotten. */
export function accountProblems(
  plugin: IndicatorPlugin,
  { file, input, account, observations }: FixtureReading,
): readonly PluginProblem[] {
  if (input === null || account === null) return [];
  const skipped = account.skipped.reduce((sum, { values }) => sum + values, 0);
  const messages = account.skipped
    .filter(({ reason }) => FORGOTTEN.test(reason))
    .map(
      ({ reason, values }) =>
        `${values} values are left out: ${reason}; map them, or ignore them with a reason`,
    );
  if (account.values !== account.delivered + skipped) {
    messages.push(
      `holds ${account.values} values, but ${account.delivered} delivered and ${skipped} skipped ones`,
    );
  }
  if (account.delivered !== observations.length) {
    messages.push(`delivers ${observations.length} observations, but its account says ${account.delivered}`);
  }
  if (observations.length === 0) messages.push('delivers no observation at all');
  return messages.map((message) => ({ plugin: plugin.id, path: file, message }));
}
