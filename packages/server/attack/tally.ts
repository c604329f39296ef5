import type { Answer } from './send.ts';

type Counts = { requests: number; refused: number; answered: number; limited: number };

const counted = new Map<string, Counts>();

/** Counts an answer for the table at the end. `refused` has errors or a status of 400 and more, `limited` are those of them that name a limit. */
export function tally(family: string, { status, text }: Pick<Answer, 'status' | 'text'>): void {
  const counts = counted.get(family) ?? { requests: 0, refused: 0, answered: 0, limited: 0 };
  counted.set(family, counts);
  counts.requests += 1;
  const isRefused = status === 0 || status >= 400 || text.startsWith('{"errors"');
  if (isRefused) counts.refused += 1;
  else counts.answered += 1;
  if (isRefused && text.includes('"limit":')) counts.limited += 1;
}

/** The table: a line for each family of attacks. */
export function tallyTable(): string {
  const rows = [...counted].map(([family, { requests, refused, limited, answered }]) =>
    [family, requests, refused, limited, answered].map(String),
  );
  const all = [['attack', 'requests', 'refused', 'by a named limit', 'answered'], ...rows];
  return all
    .map((row) => row.map((cell, index) => (index === 0 ? cell.padEnd(30) : cell.padStart(17))).join(''))
    .join('\n');
}
