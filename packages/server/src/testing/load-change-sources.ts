import {
  importChangeList,
  importCrosswalk,
  importRegister,
  type Register,
  readChangeList,
  readCrosswalk,
  readRegister,
  type Store,
} from '@kreisweit/store';
import { checksumOf } from '../cli/checksum-of.ts';
import { officialFile } from './official-file.ts';

/** Every official source of territories over time that the tests have, registers first. */
export const changeSources = Object.freeze([
  'register/31122013_Auszug_GV.xlsx',
  'register/31122021_Auszug_GV.xlsx',
  'register/GV100AD_301123.txt',
  'changes/bbsr_xm20_gemeinden_1990-2019_to_2020.csv.gz',
  'changes/bbsr_xd20_kreise_1990-2019_to_2020.csv.gz',
  'changes/bbsr_gemeinden_2020_to_2021.csv',
  'changes/bbsr_gemeinden_2021_to_2022.csv',
  'changes/gebietsaenderungen_2023.csv',
]);

/** Reading a register takes a third of the time of its import. */
const readRegisters = new Map<string, Promise<Register>>();

function registerIn(file: string): Promise<Register> {
  const register = readRegisters.get(file) ?? readRegister(file);
  readRegisters.set(file, register);
  return register;
}

/** Imports official sources one after the other. */
export async function loadChangeSources(store: Store, sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    const file = officialFile(source);
    const checksum = await checksumOf(file);
    if (source.startsWith('register/')) await importRegister(store, await registerIn(file), { checksum });
    else if (source.includes('bbsr')) await importCrosswalk(store, await readCrosswalk(file), { checksum });
    else await importChangeList(store, await readChangeList(file), { checksum });
  }
}
