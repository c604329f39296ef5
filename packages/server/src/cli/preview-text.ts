import { statusOfCode } from '@kreisweit/domain';
import type { ReleasePreview, ValueEffect } from '@kreisweit/store';
import { count } from '../count.ts';
import { ingestCounts } from './ingest-counts.ts';

/** What publishing a proposed release would do, as indented lines: counts, effects on each indicator, the largest changes. */
export function previewText({ effects, largest, dataVersion, ...counts }: ReleasePreview): string {
  const lines = [
    `against data version ${dataVersion}, of the published values:`,
    ...(effects.length === 0 ? ['  nothing changes'] : effects.map(effectText)),
    ...(largest.length === 0 ? [] : ['the largest changes:', ...largest.map(valueText)]),
  ];
  return `${ingestCounts(counts)}  ${lines.join('\n  ')}\n`;
}

function effectText({
  indicator,
  appear,
  change,
  disappear,
  remarked,
  empty,
}: ReleasePreview['effects'][number]): string {
  const parts = [
    [appear, 'new'],
    [change, 'changed'],
    [disappear, 'gone'],
    [remarked, 'with another status, flag, origin or coverage'],
    [empty, 'new without a value'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
  return `  ${indicator}: ${told.join(', ')}`;
}

function valueText({ indicator, territory, breakdown, period, before, after, status }: ValueEffect): string {
  const of = breakdown === '' ? '' : ` (${breakdown})`;
  const now = after === null ? statusOfCode(status) : count(after);
  return `  ${territory.name} (${territory.key}), ${indicator}${of}, ${period}: ${before === null ? 'a value' : count(before)} -> ${now}`;
}
