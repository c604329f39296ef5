/*
 * Residents and foreign residents of districts on 31 December 2015 (population update, based on the census of 2011).
 * Source: GENESIS table 12411-03-03-4, Regionaldatenbank Deutschland (https://www.regionalstatistik.de).
 * Retrieved: 10.10.2017 / 16:36:03 ("Stand" in the file's footer).
 * (c) Statistische Ämter des Bundes und der Länder, Deutschland, 2017.
 * Licence: Datenlizenz Deutschland - Namensnennung 2.0 (dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0).
 * Changed: an excerpt of three districts, of the age group "Insgesamt" and of the columns "Insgesamt, Insgesamt" and
 * "Ausländer(innen), Insgesamt"; the indentation of the names is left out. Keys, names and numbers are as delivered.
 */
import type { DemoTable } from './demo-table.ts';

/** Residents and foreign residents of the demo districts on 31 December 2015. */
export const demoForeigners = Object.freeze<DemoTable>({
  table: '12411-03-03-4',
  title:
    'Bevölkerungsstand: Bevölkerung nach Geschlecht, Nationalität und Altersgruppen (21) - Stichtag 31.12. - (ab 2011) regionale Tiefe: Kreise und krfr. Städte',
  institute: 'Statistische Ämter des Bundes und der Länder',
  retrieved: '2017-10-10',
  licence: 'dl-de/by-2-0',
  notes: [
    'Berichtsjahr ab 2011: Ergebnisse auf Grundlage des Zensus 2011',
    'Baden-Württemberg (Berichtsjahr 1995-2010): Gebietsstand 01.01.1979',
    'Baden-Württemberg (ab Berichtsjahr 2011): Gebietsstand 01.01.2011',
    'Berlin (1995 bis 2000): bezogen auf den Gebietsstand 01.01.2001',
    'Berlin: Kreistabelle liegt auch für Bezirke vor',
    'Hessen, Nordrhein-Westfalen, Saarland: Kreistabelle liegt auch für Gemeinden vor',
  ],
  columns: [
    { measure: 'residents', period: '2015' },
    { measure: 'foreigners', period: '2015' },
  ],
  rows: [
    ['03153', 'Goslar, Landkreis', '138236', '10255'],
    ['09473', 'Coburg, Landkreis', '86599', '3744'],
    ['12070', 'Prignitz, Landkreis', '77573', '2192'],
  ],
});
