import type { FigureAccuracy, LocalisedText } from '@kreisweit/domain';
import type { Finding } from './reconciliation.ts';

const notes: Readonly<Record<Finding, LocalisedText>> = {
  EQUAL: {
    de: 'Die Summe der Mitglieder ist der gelieferte Wert.',
    en: 'The members add up to the delivered value.',
  },
  WITHIN_ACCURACY: {
    de: 'Die Abweichung ist nicht größer, als es die Genauigkeit der Zahlen erklärt.',
    en: 'The difference is no larger than the accuracy of the figures explains.',
  },
  DIFFERENT: {
    de: 'Die Summe der Mitglieder weicht vom gelieferten Wert ab. Es gilt der gelieferte Wert; oft ist ein Mitglied auf anderem Gebietsstand geführt.',
    en: 'The members do not add up to the delivered value. The delivered value holds; often a member is listed on other boundaries.',
  },
  NOTHING_DELIVERED: {
    de: 'Für den Kreis selbst wurde kein Wert geliefert.',
    en: 'No value was delivered for the district itself.',
  },
  NO_MEMBERS: {
    de: 'Es gibt keine gemeldeten Werte von Mitgliedern, die man summieren könnte.',
    en: 'No members have reported that could be added up.',
  },
  INCOMPLETE: {
    de: 'Nicht alle erwarteten Mitglieder haben gemeldet, oder es ist nicht bekannt, wer erwartet wird.',
    en: 'Not all expected members have reported, or it is not known who they are.',
  },
  CONFIDENTIAL: {
    de: 'Ein Wert ist geheim zu halten. Summe und Abweichung würden ihn verraten.',
    en: 'A value is confidential. The sum or the difference would reveal it.',
  },
  OWN_COUNT: {
    de: 'Eigene Zählungen von Personen werden nicht abgeglichen: Eine Abweichung könnte wenige Personen zeigen.',
    en: 'Own counts of persons are not reconciled: a difference could show few persons.',
  },
  DOES_NOT_ADD_UP: {
    de: 'Die Werte der Mitglieder ergeben addiert nicht den Wert des Kreises.',
    en: 'The values of the members do not add up to that of the district.',
  },
  NOT_PUBLISHED: {
    de: 'Das Merkmal wird nicht für sich veröffentlicht.',
    en: 'The measure is not published as it is.',
  },
};

/** What a finding means, and how exact the figures are where that counts. */
export function reconciliationNote(finding: Finding, accuracy: FigureAccuracy): LocalisedText {
  const note = notes[finding];
  if (finding !== 'WITHIN_ACCURACY' && finding !== 'DIFFERENT') return note;
  const exactness = [...roundingNote(accuracy), ...(accuracy.perturbed ? [PERTURBED] : [])];
  return {
    de: [note.de, ...exactness.map(({ de }) => de)].join(' '),
    en: [note.en, ...exactness.map(({ en }) => en)].join(' '),
  };
}

function roundingNote({ roundedTo }: FigureAccuracy): readonly LocalisedText[] {
  if (roundedTo === 0) return [];
  const [de, en] = [roundedTo.toLocaleString('de'), roundedTo.toLocaleString('en')];
  return [
    {
      de: `Jede Zahl ist für sich auf ein Vielfaches von ${de} gerundet; erklärt ist die Hälfte davon je Zahl.`,
      en: `Each figure is rounded on its own to a multiple of ${en}; half of that is explained for each.`,
    },
  ];
}

const PERTURBED: LocalisedText = {
  de: 'Das Institut verändert Zahlen zum Schutz Einzelner; erklärt ist das Dreifache der Wurzel aus ihrer Anzahl.',
  en: 'The institute alters figures to protect persons; three times the root of their number is explained.',
};
