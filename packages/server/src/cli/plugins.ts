import { loadPlugins } from '../configuration/load-plugins.ts';
import { formatPackageProblem } from '../configuration/package-problem.ts';
import type { CommandResult, CommandRun } from './run-command.ts';

/**
 * `kreisweit plugins`: what the plug-ins take in and what they publish, and what is wrong with those that are left out.
 * Needs no database.
 */
export async function plugins({ environment }: Pick<CommandRun, 'environment'>): Promise<CommandResult> {
  const { plugins: loaded, catalogue, problems } = await loadPlugins(environment);
  const listed = loaded.map(({ id, title, inputs }) => ({
    id,
    title,
    inputs: Object.entries(inputs).map(([name, input]) => ({
      key: `${id}/${name}`,
      reader: input.reader,
      // Own figures have no number that they could be known by.
      table: 'table' in input ? input.table : null,
      level: input.level,
    })),
    indicators: catalogue.indicators
      .filter((indicator) => indicator.plugin === id)
      .map((indicator) => ({ key: indicator.key, title: indicator.title, unit: indicator.unit })),
  }));
  const refused = problems.map((problem) => `  ${formatPackageProblem(problem)}\n`);
  return {
    data: { plugins: listed, problems },
    text: [
      listed.map(pluginText).join('\n'),
      ...(refused.length === 0 ? [] : ['\nleft out, because something is wrong\n', ...refused]),
    ].join(''),
    failed: problems.length > 0,
  };
}

type Listed = {
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  readonly inputs: readonly { readonly table: string | null; readonly level: string }[];
  readonly indicators: readonly {
    readonly key: string;
    readonly title: { readonly en: string };
    readonly unit: string;
  }[];
};

const OWN_FIGURES = 'own figures';

function pluginText({ id, title, inputs, indicators }: Listed): string {
  const width = Math.max(
    ...indicators.map(({ key }) => key.length),
    ...inputs.map(({ table }) => (table ?? OWN_FIGURES).length),
  );
  return [
    `${id}: ${title.en} (${title.de})`,
    '  takes in',
    ...inputs.map(({ table, level }) => `    ${(table ?? OWN_FIGURES).padEnd(width)}  as deep as ${level}`),
    '  publishes',
    ...indicators.map(
      (indicator) => `    ${indicator.key.padEnd(width)}  ${indicator.title.en} (${indicator.unit})`,
    ),
    '',
  ].join('\n');
}
