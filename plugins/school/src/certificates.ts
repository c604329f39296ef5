/**
 * The certificates of the table, as categories of the dimension `schoolCertificate`. A `part` is delivered once more for
 * formulas, which cannot choose a category; `women` are the girls and young women of it.
 */
export const certificates = [
  {
    label: 'ohne Hauptschulabschluss',
    category: 'none',
    part: 'leaversWithoutCertificate',
    women: 'femaleLeaversWithoutCertificate',
  },
  { label: 'mit Hauptschulabschluss', category: 'lower', part: 'leaversWithLowerCertificate', women: null },
  {
    label: 'mit Mittlerem Abschluss',
    category: 'intermediate',
    part: 'leaversWithIntermediateCertificate',
    women: null,
  },
  { label: 'mit Fachhochschulreife', category: 'applied', part: null, women: null },
  {
    label: 'mit allgemeiner Hochschulreife',
    category: 'general',
    part: 'leaversWithUniversityEntrance',
    women: 'femaleLeaversWithUniversityEntrance',
  },
] as const;
