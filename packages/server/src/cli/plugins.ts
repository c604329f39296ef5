import { builtInCatalogue, builtInPlugins } from '../plugins.ts';
import type { CommandResult } from './run-command.ts';

/** `kreisweit plugins`: which tables the plug-ins take in and what they publish. Needs no database. */
export async function plugins(): Promise<CommandResult> {
  const catalogue = builtInCatalogue();
  const listed = builtInPlugins.map(({ id, title, inputs }) => ({
    id,
    title,
    inputs: Object.entries(inputs).map(([name, { level, table }]) => ({
      key: `${id}/${name}`,
      table,
      level,
    })),
    indicators: catalogue.indicators
      .filter((indicator) => indicator.plugin === id)
      .map((indicator) => ({ key: indicator.key, title: indicator.title, unit: indicator.unit })),
  }));
  return { data: { plugins: listed }, text: listed.map(pluginText).join('\n') };
}

type Listed = {
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  readonly inputs: readonly { readonly key: string; readonly table: string; readonly level: string }[];
  readonly indicators: readonly {
    readonly key: string;
    readonly title: { readonly en: string };
    readonly unit: string;
  }[];
};

function pluginText({ id, title, inputs, indicators }: Listed): string {
  const width = Math.max(
    ...indicators.map(({ key }) => key.length),
    ...inputs.map(({ table }) => table.length),
  );
  return [
    `${id}: ${title.en} (${title.de})`,
    '  takes in',
    ...inputs.map(({ table, level }) => `    ${table.padEnd(width)}  as deep as ${level}`),
    '  publishes',
    ...indicators.map(
      (indicator) => `    ${indicator.key.padEnd(width)}  ${indicator.title.en} (${indicator.unit})`,
    ),
    '',
  ].join('\n');
}
