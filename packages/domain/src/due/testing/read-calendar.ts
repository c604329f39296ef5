/** A component of an iCalendar text: its name, its properties in order, and what it contains. */
export type Component = {
  readonly name: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  readonly components: readonly Component[];
};

const LINE = /^(?<name>[A-Z-]+(?:;[A-Z-]+=[^;:,"\p{Cc}]+)*):(?<value>(?:\t|[^\p{Cc}])*)$/u;

/**
 * Reads an iCalendar text strictly by RFC 5545: UTF-8 without halves of characters, CRLF after every line, no line above 75 octets, folds that begin with a
 * space, names and values of allowed characters, components that close in the order in which they open. Throws for anything else.
 */
export function readCalendar(octets: Uint8Array): Component {
  // Each physical line is decoded by itself: a character that a fold split would be no UTF-8.
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const physical = linesOf(octets).map((line) => {
    if (line.length > 75) throw new Error(`a line has ${line.length} octets: ${strict.decode(line)}`);
    return strict.decode(line);
  });
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) lines.push(`${lines.pop()}${line.slice(1)}`);
    else lines.push(line);
  }
  const contents = lines.map((line) => {
    const { name, value } = LINE.exec(line)?.groups ?? {};
    if (name === undefined || value === undefined)
      throw new Error(`no content line: ${JSON.stringify(line)}`);
    return { name, value };
  });
  const [first, ...rest] = contents;
  if (first?.name !== 'BEGIN') throw new Error('it does not begin with BEGIN');
  const component = readComponent(first.value, rest);
  if (rest.length > 0) throw new Error('something stands after its end');
  return component;
}

function linesOf(octets: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (const [index, octet] of octets.entries()) {
    if (octet !== 10) continue;
    if (octets[index - 1] !== 13) throw new Error('a line ends without CR');
    lines.push(octets.subarray(start, index - 1));
    start = index + 1;
  }
  if (start !== octets.length) throw new Error('the last line does not end with CRLF');
  return lines;
}

/** Takes the lines up to the end of the component away from `rest`. */
function readComponent(name: string, rest: { name: string; value: string }[]): Component {
  const properties: { name: string; value: string }[] = [];
  const components: Component[] = [];
  for (let line = rest.shift(); line !== undefined; line = rest.shift()) {
    if (line.name === 'BEGIN') components.push(readComponent(line.value, rest));
    else if (line.name !== 'END') properties.push(line);
    else if (line.value === name) return { name, properties, components };
    else throw new Error(`${line.value} ends inside of ${name}`);
  }
  throw new Error(`${name} does not end`);
}

/** A value of the type TEXT without its escapes. Throws where something is not escaped that must be, or by what is no escape. */
export function readText(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`no text: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, escaped: string) =>
    escaped.toLowerCase() === 'n' ? '\n' : escaped,
  );
}
