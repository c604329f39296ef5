/*
 * Institute, source and terms of the two registers stand at the heads of demo-register-2013.ts and
 * demo-register-2021.ts.
 */
import type { Register } from '@kreisweit/store';
import { demoRegisterRows2013 } from './demo-register-2013.ts';
import { demoRegisterRows2021 } from './demo-register-2021.ts';
import { registerEntry } from './demo-register-row.ts';

/** The demo's excerpt of the municipality register of 31 December 2013: three districts and what lies above them. */
export const demoRegister: Register = Object.freeze({
  file: '31122013_Auszug_GV.xlsx',
  format: 'AuszugGV',
  territoryDate: '2013-12-31',
  populationDate: '2013-12-31',
  entries: Object.freeze(demoRegisterRows2013.map(registerEntry)),
});

/**
 * The same excerpt of 31 December 2021. Beside the first it shows which municipalities lived through: Goslar took in
 * Vienenburg in 2014, Clausthal-Zellerfeld its Samtgemeinde in 2015, Langelsheim that of Lutter am Barenberge in 2021.
 */
export const demoRegisterLater: Register = Object.freeze({
  file: '31122021_Auszug_GV.xlsx',
  format: 'AuszugGV',
  territoryDate: '2021-12-31',
  populationDate: '2021-12-31',
  entries: Object.freeze(demoRegisterRows2021.map(registerEntry)),
});
