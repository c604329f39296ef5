import { isDay, nearestNames } from '@kreisweit/domain';
import type { ObjectNode, Shape, ShapeNode, VariantsNode } from './shape.ts';
import type { Advice } from './value-advice.ts';

/** Notes what is wrong at a path (`actors.3.kind`): what it is and what to do. */
export type RefuseValue = (field: string, message: string) => void;

/** Who is told what is wrong, and how it should have been written. */
export type Reading = {
  readonly refuse: RefuseValue;
  readonly advice: Advice;
  /** Notes a field that is left out, though not in things that are told apart by nothing but their place in a list. */
  readonly leaveOut?: (field: string) => void;
};

/**
 * Reads a value as a shape says, and notes everything that is wrong with it; then the answer is undefined. Fields that may be null or
 * have a value by themselves may be left out; others that the shape does not have are refused.
 */
export function readShape<T>(
  shape: Shape<T>,
  value: unknown,
  field: string,
  { refuse, ...reading }: Reading,
): T | undefined {
  let isSound = true;
  const noting: RefuseValue = (at, message) => {
    isSound = false;
    refuse(at, message);
  };
  const read = readNode(shape, value, field, { ...reading, refuse: noting });
  // What the shape describes is what was read: `Shape` holds the one to the other.
  return isSound ? (read as T) : undefined;
}

function readNode(node: ShapeNode, value: unknown, field: string, reading: Reading): unknown {
  const { refuse, advice } = reading;
  switch (node.type) {
    case 'nullable':
      if (value === undefined) reading.leaveOut?.(field);
      return value === null || value === undefined ? null : readNode(node.of, value, field, reading);
    case 'optional':
      if (value === undefined) reading.leaveOut?.(field);
      return value === undefined ? node.value : readNode(node.of, value, field, reading);
    case 'list':
      if (Array.isArray(value)) {
        const inside = hasKey(node.of) ? reading : { refuse, advice };
        return value.map((item, index) => readNode(node.of, item, `${field}.${index}`, inside));
      }
      return refuse(field, wrong(value, 'is no list', advice.list));
    case 'object':
      return readObject(node, value, field, reading);
    case 'either':
      return readEither(node.shapes, value, field, reading);
    case 'variants':
      return readVariant(node, value, field, reading);
    case 'breakdown':
      return readBreakdown(value, field, reading);
    case 'choice':
      return readChoice(Object.keys(node.titles), value, field, reading);
    case 'boolean':
      return typeof value === 'boolean'
        ? value
        : refuse(field, wrong(value, 'is neither yes nor no', advice.boolean));
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      return refuse(field, wrong(value, 'is no number', advice.number));
    case 'integer':
      if (Number.isInteger(value) && Number(value) === (Number(value) | 0)) return value;
      return refuse(field, wrong(value, 'is no whole number, or too large', advice.integer));
    case 'day':
      if (typeof value === 'string' && isDay(value)) return value;
      return refuse(field, wrong(value, 'is no day', advice.day));
    case 'text':
      if (typeof value === 'string') return whole(value, field, reading);
      return refuse(field, wrong(value, 'is no text', advice.text));
    case 'key':
    case 'territory':
      if (typeof value === 'string' && value.trim() !== '') return whole(value.trim(), field, reading);
      return refuse(field, wrong(value === '' ? undefined : value, 'is no key', advice.key));
  }
}

/** Whether the items of a list are told apart by a key of their own. */
function hasKey(item: ShapeNode): boolean {
  return item.type === 'object' && item.fields.key?.type === 'key';
}

/** A text as it is, unless no database can hold it. */
function whole(text: string, field: string, { refuse }: Reading): string | undefined {
  if (text.includes('\u0000')) refuse(field, 'holds the character U+0000: take it out');
  else if (!text.isWellFormed()) {
    refuse(field, 'holds half of a character (a surrogate without its other half): write the character anew');
  } else return text;
  return undefined;
}

/** What is wrong with a value that is no such thing. */
function wrong(value: unknown, what: string, advice: string): string {
  if (value === undefined || value === null) return `is missing: ${advice}`;
  const shown = typeof value === 'object' ? 'this' : JSON.stringify(value).slice(0, 60);
  return `${shown} ${what}: ${advice}`;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readObject({ fields }: ObjectNode, value: unknown, field: string, reading: Reading): unknown {
  const { refuse, advice } = reading;
  if (!isObject(value))
    return refuse(field, wrong(value, 'is no object', advice.object(Object.keys(fields))));
  refuseUnknown(value, Object.keys(fields), field, reading);
  return Object.fromEntries(
    Object.entries(fields).map(([name, node]) => [
      name,
      readNode(node, own(value, name), at(field, name), reading),
    ]),
  );
}

function readEither(shapes: readonly ObjectNode[], value: unknown, field: string, reading: Reading): unknown {
  const { refuse } = reading;
  const names = shapes.map(({ fields }) => Object.keys(fields).join(' and '));
  const how = `write ${names.join(' or ')}`;
  if (!isObject(value)) return refuse(field, wrong(value, 'is no object', how));
  const meant = shapes.filter(({ fields }) =>
    Object.keys(fields).some((name) => own(value, name) !== undefined),
  );
  const [only, second] = meant;
  if (only === undefined) return refuse(field, `is missing: ${how}`);
  if (second !== undefined) return refuse(field, `says two things at once: ${how}`);
  return readObject(only, value, field, reading);
}

function readVariant(
  { titles, variants }: VariantsNode,
  value: unknown,
  field: string,
  reading: Reading,
): unknown {
  const { refuse, advice } = reading;
  if (!isObject(value)) return refuse(field, wrong(value, 'is no object', advice.object(['kind', '...'])));
  const { kind: given, ...others } = value;
  const kind = readChoice(Object.keys(titles), given, at(field, 'kind'), reading);
  const variant = kind === undefined ? undefined : variants[kind];
  if (variant === undefined) return undefined;
  const read = readObject(variant, others, field, reading);
  return isObject(read) ? { kind, ...read } : undefined;
}

function readChoice(
  names: readonly string[],
  value: unknown,
  field: string,
  { refuse }: Reading,
): string | undefined {
  const found = names.find((name) => name === value);
  if (found === undefined) refuse(field, wrong(value, 'is not known', `write one of ${names.join(', ')}`));
  return found;
}

function readBreakdown(value: unknown, field: string, reading: Reading): unknown {
  const { refuse, advice } = reading;
  const isRead = isObject(value) && Object.values(value).every((category) => typeof category === 'string');
  if (!isRead) return refuse(field, wrong(value, 'is no breakdown', advice.breakdown));
  const texts = Object.entries(value).map(([name, category]) => whole(`${name}=${category}`, field, reading));
  return texts.includes(undefined) ? undefined : value;
}

function refuseUnknown(value: Fields, known: readonly string[], field: string, { refuse }: Reading): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const [near] = nearestNames(name, known);
    const advice = near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`;
    refuse(at(field, name), `nothing has this name here: ${advice}`);
  }
}

/** A field of its own: JSON may well hold one with the name of something that all objects have. */
function own(value: Fields, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function at(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
