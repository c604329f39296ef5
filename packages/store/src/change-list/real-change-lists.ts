import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../../shared/data/changes/', import.meta.url));

/** Where the real lists of changes lie that the tests read; they are not part of the project. */
export const realChangeLists = Object.freeze({
  text2023: realChangeList('gebietsaenderungen_2023.csv'),
  sheet2023: realChangeList('namens-grenz-aenderungen-2023.xlsx'),
});

function realChangeList(name: string): string {
  const path = folder + name;
  if (existsSync(path)) return path;
  throw new Error(`the tests read the real list ${path}, which is absent; link "shared" beside the project`);
}
