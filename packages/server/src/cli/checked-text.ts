import { formatProblem } from '@kreisweit/domain';
import { type DistrictRow, NO_VALUE_YET } from '@kreisweit/plugin-kit';
import { count, counted } from '../count.ts';
import type { CheckedFile, CheckedInput, ToldFinding } from './checked-file.ts';

const MOST_FINDINGS = 20;
const MOST_PROBLEMS = 20;
const FIRST_ROWS = 24;

/** What is known of a file, for people; `all` shows all results instead of the first. */
export function checkedText(
  { file, message, misfits, inputs }: CheckedFile,
  { all = false }: { readonly all?: boolean } = {},
): string {
  const head = `${file}: ${message}`;
  if (inputs.length === 0) {
    const why =
      misfits.length === 0
        ? ['  no plug-in takes it ("kreisweit plugins" lists what they take)']
        : ['  no plug-in takes it:', ...misfits.map((misfit) => `    ${misfit}`)];
    return `${[head, ...why].join('\n')}\n`;
  }
  const several =
    inputs.length > 1 ? [`  ${count(inputs.length)} plug-ins take it: name the one that is meant`] : [];
  return `${[head, ...several, ...inputs.flatMap((input) => inputLines(input, file, all))].join('\n')}\n`;
}

function inputLines(input: CheckedInput, file: string, all: boolean): readonly string[] {
  const { plugin, account, findings, problems, results, title } = input;
  return [
    `  taken in by ${plugin}${input.input === null ? '' : `/${input.input}`} (${title.de})`,
    ...(account === null || problems.length > 0
      ? []
      : [
          `  ${counted(account.rows, 'row')}, ${counted(account.values, 'value')}: ${count(account.delivered)} delivered`,
          ...account.skipped.map(({ reason, values }) => `    ${count(values)} skipped: ${reason}`),
        ]),
    ...findingLines(findings, file),
    ...problemLines(problems),
    ...(problems.length > 0 ? [] : [...missingLines(account), ...resultLines(results, all)]),
    `  ${verdict(input)}`,
  ];
}

function verdict({ plugin, findings, problems }: CheckedInput): string {
  if (problems.length > 0) return 'it would be refused';
  if (findings.some(({ severity }) => severity === 'error'))
    return 'it would be refused: it is not plausible';
  return `nothing was stored; take it in with "kreisweit ingest ${plugin}"`;
}

function findingLines(findings: readonly ToldFinding[], file: string): readonly string[] {
  if (findings.length === 0) return [];
  const order = ['error', 'warning', 'notice'];
  const sorted = findings.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
  );
  return [
    '  please look at:',
    ...sorted
      .slice(0, MOST_FINDINGS)
      .map(
        ({ severity, line, message }) =>
          `    ${severity}: ${line === null ? '' : `${file}:${line}: `}${message}`,
      ),
    ...more(findings.length - MOST_FINDINGS, 'finding'),
  ];
}

function problemLines(problems: CheckedInput['problems']): readonly string[] {
  if (problems.length === 0) return [];
  return [
    `  ${counted(problems.length, 'problem')}:`,
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `    ${formatProblem(problem)}`),
    ...more(problems.length - MOST_PROBLEMS, 'problem'),
  ];
}

/** Whoever has no value yet is no member in what follows; the product would call a sum without them incomplete. */
function missingLines(account: CheckedInput['account']): readonly string[] {
  const missing = account?.skipped.find(({ reason }) => reason === NO_VALUE_YET)?.values ?? 0;
  return missing === 0
    ? []
    : [
        `  ${counted(missing, 'value is', 'values are')} still missing: no district is complete that lacks one`,
      ];
}

function resultLines(results: readonly DistrictRow[], all: boolean): readonly string[] {
  if (results.length === 0) return ['  no results for districts'];
  const shown = all ? results : results.slice(0, FIRST_ROWS);
  const districts = new Set(results.map(({ district }) => district)).size;
  const cells = shown.map(resultCells);
  const widths = TITLES.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `    ${row.map((cell, column) => (column === 5 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd();
  return [
    `  ${counted(results.length, 'result')} for ${counted(districts, 'district')}, from this file alone; compare them with your own:`,
    line(TITLES),
    ...cells.map(line),
    ...more(results.length - shown.length, 'result', 'with --all, or --district <key>'),
  ];
}

const TITLES = ['district', 'name', 'indicator', 'category', 'period', 'value', 'status', 'members'] as const;

function resultCells(row: DistrictRow): readonly string[] {
  const { district, name, key, breakdown, period, value, status, origin, reported, expected } = row;
  const members = reported === null || !expected ? '' : `${count(reported)} of ${count(expected)}`;
  return [
    district,
    name,
    key,
    breakdown,
    period,
    value === null ? '' : value.toLocaleString('en', { maximumFractionDigits: 6 }),
    status === 'NORMAL' ? origin : status,
    members,
  ];
}

function more(number: number, what: string, how?: string): readonly string[] {
  return number > 0
    ? [`    ... and ${counted(number, `more ${what}`)}${how === undefined ? '' : ` (${how})`}`]
    : [];
}
