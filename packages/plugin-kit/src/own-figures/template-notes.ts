import { type LocalisedText, type Reference, units } from '@kreisweit/domain';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';
import type { TemplateRow } from './template-rows.ts';

const HEADERS = [
  'Kennung - key',
  'Merkmal (deutsch)',
  'Measure (English)',
  'Beschreibung',
  'Description',
  'Einheit - unit',
  'Bezugszeit',
  'Reference',
];

const SIGNS: readonly (readonly [string, string, string])[] = [
  ['-', 'nichts vorhanden, genau Null', 'nothing, exactly zero'],
  ['.', 'unbekannt oder geheim zu halten', 'unknown or confidential'],
  ['...', 'Angabe fällt später an', 'figure comes later'],
  ['/', 'Wert nicht sicher genug', 'value too unreliable'],
  ['x', 'Angabe ist nicht sinnvoll', 'figure makes no sense'],
];

const HOW: readonly LocalisedText[] = [
  {
    de: 'Bitte nur die Spalten Wert und Bemerkung ausfüllen. Eine leere Zelle heißt: noch keine Angabe.',
    en: 'Please fill in the columns Wert (value) and Bemerkung (note) only. An empty cell means: no figure yet.',
  },
  {
    de: 'Die Summe steht bei Insgesamt; sie wird nicht aus den Teilen errechnet.',
    en: 'The total stands beside Insgesamt; it is not computed from the parts.',
  },
];

/** The lines of the sheet that explains a template in German and English: its measures and the signs. */
export function templateNotes(
  plugin: IndicatorPlugin,
  rows: readonly TemplateRow[],
): readonly (readonly string[])[] {
  const names = [...new Set(rows.map(({ measure }) => measure.slice(measure.indexOf('/') + 1)))];
  const measures = names.flatMap((name) => {
    const measure = plugin.measures[name];
    return measure === undefined ? [] : [measureLine(`${plugin.id}/${name}`, measure)];
  });
  return [
    [plugin.title.de, '', plugin.title.en],
    ...HOW.map(({ de, en }) => [de, '', en]),
    [],
    HEADERS,
    ...measures,
    [],
    ['Zeichen - sign', 'Bedeutung', 'Meaning'],
    ...SIGNS,
  ];
}

function measureLine(
  key: string,
  { title, description, unit, reference }: MeasureDefinition,
): readonly string[] {
  const { de, en } = units[unit].title;
  const moment = referenceText(reference);
  return [
    key,
    title.de,
    title.en,
    description?.de ?? '',
    description?.en ?? '',
    de === en ? de : `${de} - ${en}`,
    moment.de,
    moment.en,
  ];
}

function referenceText(reference: Reference): LocalisedText {
  if ('at' in reference) {
    const [month, day] = reference.at.split('-').map(Number);
    return { de: `Stand am ${day}.${month}. des Jahres`, en: `on ${reference.at} (month-day) of the year` };
  }
  if ('during' in reference) return { de: 'im Laufe des Zeitraums', en: 'during the period' };
  if ('mean' in reference) return { de: 'Durchschnitt des Jahres', en: 'mean of the year' };
  return {
    de: 'Schuljahr, das im Jahr endet (2015 ist 2014/15)',
    en: 'school year that ends in the year (2015 is 2014/15)',
  };
}
