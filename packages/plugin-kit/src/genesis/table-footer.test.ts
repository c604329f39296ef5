import { boundaryDate } from '@kreisweit/domain';
import { describe, expect, it } from 'vitest';
import { boundaryNotes } from './boundary-notes.ts';
import { tableFooter } from './table-footer.ts';

const copyright = `"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017.
Dieses Werk ist lizensiert unter der Datenlizenz Deutschland
- Namensnennung - Version 2.0."
Stand: 10.10.2017 / 16:46:46`;

function footer(notes: string, rest = copyright) {
  return tableFooter(`"${notes.replaceAll('"', '""')}"\n${rest}`.split('\n'));
}

describe('tableFooter', () => {
  it('cuts the footer into notes, undoes hyphenation and reads where it is from', () => {
    expect(
      footer(`zu "gesamte Tabelle":
alle Länder: Differenzen zu bereits vorliegenden Veröffent-
lichungen sind auf nachträgliche Korrekturen der BA zurück-
zuführen.
Deutschland: einschließlich der Personen "Ohne Angabe"
Sachsen (2008 bis 2014): Auswertungsstand August 2015, Ge-
bietsstand 01.01.2015
Sachsen (2015): Auswertungsstand März 2016, Gebietsstand
01.01. des Folgejahres
Sachsen: ohne die im Hinblick auf das Herkunfts- bzw. Ziel-
gebiet ungeklärten Fälle
 
zu Spalte "Arbeitslosenquote (bez. auf Erwerbs-
personen)"
Niedersachsen (2001): Gebietsstand 01.01.2002`),
    ).toMatchInlineSnapshot(`
      {
        "boundaryNotes": [
          {
            "boundary": {
              "date": "2015-01-01",
            },
            "from": "2008",
            "state": "14",
            "until": "2014",
          },
          {
            "boundary": {
              "date": "2016-01-01",
            },
            "from": "2015",
            "state": "14",
            "until": "2015",
          },
        ],
        "institute": "Statistische Ämter des Bundes und der Länder",
        "licence": "dl-de/by-2-0",
        "notes": [
          "alle Länder: Differenzen zu bereits vorliegenden Veröffentlichungen sind auf nachträgliche Korrekturen der BA zurückzuführen.",
          "Deutschland: einschließlich der Personen "Ohne Angabe"",
          "Sachsen (2008 bis 2014): Auswertungsstand August 2015, Gebietsstand 01.01.2015",
          "Sachsen (2015): Auswertungsstand März 2016, Gebietsstand 01.01. des Folgejahres",
          "Sachsen: ohne die im Hinblick auf das Herkunfts- bzw. Zielgebiet ungeklärten Fälle",
          "Arbeitslosenquote (bez. auf Erwerbspersonen): Niedersachsen (2001): Gebietsstand 01.01.2002",
        ],
        "retrieved": "2017-10-10T16:46:46",
        "unreadBoundaryNotes": [
          "Arbeitslosenquote (bez. auf Erwerbspersonen): Niedersachsen (2001): Gebietsstand 01.01.2002",
        ],
      }
    `);
  });

  it('refuses a footer that was cut off', () => {
    expect(footer('Rheinland-Pfalz (ab 2011): Gebietsstand', '')).toMatchInlineSnapshot(
      `"the footer ends without copyright ('©') and 'Stand: ...': the file is cut off; download it again"`,
    );
    expect(tableFooter(['"zu ""gesamte Tabelle"":', 'Rheinland-Pfalz (ab 2011)'])).toMatchInlineSnapshot(
      `"the footer is no CSV (cut off?): Quote Not Closed: the parsing is finished with an opening quote at line 2"`,
    );
    expect(tableFooter([])).toContain('cut off');
  });

  it('accepts a footer without notes, licence or Stand, as long as it ends', () => {
    expect(tableFooter(['Stand: 10.10.2017 / 10:08:56'])).toMatchObject({
      institute: null,
      licence: null,
      notes: [],
    });
    expect(tableFooter(['© Landesamt für Statistik, 2020'])).toMatchObject({
      institute: 'Landesamt für Statistik',
      retrieved: null,
    });
  });
});

describe('a footer that nobody wrote', () => {
  it('has no moment that there is not', () => {
    expect(tableFooter(['© Amt, 2017', 'Stand: 99.99.2017 / 10:08:56'])).toMatchObject({ retrieved: null });
  });

  it.each([
    'Bayern: Gebietsstand 31.02.2014',
    'Bayern (2014): Gebietsstand 31.02. des Folgejahres',
    'alle Länder (0000-9999): Gebietsstand 01.01. des Folgejahres',
  ])('has no boundaries of %s', (note) => {
    expect(tableFooter([note, '© Amt, 2017'])).toMatchObject({
      boundaryNotes: [],
      unreadBoundaryNotes: [note],
    });
  });

  it('is read at once, however long its notes are', () => {
    const lines = [`©${' '.repeat(250_000)}`, `"${'a-\n'.repeat(80_000)}"`];
    expect(tableFooter(lines)).toMatchObject({ institute: null, boundaryNotes: [] });
    const states = Array.from(
      { length: 2_000 },
      () => 'Bayern (1990-2010): Gebietsstand 01.01. des Folgejahres',
    );
    expect(tableFooter([...states, '© Amt, 2017'])).toBe('the footer declares more than 20000 boundaries');
  });
});

describe('boundaryNotes', () => {
  it.each([
    ['Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres', [['07', '2011', null, { yearsLater: 1 }]]],
    [
      'Baden-Württemberg (Berichtsjahr 2008-2010): Gebietsstand 01.01.2009',
      [['08', '2008', '2010', { date: '2009-01-01' }]],
    ],
    [
      'Baden-Württemberg (ab Berichtsjahr 2011): Gebietsstand 01.01.2011',
      [['08', '2011', null, { date: '2011-01-01' }]],
    ],
    ['Sachsen-Anhalt (2013): Gebietsstand 01.01.2014', [['15', '2013', '2013', { date: '2014-01-01' }]]],
    [
      'Sachsen (2008 bis 2014): Auswertungsstand August 2015, Gebietsstand 01.01.2015',
      [['14', '2008', '2014', { date: '2015-01-01' }]],
    ],
    [
      'Sachsen (2015): Auswertungsstand März 2016, Gebietsstand 01.01. des Folgejahres',
      [['14', '2015', '2015', { date: '2016-01-01' }]],
    ],
    [
      'Sachsen (ab 2015): Gebietsstand 01.01. des Folgejahres',
      [
        ['14', '2015', '2015', { date: '2016-01-01' }],
        ['14', '2016', '2016', { date: '2017-01-01' }],
        ['14', '2017', '2017', { date: '2018-01-01' }],
      ],
    ],
    [
      'Mecklenburg-Vorpommern (30.6.2008): Gebietsstand 31.12.2008',
      [['13', '2008', '2008', { date: '2008-12-31' }]],
    ],
    [
      'Berlin (1995 bis 2000): bezogen auf den Gebietsstand 01.01.2001',
      [['11', '1995', '2000', { date: '2001-01-01' }]],
    ],
    [
      'Baden-Württemberg: Berichtsjahr 1995-2010 Gebietsstand 01.01.1979; ab Berichtsjahr 2011 Gebietsstand 01.01.2011',
      [
        ['08', '1995', '2010', { date: '1979-01-01' }],
        ['08', '2011', null, { date: '2011-01-01' }],
      ],
    ],
    ['alle Länder: Gebietsstand 31.12.2020', [[null, null, null, { date: '2020-12-31' }]]],
    [
      'Hessen, Saarland (1995, 1996): Gebietsstand 01.01.1997.',
      [
        ['06', '1995', '1995', { date: '1997-01-01' }],
        ['10', '1995', '1995', { date: '1997-01-01' }],
        ['06', '1996', '1996', { date: '1997-01-01' }],
        ['10', '1996', '1996', { date: '1997-01-01' }],
      ],
    ],
  ])('reads %s', (note, expected) => {
    expect(
      boundaryNotes(note, 2017)?.map(({ state, from, until, boundary }) => [state, from, until, boundary]),
    ).toEqual(expected);
  });

  it.each([
    'Sachsen-Anhalt (2010): "Die Differenz beruht auf unterschiedlichen Gebietsständen. Deutschland: Gebietsstand für Sachsen-Anhalt 31.12.2010"',
    'Niedersachsen (Schuljahr 2003/2004): Gebietsstand 01.01.2005',
    'Niedersachsen (2003): ohne Hannover, Gebietsstand 01.01.2005',
    'Atlantis (2003): Gebietsstand 01.01.2005',
    'Sachsen: Gebietsstand 01.01. des Folgejahres',
    'Berlin (2013): Bezirke Hessen (2012): Gebietsstand 01.01.2013',
  ])('does not guess at %s', (note) => {
    expect(boundaryNotes(note, 2017)).toBeNull();
  });

  it('puts the values of a footer on their boundaries', () => {
    const notes = boundaryNotes('Rheinland-Pfalz (ab 2011): Gebietsstand des Folgejahres', 2017) ?? [];
    expect(boundaryDate('2013', '07', notes)).toBe('2014-12-31');
    expect(boundaryDate('2010', '07', notes)).toBe('2010-12-31');
    expect(boundaryDate('2013', '06', notes)).toBe('2013-12-31');
  });
});
