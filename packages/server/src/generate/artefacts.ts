import type { Catalogue } from '@kreisweit/domain';
import { printSchema } from '@kreisweit/graphql';
import { formatTables } from '../cooperation-files/format-table.ts';
import { builtInCatalogue } from '../plugins.ts';

/** A generated file: its path from the repository's root, and what belongs into it. */
export type Artefact = { readonly path: string; readonly content: string };

const SCHEMA_PATH = 'schema/schema.graphql';
const COOPERATION_PATH = 'schema/cooperation-files.md';
export const INDICATORS_PATH = 'schema/indicators.json';

const NOTICE = 'Generated, do not edit; run: npm run generate';

/**
 * The contracts that are committed and reviewed as differences: what clients may ask, what can be asked for, and what files of
 * the cooperation hold.
 *
 * `committed` is the present text of the indicators, null where there is none. It holds promises: throws when a
 * plug-in breaks one of them (a key disappears, a unit changes, a formula changes without a new revision). Whoever
 * means it takes the old entry out of the file by hand, where a reviewer sees it.
 */
export function artefacts(committed: string | null): readonly Artefact[] {
  const previous: Catalogue | undefined = committed === null ? undefined : JSON.parse(committed);
  const catalogue = builtInCatalogue(previous === undefined ? {} : { previous });
  return [
    { path: SCHEMA_PATH, content: printSchema() },
    { path: INDICATORS_PATH, content: `${JSON.stringify({ $comment: NOTICE, ...catalogue }, null, 2)}\n` },
    { path: COOPERATION_PATH, content: formatTables() },
  ];
}
