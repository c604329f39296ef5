import type { Aim, Measured } from './benchmark.ts';
import { median } from './median.ts';

const HEADER = ['benchmark', 'ratio', 'median', 'spread', 'aim', 'reached'] as const;
const WIDTHS = [16, 58, 7, 14, 14, 7] as const;

/** The head of the table. */
export function tableHead(): string {
  return `${line(HEADER)}\n${line(WIDTHS.map((width) => '-'.repeat(width)))}`;
}

/** One line a measured ratio, and below it the absolute figures. */
export function tableLines(name: string, { what, aim, ratios, details }: Measured): string {
  const middle = median(ratios);
  const spread = `${text(Math.min(...ratios))} - ${text(Math.max(...ratios))}`;
  const cells = [name, what, text(middle), spread, aimText(aim), isReached(aim, middle) ? 'yes' : 'NO'];
  return [line(cells), ...details.map((detail) => `${' '.repeat(WIDTHS[0] + 2)}${detail}`)].join('\n');
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join('  ')
    .trimEnd();
}

function text(ratio: number): string {
  return ratio.toFixed(ratio < 1 ? 3 : 2);
}

function aimText(aim: Aim): string {
  return 'atMost' in aim ? `at most ${aim.atMost}` : `at least ${aim.atLeast}`;
}

function isReached(aim: Aim, ratio: number): boolean {
  return 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
}
