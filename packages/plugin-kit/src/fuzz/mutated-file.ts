import { unpackZip } from '../xlsx/unpack-zip.ts';
import { workbookLimits } from '../xlsx/workbook-limits.ts';
import { zipDirectory } from '../xlsx/zip-directory.ts';
import type { BaseFile, FileKind } from './base-files.ts';
import type { Draw } from './change.ts';
import { type EvilEntry, evilZip } from './evil-zip.ts';
import { jsonChanges } from './json-changes.ts';
import { textChanges } from './text-changes.ts';
import { type Packed, workbookChanges } from './workbook-changes.ts';

/** A change by its name, and the numbers that it is made by. */
export type Mutation = Draw & { readonly change: string };

/** The names of the changes that can happen to files of a kind; those of `bytes` also happen to what is no text. */
export function changesOf(kind: FileKind): readonly string[] {
  const ofText = Object.keys(textChanges);
  if (kind === 'json') return [...ofText, ...Object.keys(jsonChanges), ...Object.keys(jsonChanges)];
  if (kind === 'workbook') return [...Object.keys(workbookChanges), ...ofBytes];
  return ofText;
}

const ofBytes = [
  'flip a bit',
  'flip many bytes',
  'cut the end off',
  'cut the beginning off',
  'cut out of the middle',
];

const HUGE = 1024 * 1024;

/** A file after some changes, one after the other. */
export async function mutatedFile(file: BaseFile, mutations: readonly Mutation[]): Promise<Uint8Array> {
  if (file.kind === 'workbook') return mutatedWorkbook(file, mutations);
  let text = Buffer.from(file.bytes).toString('latin1');
  for (const { change, ...draw } of mutations) {
    // What is huge already is evil enough.
    if (text.length > HUGE) break;
    text = (jsonChanges[change] ?? textChanges[change])?.(text, draw) ?? text;
  }
  return Buffer.from(text, 'latin1');
}

async function mutatedWorkbook(file: BaseFile, mutations: readonly Mutation[]): Promise<Uint8Array> {
  const inside = mutations.filter(({ change }) => change in workbookChanges);
  let packed: Packed = { entries: await entriesOf(file) };
  for (const { change, ...draw } of inside) {
    const { entries, end = packed.end } = workbookChanges[change]?.(packed.entries, draw) ?? packed;
    packed = end === undefined ? { entries } : { entries, end };
  }
  let bytes = inside.length === 0 ? file.bytes : evilZip(packed.entries, packed.end);
  for (const { change, ...draw } of mutations) {
    if (change in workbookChanges) continue;
    const text = Buffer.from(bytes).toString('latin1');
    bytes = Buffer.from(textChanges[change]?.(text, draw) ?? text, 'latin1');
  }
  return bytes;
}

async function entriesOf({ name, bytes }: BaseFile): Promise<readonly EvilEntry[]> {
  const directory = zipDirectory(bytes, workbookLimits.parts);
  const parts = typeof directory === 'string' ? directory : await unpackZip(bytes, directory, workbookLimits);
  if (typeof parts === 'string') throw new Error(`${name}: ${parts}`);
  return [...parts].map(([part, content]) => ({ name: part, content }));
}
