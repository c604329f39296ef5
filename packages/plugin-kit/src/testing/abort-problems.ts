import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { openInput } from '../input/open-input.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import type { PluginFixture } from './plugin-fixture.ts';
import { fixtureName, fixturePath } from './read-fixture.ts';
import { withoutNetwork } from './without-network.ts';

/** Whether reading a file goes on although it was told to stop before the first row. */
export async function abortProblems(
  plugin: IndicatorPlugin,
  fixture: PluginFixture,
): Promise<readonly PluginProblem[]> {
  const { result: isStopped } = await withoutNetwork(() => stops(plugin, fixturePath(fixture)));
  if (isStopped) return [];
  const message = 'is read to its end although the signal was aborted: call signal.throwIfAborted() in load';
  return [{ plugin: plugin.id, path: fixtureName(fixture), message }];
}

async function stops(plugin: IndicatorPlugin, path: string): Promise<boolean> {
  const controller = new AbortController();
  try {
    const { batches } = await openInput(plugin, path, { signal: controller.signal });
    controller.abort();
    for await (const _ of batches());
  } catch {
    // A file that cannot be opened is told where it is read.
    return true;
  }
  return false;
}
