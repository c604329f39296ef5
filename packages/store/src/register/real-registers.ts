import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../../shared/data/register/', import.meta.url));

/** Where the real registers lie that the tests read; they are not part of the project. */
export const realRegisters = Object.freeze({
  sheet2013: realRegister('31122013_Auszug_GV.xlsx'),
  sheet2021: realRegister('31122021_Auszug_GV.xlsx'),
  text2023: realRegister('GV100AD_301123.txt'),
});

function realRegister(name: string): string {
  const path = folder + name;
  if (existsSync(path)) return path;
  throw new Error(
    `the tests read the real register ${path}, which is absent; link "shared" beside the project`,
  );
}
