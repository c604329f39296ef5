/**
 * Several things in one cell: separated by "; ", or by lines. The parts of each are separated by " | ". A backslash takes the meaning away from
 * what comes after it; `\n` is a new line.
 *
 * @example listCell([['Protokoll', 'https://kreis.example/p'], ['a; b']]) // 'Protokoll | https://kreis.example/p; a\\; b'
 */
export function listCell(items: readonly (readonly string[])[]): string {
  return items.map((parts) => withoutEmptyEnd(parts).map(escaped).join(' | ')).join('; ');
}

/** The things that a cell holds, each with its parts; blank ones are left out. */
export function listItems(cell: string): readonly (readonly string[])[] {
  const items: string[][] = [[]];
  let part = '';
  let kept = 0;
  const endPart = (): void => {
    // Blanks that were escaped stay.
    items.at(-1)?.push(part.slice(0, kept) + part.slice(kept).trimEnd());
    part = '';
    kept = 0;
  };
  for (let index = 0; index < cell.length; index++) {
    const character = cell[index] ?? '';
    if (character === '\\' && index + 1 < cell.length) {
      index += 1;
      part += cell[index] === 'n' ? '\n' : cell[index];
      kept = part.length;
    } else if (character === '|') endPart();
    else if (character === ';' || character === '\n') {
      endPart();
      items.push([]);
    } else if (part !== '' || character.trim() !== '') part += character;
  }
  endPart();
  return items.map(withoutEmptyEnd).filter((parts) => parts.length > 0);
}

function withoutEmptyEnd(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
}

function escaped(part: string): string {
  return part
    .replace(/[\\;|]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/^\s|\s$/g, '\\$&');
}
