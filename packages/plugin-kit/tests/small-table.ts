import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A table in the form of the statistical offices, small enough to read in a test. */
export const smallTable = `GENESIS-Tabelle: 12411-01-01-4
Bevölkerungsstand: Bevölkerung nach Geschlecht;;;;;;;
- Stichtag 31.12. -;;;;;;;
regionale Tiefe: Kreise und krfr. Städte;;;;;;;
Bevölkerungsstand (Anzahl);;;;;;;
;;31.12.2015;31.12.2015;31.12.2015;31.12.2014;31.12.2014;31.12.2014
;;Insgesamt;männlich;weiblich;Insgesamt;männlich;weiblich
DG;Deutschland;300;140;160;290;135;155
12;  Brandenburg;100;45;55;90;40;50
12070;      Prignitz, Landkreis;77;-;.;76;(36);40
12072;      Teltow-Fläming, Landkreis;23;11;12;...;/;x
__________
"zu ""gesamter Tabelle"":
ab dem Berichtsjahr 2011: nach dem Zensus 2011
 
Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres
Berlin: auf dem Gebietsstand, der damals galt"
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017.
Dieses Werk ist lizensiert unter der Datenlizenz Deutschland
- Namensnennung - Version 2.0."
Stand: 10.10.2017 / 11:01:03
`;

/** Writes a table into a folder and answers its path. */
export async function tableFile(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
