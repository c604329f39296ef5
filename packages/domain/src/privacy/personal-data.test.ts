import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonalDataKind, personalDataHints } from './personal-data.ts';

const kindsIn = (text: string) => personalDataHints(text).map(({ kind }) => kind);

/** Made up, by the rules of each: no number belongs to anybody. */
const PERSONAL: Readonly<Record<PersonalDataKind, readonly string[]>> = {
  EMAIL: [
    'Rückfragen an vorname.nachname@landkreis.example',
    'v.nachname@stadt.example',
    'Vorname_Nachname2@verein.example, danke',
    'anna-lena.bauer@kreis.example',
    '<vorname.müller-nachname@stadt.example>',
    'nachname@gmx.de',
    'vorname1980@web.de',
  ],
  TELEPHONE: [
    'Tel. 03341 850123.',
    'Telefon: 03341/850123',
    'Telefon-Nr. 03341 850123',
    'Telefonnummer: 850123',
    'Tel.: (03341) 850-123',
    'Handy 0176 12345678',
    'erreichbar unter 0176/12345678',
    '01761234567',
    '+49 3341 850123',
    '+49 (0) 3341 / 850-123',
    '0049 176 12345678',
    '030 1234567',
    '0335 5521234',
    '(03341) 850123',
    '03341/850123',
    '03341-850123',
    '03341 850-123',
    '03341 35 49 90',
    'unter der Nummer 03341 / 850123 erreichbar',
  ],
  NAME: [
    'Ansprechpartnerin: Frau Erfunden',
    'Sehr geehrter Herr Erfunden, sehr geehrte Damen',
    'Vortrag von Frau Dr. Erfunden',
    'Herrn Prof. Dr. Erfunden',
    'Frau Dipl.-Ing. Erfunden',
    'an Frau von Erfunden',
    'Frau Landrätin Erfunden',
    'Hr. Erfunden-Zweitname',
    'sagte Frau Öztürk',
    'der Frau Dr. Erfunden',
  ],
  BIRTH_DATE: [
    'geb. 01.02.1980',
    'geboren am 1. Februar 1980',
    'Geburtsdatum: 01.02.80',
    'geboren 1.2.1980 in Seelow',
    'geb. am 01. 02. 1980',
    'born on 1 February 1980',
    'date of birth: 1980-02-01',
    'born February 1, 1980',
  ],
  BANK_ACCOUNT: [
    'DE02 1203 0000 0000 2020 51',
    'IBAN: DE02120300000000202051, BIC BYLADEM1001',
    'iban de02 1203 0000 0000 2020 51',
    'AT02 2050 3021 0102 3600',
  ],
  IDENTITY_NUMBER: [
    'Passnummer C01X00T47',
    'Aufenthaltstitel-Nr. YZ1234567',
    'Aufenthaltstitelnummer: YZ1234567',
    'AZR-Nummer: 123456789012',
    'AZR-Nr. 123 456 789 012',
    'Versicherungsnummer 15 070649 C 103',
    '15070649C103',
    'Steuer-ID: 12 345 678 901',
    'BG-Nummer 03502BG0012345',
  ],
};

describe.each(Object.entries(PERSONAL))('%s', (kind, texts) => {
  test.each(texts)('is seen in "%s"', (text) => {
    expect(kindsIn(text)).toEqual([kind]);
  });
});

/** As it stands in the texts of administrations: figures, keys, files, resolutions, offices, and women and men as such. */
test.each([
  'Im Kreis lebten 2.345.678 Menschen, davon 12,4 % Ausländer (2.345 Personen).',
  'Einwohner 2015: 1 234 567; 2016: 1 240 112; Zuwachs 5 545',
  'Kreistagsbeschluss vom 01.02.2024, Drucksache 2024/0123-1, in Kraft seit 1. März 2024.',
  'Az. 33-11.2/2024, Az.: 03341/2024-17, Aktenzeichen 0301/123456',
  'Gemeinde 12070008, Amt 120705001, ARS 120705001008, Kreis 03351, 01001000, 053340002002',
  '03351 178936 Einwohner, 03352 201887 Einwohner',
  'Postleitzahlen 03042-03055, 03044 03046 03048 und 03238 Finsterwalde',
  'Schlüssel 03151–03159, Regionen 031, 032 und 033',
  'Tabelle 12411-01-01-5, 22221-01-01-4 und 12521-0040',
  'Zeitraum 2015-2020, 2014/15 bis 2019/20, Stichtag 31.12.2023, 10:00-12:30 Uhr',
  'Notruf 110 und 112, Behördennummer 115; Telefon 115',
  'https://www.destatis.de/DE/Themen/2023/01/12411-0015.html',
  'info@landkreis.example, integration@landkreis.example, kontakt@verein.example',
  'poststelle@kreis.example, buero@verein.example, fb3.integration@stadt.example',
  'integrationsbeauftragte@stadt.example, buergermeister@gemeinde.example, ordnungsamt.nord@stadt.example',
  'helferkreis-seelow@gmx.de, willkommensnetzwerk@web.de, amt-seelow-land@t-online.de',
  'Jede dritte Frau von Arbeitslosigkeit betroffen; 1,5 Kinder je Frau Insgesamt',
  'Wenn eine Frau Deutsch lernt und die Frau Kinder hat, gilt das Angebot Frau und Beruf.',
  'Mann Frau Divers Gesamt; Mann/Frau Verhältnis; Frauen Männer; Herren Damen',
  'Frau Landrätin, Herr Bürgermeister, Herr Oberbürgermeister, Frau Staatssekretärin, Frau Vorsitzende',
  'Herr M. und Frau N.N. sind nicht zu erkennen; Frau Mustermann ist ein Beispiel.',
  'nach dem 31. Dezember 1970 geboren; geboren nach dem 01.01.2001; 2015 Geborene; Geburtsdatum der Kinder',
  'Geburten 2015: 01.01.2015 bis 31.12.2015, geborene Kinder 2.345',
  'BAMF und AZR 2015 2016 2017; AZR 2022 Personen insgesamt; AZR: Stand 31.12.2022',
  'DE12070, DE40F, NUTS DE402; DE02 1203 0000 0000 2020 52; CO2 1203 0000',
  '15070649C104, 15 139949 C 103 und 12 070008 A 123 sind Zeichen anderer Art',
  'Passersatz, Aufenthaltstitel 2023: 12345; Duldungen 1234567; Ausweis Nummer folgt',
  '§ 25 Abs. 1 AufenthG, § 104c, Rn. 12-15, BGBl. I S. 162, VO (EU) 2016/679, ISBN 978-3-16-148410-0',
  'Fördersumme 1.250.000 EUR, 12 345,67 €, Konto 0351/12345, Haushaltsstelle 05.1234.5678',
  'Hotel 12345, Titel 67890, Mobilität 2030 2035, mobil 12.345 Fahrten, Fax',
  'm² 03341, Version 0.2.3, 192.168.10.254, 0,5 2020, 00:30 45678',
])('nothing is seen in "%s"', (text) => {
  expect(personalDataHints(text)).toEqual([]);
});

test('says where, what it looks like and what to write instead, in the order of the text', () => {
  const text =
    'Frau Erfunden (geb. 01.02.1980), vorname.nachname@verein.example, Tel. 03341 850123, DE02120300000000202051, AZR-Nr. 123456789012';
  expect(personalDataHints(text)).toMatchInlineSnapshot(`
    [
      {
        "excerpt": "Frau E…",
        "kind": "NAME",
        "message": {
          "de": "Das sieht nach dem Namen einer Person aus: bitte die Funktion oder die Stelle nennen.",
          "en": "This looks like the name of a person: please name the function or the office.",
        },
        "position": 0,
      },
      {
        "excerpt": "geb. …",
        "kind": "BIRTH_DATE",
        "message": {
          "de": "Das sieht nach dem Geburtsdatum einer Person aus: bitte weglassen; für Gruppen genügt der Jahrgang.",
          "en": "This looks like the date of birth of a person: please leave it out; of groups the year is enough.",
        },
        "position": 15,
      },
      {
        "excerpt": "v…@…",
        "kind": "EMAIL",
        "message": {
          "de": "Das sieht nach der E-Mail-Adresse einer Person aus: bitte die einer Stelle nennen, etwa integration@ oder info@.",
          "en": "This looks like the e-mail address of a person: please give that of an office, such as integration@ or info@.",
        },
        "position": 33,
      },
      {
        "excerpt": "Tel.…",
        "kind": "TELEPHONE",
        "message": {
          "de": "Das sieht nach einer Telefonnummer aus: bitte weglassen oder nur die einer Stelle nennen.",
          "en": "This looks like a telephone number: please leave it out, or give only that of an office.",
        },
        "position": 66,
      },
      {
        "excerpt": "DE02…",
        "kind": "BANK_ACCOUNT",
        "message": {
          "de": "Das sieht nach einer Bankverbindung aus: bitte weglassen.",
          "en": "This looks like a bank account: please leave it out.",
        },
        "position": 85,
      },
      {
        "excerpt": "AZR-N…",
        "kind": "IDENTITY_NUMBER",
        "message": {
          "de": "Das sieht nach der Nummer einer Person aus (Ausweis, Aufenthaltstitel, AZR, Versicherung, Steuer): bitte weglassen.",
          "en": "This looks like the number of a person (identity, residence, register, insurance, tax): please leave it out.",
        },
        "position": 109,
      },
    ]
  `);
  expect(kindsIn('Herr Erfunden und Frau Zweitname Herr Drittname')).toEqual(['NAME', 'NAME', 'NAME']);
});

test('never repeats what it found', () => {
  for (const found of Object.values(PERSONAL).flat()) {
    for (const { excerpt, message } of personalDataHints(found)) {
      expect(excerpt).toContain('…');
      const shown = excerpt
        .replaceAll('…', '')
        .replaceAll(/[@\s]|Herrn?|Frau|Hr\.|geb(?:oren|\.)|Geburtsdatum|born|date of birth/g, '');
      expect(shown.length).toBeLessThanOrEqual(5);
      expect(`${message.de}${message.en}`).not.toContain(found);
    }
  }
});

test('any text is read to its end, and each passage is told once', () => {
  const piece = fc.constantFrom(
    ...Object.values(PERSONAL).flat(),
    ' ',
    '\n',
    'é',
    '😀',
    '@',
    '0',
    'Frau',
    'geb.',
    '+49',
    'DE02',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ');
      const positions = personalDataHints(text).map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].toSorted((one, other) => one - other));
      for (const position of positions) expect(position).toBeLessThan(text.length);
    }),
  );
});

/** What makes expressions that try one thing after another take for ever: a quarter of a megabyte of each would then not end in time. */
test.each([
  ['a'],
  ['0'],
  ['03341 '],
  ['0176-'],
  ['+49 0'],
  ['a.'],
  ['a@'],
  ['a.b@c.'],
  ['Frau '],
  ['Frau Dr. '],
  ['Herr von der '],
  ['Aa '],
  ['geb. 1.'],
  ['DE02 '],
  ['DE0212030000'],
  ['AZR-Nr. 1 '],
  ['Tel. 1 '],
  ['Tel.:('],
  ['12 010180 A '],
  [' '],
  ['\t'],
  ['-/ '],
])('a long text of %j is read in a time that grows with its length only', (piece) => {
  const text = piece.repeat(Math.ceil(250_000 / piece.length));
  expect(personalDataHints(`${text}, Frau Erfunden`).length).toBeGreaterThan(0);
});
