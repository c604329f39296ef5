import type { Breakdown, ColumnMapping } from '@kreisweit/plugin-kit';
import { certificates } from './certificates.ts';
import type { Measure } from './measures.ts';

type Columns = readonly ColumnMapping<Measure>[];

function header(certificate: string, sex: 'Insgesamt' | 'weiblich'): readonly string[] {
  return ['Schulabschluss', certificate, sex];
}

/** The two columns of a certificate, of all and of girls, as one measure. */
function bySex(certificate: string, measure: Measure, breakdown: Breakdown = {}): Columns {
  return [
    { header: header(certificate, 'Insgesamt'), measure, breakdown },
    { header: header(certificate, 'weiblich'), measure, breakdown: { ...breakdown, sex: 'female' } },
  ];
}

/** Girls and young women once more, for shares of them among all. */
function ofWomen(certificate: string, measure: Measure): Columns {
  return [{ header: header(certificate, 'weiblich'), measure }];
}

/** The columns of the table 21111-02-06-4. */
export const columns: Columns = [
  ...bySex('Insgesamt', 'leavers'),
  ...ofWomen('Insgesamt', 'femaleLeavers'),
  ...certificates.flatMap(({ label, category, part, women }) => [
    ...bySex(label, 'leavers', { schoolCertificate: category }),
    ...(part === null ? [] : bySex(label, part)),
    ...(women === null ? [] : ofWomen(label, women)),
  ]),
  ...bySex('dar. schulischer Teil der Fachhochschulreife', 'leaversWithSchoolPartOfAppliedEntrance'),
];
