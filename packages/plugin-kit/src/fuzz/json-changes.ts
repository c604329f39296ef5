import { chosen, type Draw, type TextChange } from './change.ts';
import { evilText } from './evil-cells.ts';

/** Something that cannot be said in a value of JavaScript stands as a text first, and then as what it is. */
const RAW = 'raw value \u2620';

const deep = (open: string, close: string) => open.repeat(50_000) + close.repeat(50_000);

/** Values of JSON that are not what a dataset expects, as they are written. */
const EVIL_VALUES: readonly string[] = [
  'null',
  'true',
  '-1',
  '-0',
  '0',
  '1.5',
  '1e9',
  '1e15',
  '1e16',
  '1e308',
  '1e999',
  '-1e999',
  '9007199254740993',
  '5e-324',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '{"0":1}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":1}}',
  '{"length":5}',
  '"__proto__"',
  '"constructor"',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202e"',
  '"a\\u001b[2J"',
  '"2.0"',
  '"dataset"',
  '[1000000000,1000000000]',
  '[1e9,1e9,1e9,1e9,1e9]',
  '[100000,100000]',
  '[0]',
  '[-1]',
  '[1,1,1]',
  '["0","0"]',
  deep('[', ']'),
  deep('{"a":', '}').replace(':}', ':1}'),
  `[${'1,'.repeat(100_000)}1]`,
  `"${'x'.repeat(1_000_000)}"`,
];

type Container = Record<string, unknown> | unknown[];

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** All places of a tree, the large lists of values only by their first. */
function placesOf(root: unknown): readonly { readonly parent: Container; readonly key: string }[] {
  const places: { parent: Container; key: string }[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isContainer(node)) continue;
    for (const key of Object.keys(node).slice(0, 40)) {
      places.push({ parent: node, key });
      open.push((node as Record<string, unknown>)[key]);
    }
  }
  return places;
}

/** What was made deep before cannot be written again. */
function isTooDeep(text: string): boolean {
  return text.includes('['.repeat(2_000)) || text.includes('{"a":'.repeat(2_000));
}

/** Changes a parsed dataset in place; what is no JSON any more stays as it is. */
function ofTree(change: (root: Record<string, unknown>, draw: Draw) => string | undefined): TextChange {
  return (text, draw) => {
    let root: unknown;
    try {
      root = JSON.parse(Buffer.from(text, 'latin1').toString());
    } catch {
      return text;
    }
    if (!isContainer(root)) return text;
    const raw = change(root as Record<string, unknown>, draw);
    if (isTooDeep(text)) return text;
    const written = JSON.stringify(root).replaceAll(JSON.stringify(RAW), () => raw ?? 'null');
    return Buffer.from(written).toString('latin1');
  };
}

/** What can happen to a dataset of JSON-stat, by name. */
export const jsonChanges: Readonly<Record<string, TextChange>> = {
  'write an evil value': ofTree((root, { at, which }) => {
    const places = placesOf(root);
    const place = places[chosen(at, places.length)];
    if (place !== undefined) (place.parent as Record<string, unknown>)[place.key] = RAW;
    return EVIL_VALUES[which % EVIL_VALUES.length];
  }),
  'write an evil text': ofTree((root, { at, which }) => {
    const places = placesOf(root);
    const place = places[chosen(at, places.length)];
    if (place !== undefined) (place.parent as Record<string, unknown>)[place.key] = evilText(which);
    return undefined;
  }),
  'leave a field out': ofTree((root, { at }) => {
    const places = placesOf(root);
    const place = places[chosen(at, places.length)];
    if (place === undefined) return undefined;
    if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 1);
    else delete place.parent[place.key];
    return undefined;
  }),
  'name a field otherwise': ofTree((root, { at, which }) => {
    const places = placesOf(root).filter(({ parent }) => !Array.isArray(parent));
    const place = places[chosen(at, places.length)];
    if (place === undefined) return undefined;
    const parent = place.parent as Record<string, unknown>;
    const value = parent[place.key];
    delete parent[place.key];
    Object.defineProperty(parent, evilText(which), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return undefined;
  }),
  'swap fields': ofTree((root, { at, to }) => {
    const places = placesOf(root);
    const [one, other] = [places[chosen(at, places.length)], places[chosen(to, places.length)]];
    if (one === undefined || other === undefined) return undefined;
    const [first, second] = [one.parent as Record<string, unknown>, other.parent as Record<string, unknown>];
    const [here, there] = [first[one.key], second[other.key]];
    // A tree that holds itself is no JSON.
    if (isContainer(here) || isContainer(there)) return undefined;
    first[one.key] = there;
    second[other.key] = here;
    return undefined;
  }),
  'values by their positions': ofTree((root, { at, to }) => {
    const { value } = root;
    if (!Array.isArray(value)) return undefined;
    const kept = value.map((one, index): [string, unknown] => [String(index), one]);
    root.value = Object.fromEntries(kept.filter((_, index) => (index * (to + 1)) % 7 !== at % 7));
    return undefined;
  }),
  'a position that is none': ofTree((root, { which }) => {
    const { value } = root;
    if (Array.isArray(value)) root.value = { ...value.slice(0, 9), [evilText(which)]: 5 };
    return undefined;
  }),
  'a status of values': ofTree((root, { at, which }) => {
    root.status =
      which % 3 === 0 ? evilText(at) : { [String(at % 500)]: evilText(which), 1: 'c', 2: ':c', 3: 'p' };
    return undefined;
  }),
  'sizes that are huge': ofTree((root, { which }) => {
    root.size = RAW;
    if (which % 2 === 0) root.value = {};
    return EVIL_VALUES.filter((value) => value.includes('1e9') || value.includes('00000'))[which % 4];
  }),
  'a list of values of another length': ofTree((root, { to }) => {
    if (Array.isArray(root.value)) root.value.length = to % 2_000;
    return undefined;
  }),
  'a field twice': (text, { which }) =>
    text.replace('{', `{"value":${EVIL_VALUES[which % EVIL_VALUES.length]},`),
  'everything deep inside': (text, { which }) =>
    `${'['.repeat((which % 30_000) + 1)}${text}${']'.repeat((which % 30_000) + 1)}`,
};
