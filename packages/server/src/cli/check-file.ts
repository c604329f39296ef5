import { resolve } from 'node:path';
import {
  breakdownKey,
  type DeliveredCell,
  type DeliveredObservation,
  findingMessage,
  InputProblems,
  plausibilityFindings,
} from '@kreisweit/domain';
import {
  districtTable,
  type Finding,
  findInputs,
  type IndicatorPlugin,
  type OpenedInput,
  openInput,
} from '@kreisweit/plugin-kit';
import { CommandError } from '../command-error.ts';
import { type LoadedPlugins, loadPlugins } from '../configuration/load-plugins.ts';
import { currentFolder } from '../current-folder.ts';
import type { CheckedFile, CheckedInput, ToldFinding } from './checked-file.ts';
import { checkedText } from './checked-text.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { whyNoFile } from './why-no-file.ts';

/** `district` shows the results of one district, `all` of all; else of the first few. */
export type CheckFileOptions = CommandOptions & { readonly district?: string; readonly all?: boolean };

/**
 * `kreisweit check <file>`: what a file is, who takes it, what is wrong with it, and what it would say of districts if it were
 * the only source. Nothing is stored and no database is opened.
 */
export async function checkFiles(
  { environment, progress, signal }: Pick<CommandRun, 'environment' | 'progress' | 'signal'>,
  files: readonly string[],
  options: CheckFileOptions = {},
): Promise<CommandResult> {
  const paths = files.map((file) => resolve(currentFolder(), file));
  const missing = paths.flatMap(whyNoFile);
  if (missing.length > 0) throw new CommandError(missing.join('\n'));
  const loaded = await loadPlugins(environment);
  const checked: CheckedFile[] = [];
  for (const [index, path] of paths.entries()) {
    progress.step(`checking ${files[index]}`);
    checked.push(await checkFile(loaded, path, files[index] ?? path, signal));
    signal.throwIfAborted();
  }
  return {
    data: { checked: checked.map((file) => narrowed(file, options)) },
    text: checked.map((file) => checkedText(narrowed(file, options), options)).join('\n'),
    failed: checked.some(isRefused),
  };
}

/** Whether ingesting the file would fail. */
function isRefused({ inputs }: CheckedFile): boolean {
  return (
    inputs.length === 0 ||
    inputs.some(
      ({ problems, findings }) =>
        problems.length > 0 || findings.some(({ severity }) => severity === 'error'),
    )
  );
}

function narrowed(file: CheckedFile, { district }: CheckFileOptions): CheckedFile {
  if (district === undefined) return file;
  const inputs = file.inputs.map((input) => ({
    ...input,
    results: input.results.filter((row) => row.district === district),
  }));
  return { ...file, inputs };
}

async function checkFile(
  loaded: LoadedPlugins,
  path: string,
  file: string,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const nobody = (message: string, misfits: readonly string[]): CheckedFile => ({
    file,
    format: null,
    message,
    misfits,
    inputs: [],
  });
  try {
    const { format, message, inputs, misfits, problems } = await findInputs(loaded.plugins, path, { signal });
    if (problems !== null) return nobody(problems.message, misfits);
    const checked: CheckedInput[] = [];
    for (const { plugin: id } of inputs) {
      const plugin = loaded.plugins.find((candidate) => candidate.id === id);
      if (plugin !== undefined) checked.push(await checkInput(loaded, plugin, path, signal));
    }
    return { file, format, message, misfits, inputs: checked };
  } catch (error) {
    if (error instanceof InputProblems) return nobody(error.message, []);
    throw error;
  }
}

async function checkInput(
  { catalogue }: LoadedPlugins,
  plugin: IndicatorPlugin,
  path: string,
  signal: AbortSignal,
): Promise<CheckedInput> {
  const notices: ToldFinding[] = [];
  const log = {
    info: () => undefined,
    warn: (message: string) => notices.push({ severity: 'notice', line: null, message }),
  };
  const unread = { plugin: plugin.id, input: null, title: plugin.title, account: null, results: [] };
  let opened: OpenedInput;
  try {
    opened = await openInput(plugin, path, { signal, log });
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    return { ...unread, findings: notices, problems: error.problems };
  }
  const read = { ...unread, input: opened.input };
  const observations: DeliveredObservation[] = [];
  const told = (): readonly ToldFinding[] => [...notices, ...opened.findings().map(noticeOf)];
  try {
    for await (const batch of opened.batches()) observations.push(...batch);
    const file = { plugin: plugin.id, input: opened.input, kind: opened.kind, observations };
    const results = districtTable(file, catalogue);
    return {
      ...read,
      account: opened.account(),
      findings: [...told(), ...implausible(catalogue, plugin, opened, observations)],
      problems: [],
      results,
    };
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    return { ...read, account: opened.account(), findings: told(), problems: error.problems };
  }
}

function noticeOf({ message, line, column }: Finding): ToldFinding {
  return {
    severity: 'notice',
    line: line ?? null,
    message: column === undefined ? message : `${column}: ${message}`,
  };
}

function implausible(
  catalogue: LoadedPlugins['catalogue'],
  plugin: IndicatorPlugin,
  opened: OpenedInput,
  observations: readonly DeliveredObservation[],
): readonly ToldFinding[] {
  const isExact = plugin.inputs[opened.input]?.accuracy === undefined;
  const cells = observations.map(
    ({ measure, territory, period, breakdown = {}, cell, line, column }): DeliveredCell => ({
      measure: `${plugin.id}/${measure}`,
      territory,
      period,
      breakdown: breakdownKey(breakdown),
      value: cell.value,
      isExact,
      line: line ?? null,
      column: column ?? null,
    }),
  );
  const rules = catalogue.plugins.find(({ id }) => id === plugin.id)?.plausibility ?? [];
  const measures = new Map(catalogue.measures.map((measure) => [measure.key, measure]));
  return plausibilityFindings(rules, measures, cells).map((finding) => ({
    severity: finding.rule.severity,
    line: finding.line,
    message: [findingMessage(finding), finding.rule.note?.en ?? []].flat().join('. '),
  }));
}
