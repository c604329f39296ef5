import type { Dimension } from '../dimension.ts';
import { category } from './category.ts';

/** The certificate with which somebody leaves a general school. */
export const schoolCertificate: Dimension = {
  key: 'schoolCertificate',
  kind: 'partition',
  title: { de: 'Schulabschluss', en: 'School certificate' },
  categories: [
    category('none', 'ohne Hauptschulabschluss', 'without a certificate'),
    category('lower', 'mit Hauptschulabschluss', 'lower secondary certificate'),
    category('intermediate', 'mit Mittlerem Abschluss', 'intermediate certificate'),
    category('applied', 'mit Fachhochschulreife', 'entrance to universities of applied sciences'),
    category('general', 'mit allgemeiner Hochschulreife', 'general entrance to universities'),
  ],
};
