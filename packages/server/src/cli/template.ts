import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isPeriod } from '@kreisweit/domain';
import {
  type IndicatorPlugin,
  type TemplateRow,
  templateRows,
  writeTemplateCsv,
  writeTemplateXlsx,
} from '@kreisweit/plugin-kit';
import { openStore } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { counted } from '../count.ts';
import { currentFolder } from '../current-folder.ts';
import { databaseTargets } from '../database-target.ts';
import { districtMembers } from './district-members.ts';
import { ownFiguresInput } from './own-figures-input.ts';
import { pluginOf } from './plugin-of.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told beside the plug-in. */
export type TemplateOptions = CommandOptions & {
  readonly district?: string;
  readonly period?: readonly string[];
  readonly input?: string;
  readonly xlsx?: boolean;
  readonly perMunicipality?: boolean;
  readonly out?: string;
};

type WrittenFile = { readonly file: string; readonly rows: number };

/**
 * `kreisweit template`: writes a sheet for own figures with the keys of a district and its municipalities filled in, one for
 * all or one for each territory that reports. Never writes over a file.
 */
export async function template(
  { environment, progress, log }: CommandRun,
  pluginId: string,
  { district, period = [lastYear()], input, xlsx = false, perMunicipality = false, out }: TemplateOptions,
): Promise<CommandResult> {
  const plugin = await pluginOf(pluginId, environment);
  const inputName = ownFiguresInput(plugin, input);
  if (district === undefined) {
    throw new CommandError('whose figures? write --district with its key, for example --district 12070');
  }
  const wrong = period.filter((text) => !isPeriod(text));
  if (wrong.length > 0) {
    throw new CommandError(`"${wrong.join('", "')}" is no period: write 2025, 2025-Q1 or 2025-06`);
  }
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    const territories = await districtMembers(store, district);
    const rows = templateRows(plugin, inputName, territories, period);
    if (rows.length === 0) {
      throw new CommandError(
        `nobody in ${district} reports to ${plugin.id}/${inputName}: there is nothing to fill in`,
      );
    }
    const name = `${plugin.id}-${district}-${period.join('-')}`;
    const extension = xlsx ? 'xlsx' : 'csv';
    const files = perMunicipality
      ? await writeEach(plugin, rows, resolve(currentFolder(), out ?? name), extension)
      : [await write(plugin, rows, resolve(currentFolder(), out ?? `${name}.${extension}`), extension)];
    log.debug(`${files.length} templates written`);
    return {
      data: { plugin: plugin.id, input: inputName, files },
      text: templateText(files, perMunicipality),
    };
  } finally {
    await store.close();
  }
}

type Extension = 'xlsx' | 'csv';

async function writeEach(
  plugin: IndicatorPlugin,
  rows: readonly TemplateRow[],
  folder: string,
  extension: Extension,
): Promise<readonly WrittenFile[]> {
  const sheets = [...Map.groupBy(rows, ({ key }) => key)].map(([key, ofKey]) => ({
    file: join(folder, `${key}-${fileName(ofKey[0]?.name ?? '')}.${extension}`),
    rows: ofKey,
  }));
  const taken = sheets.filter(({ file }) => existsSync(file));
  if (taken.length > 0) throw alreadyThere(taken.map(({ file }) => file));
  await mkdir(folder, { recursive: true });
  const files: WrittenFile[] = [];
  for (const sheet of sheets) files.push(await write(plugin, sheet.rows, sheet.file, extension));
  return files;
}

async function write(
  plugin: IndicatorPlugin,
  rows: readonly TemplateRow[],
  file: string,
  extension: Extension,
): Promise<WrittenFile> {
  if (existsSync(file)) throw alreadyThere([file]);
  await writeFile(
    file,
    extension === 'xlsx' ? await writeTemplateXlsx(rows, plugin) : writeTemplateCsv(rows),
  );
  return { file, rows: rows.length };
}

function alreadyThere(files: readonly string[]): CommandError {
  const listed = files.map((file) => `  ${file}`).join('\n');
  return new CommandError(
    `there is something already, and nothing was written over it:\n${listed}\nmove it away, or name another place with --out`,
  );
}

/** A name as a part of a file's name that every system takes. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-+|-+$/g, '');
}

function lastYear(): string {
  return String(new Date().getFullYear() - 1);
}

function templateText(files: readonly WrittenFile[], perMunicipality: boolean): string {
  const values = files.reduce((sum, { rows }) => sum + rows, 0);
  const listed = files.map(({ file, rows }) => `  ${file}: ${counted(rows, 'value')}\n`).join('');
  const next = perMunicipality
    ? 'send each to its municipality, and take them back with "kreisweit collect <folder>"'
    : 'fill in the column of values, and look at it with "kreisweit check <file>"';
  return `${counted(files.length, 'template')} for ${counted(values, 'value')}\n${listed}${next}\n`;
}
