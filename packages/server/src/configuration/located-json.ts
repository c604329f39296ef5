/** Where something stands in a text, counted from 1. */
export type Place = { readonly line: number; readonly column: number };

type Path = readonly (string | number)[];

/** A JSON text as a value. `placeOf` tells where the value at a path begins: `placeOf(['plugins', 0])`. */
export type LocatedJson = { readonly value: unknown; readonly placeOf: (path: Path) => Place };

/** A text that is no JSON, with the first place where it is none. (JSON.parse does not always tell the place.) */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

type Token = { readonly text: string; readonly at: number };

/** A text, a word or number, or one character of anything else. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[-+.\w]+|\S/gu;

/**
 * Reads a JSON text so that its values can be found again in it. Throws JsonSyntaxError, also for a name that stands twice
 * in an object, since one of the two would be overlooked.
 */
export function locatedJson(text: string): LocatedJson {
  const tokens: readonly Token[] = [
    ...[...text.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index })),
    { text: '', at: text.trimEnd().length },
  ];
  const starts = new Map<string, number>();
  let index = 0;

  const peek = (): Token => tokens[index] ?? { text: '', at: text.length };
  const take = (): Token => {
    const token = peek();
    index++;
    return token;
  };
  const placeAt = (at: number): Place => {
    const lines = text.slice(0, at).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const refused = ({ at }: Token, message: string): JsonSyntaxError =>
    new JsonSyntaxError(message, placeAt(at));
  const expect = (...signs: readonly string[]): string => {
    const token = take();
    if (signs.includes(token.text)) return token.text;
    throw refused(token, `expected ${signs.join(' or ')}, found ${shown(token.text)}`);
  };

  const parsed = (token: Token, expected: string): unknown => {
    try {
      return JSON.parse(token.text);
    } catch {
      throw refused(token, `expected ${expected}, found ${shown(token.text)}`);
    }
  };

  const readValue = (path: Path): unknown => {
    const token = take();
    starts.set(JSON.stringify(path), token.at);
    if (token.text === '{') return readObject(path);
    if (token.text === '[') return readList(path);
    return parsed(token, 'a value');
  };
  const readObject = (path: Path): object => {
    const entries = new Map<string, unknown>();
    if (peek().text === '}') return ended(Object.fromEntries(entries));
    do {
      const token = take();
      const name = parsed(token, 'a name in quotes');
      if (typeof name !== 'string') throw refused(token, `expected a name in quotes, found ${token.text}`);
      if (entries.has(name)) throw refused(token, `"${name}" stands twice: write it once`);
      expect(':');
      entries.set(name, readValue([...path, name]));
    } while (expect(',', '}') === ',');
    return Object.fromEntries(entries);
  };
  const readList = (path: Path): readonly unknown[] => {
    const items: unknown[] = [];
    if (peek().text === ']') return ended(items);
    do items.push(readValue([...path, items.length]));
    while (expect(',', ']') === ',');
    return items;
  };
  const ended = <Value>(value: Value): Value => {
    take();
    return value;
  };

  const value = readValue([]);
  if (peek().text !== '') throw refused(peek(), `expected the end of the file, found ${shown(peek().text)}`);
  return { value, placeOf: (path) => placeAt(starts.get(JSON.stringify(path)) ?? 0) };
}

function shown(found: string): string {
  if (found === '') return 'the end of the file';
  return found === '"' ? 'a text that does not end in its line' : found;
}
