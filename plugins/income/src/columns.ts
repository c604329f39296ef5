import type { ColumnMapping } from '@kreisweit/plugin-kit';
import type { IncomeMeasure } from './measures.ts';

const sgb2 = 'Gesamtregelleistung (ALG II/Sozialgeld) n.d.SGB II';

/** The columns of the table 22811-01-01-4. */
export const columns: readonly ColumnMapping<IncomeMeasure>[] = [
  { header: ['Empfänger von sozialen Mindestsicherungsleistungen'], measure: 'recipients' },
  { header: ['Davon', sgb2, 'zusammen'], measure: 'sgb2Recipients' },
  {
    header: ['Davon', sgb2, 'erwerbsf. Leistungsb. (Arbeitslosengeld II)'],
    measure: 'sgb2EmployableRecipients',
  },
  {
    header: ['Davon', sgb2, 'nicht erwerbsf. Leistungsb. (Sozialgeld)'],
    measure: 'sgb2NonEmployableRecipients',
  },
  {
    header: ['Davon', 'Hilfe z. Lebensunt. außerh. v. Einr. n. d. SGB XII'],
    measure: 'subsistenceRecipients',
  },
  {
    header: ['Davon', 'Grundsicher. im Alter u.b. Erwerbsm. n. d. SGB XII'],
    measure: 'basicSecurityRecipients',
  },
  { header: ['Davon', 'Regelleist. n.d. Asylbewerberleistungsgesetz'], measure: 'asylumBenefitRecipients' },
];
