import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../../shared/data/changes/', import.meta.url));

/** Where the real crosswalks lie that the tests read; they are not part of the project. */
export const realCrosswalks = Object.freeze({
  municipalities: realCrosswalk('bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz'),
  districts: realCrosswalk('bbsr_xd20_kreise_1990-2019_to_2020.csv.gz'),
  from2020: realCrosswalk('bbsr_gemeinden_2020_to_2021.csv'),
  from2021: realCrosswalk('bbsr_gemeinden_2021_to_2022.csv'),
});

function realCrosswalk(name: string): string {
  const path = folder + name;
  if (existsSync(path)) return path;
  throw new Error(
    `the tests read the real crosswalk ${path}, which is absent; link "shared" beside the project`,
  );
}
