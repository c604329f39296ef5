import type { Breakdown, LocalisedText } from '@kreisweit/domain';

/** What a value in a file is, as plain data: read by `readShape` (JSON), `rowValue` and `cellText` (tables), and told by `shapeText`. */
export type ShapeNode =
  | { readonly type: 'text' | 'key' | 'territory' | 'day' | 'number' | 'integer' | 'boolean' | 'breakdown' }
  | { readonly type: 'choice'; readonly titles: Readonly<Record<string, LocalisedText>> }
  | { readonly type: 'nullable'; readonly of: ShapeNode }
  | { readonly type: 'optional'; readonly of: ShapeNode; readonly value: unknown }
  | { readonly type: 'list'; readonly of: ShapeNode }
  | ObjectNode
  | { readonly type: 'either'; readonly shapes: readonly ObjectNode[] }
  | VariantsNode;

/** An object with exactly these fields. */
export type ObjectNode = {
  readonly type: 'object';
  readonly fields: Readonly<Record<string, ShapeNode>>;
};

/** An object whose `kind` says which other fields it has. */
export type VariantsNode = {
  readonly type: 'variants';
  readonly titles: Readonly<Record<string, LocalisedText>>;
  readonly variants: Readonly<Record<string, ObjectNode>>;
};

/** The shape of a type: the compiler holds one to the other, so that no field of a record is forgotten in its file. */
export type Shape<T> = ShapeNode & { readonly means?: T };

type ShapeOfObject<T> = ObjectNode & { readonly means?: T };
type FieldsOf<T> = { readonly [Name in keyof T]: Shape<T[Name]> };

/** A text as it was written, blanks and lines included. */
export const text: Shape<string> = { type: 'text' };
/** The name of something else: the blanks around it are nothing. */
export const key: Shape<string> = { type: 'key' };
/** The official key of a territory: a spreadsheet may have taken its leading zero away. */
export const territory: Shape<string> = { type: 'territory' };
/** A day, ISO. */
export const day: Shape<string> = { type: 'day' };
export const number: Shape<number> = { type: 'number' };
/** A whole number of 32 bits. */
export const integer: Shape<number> = { type: 'integer' };
export const boolean: Shape<boolean> = { type: 'boolean' };
/** The categories by which a value is broken down; none is the total. */
export const breakdown: Shape<Breakdown> = { type: 'breakdown' };

/** One of these names, which have titles for people. */
export function choice<Name extends string>(titles: Readonly<Record<Name, LocalisedText>>): Shape<Name> {
  return { type: 'choice', titles };
}

/** It, or null where there is none; it may be left out then. */
export function nullable<T>(of: Shape<T>): Shape<T | null> {
  return { type: 'nullable', of };
}

/** It may be left out, and is this value then. */
export function optional<T>(of: Shape<T>, value: T): Shape<T> {
  return { type: 'optional', of, value };
}

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return { type: 'list', of };
}

/** An object with all fields of a type. */
export function object<T extends object>(fields: FieldsOf<T>): ShapeOfObject<T> {
  return { type: 'object', fields: fields as Readonly<Record<string, ShapeNode>> };
}

/** An object that is one or the other; they have no field in common. */
export function either<One extends object, Other extends object>(
  one: ShapeOfObject<One>,
  other: ShapeOfObject<Other>,
): Shape<One | Other> {
  return { type: 'either', shapes: [one, other] };
}

/** An object whose `kind` says which other fields it has. */
export function variants<T extends { readonly kind: string }>(
  titles: Readonly<Record<T['kind'], LocalisedText>>,
  shapes: {
    readonly [Kind in T['kind']]: FieldsOf<Omit<Extract<T, { readonly kind: Kind }>, 'kind'>>;
  },
): Shape<T> {
  const fields = Object.entries(shapes) as [string, ObjectNode['fields']][];
  const nodes = Object.fromEntries(
    fields.map(([kind, of]) => [kind, { type: 'object', fields: of } as const]),
  );
  return { type: 'variants', titles, variants: nodes };
}

/** A text in German and in English. */
export const localised: Shape<LocalisedText> = object<LocalisedText>({ de: text, en: text });
