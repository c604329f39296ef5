/**
 * The official table of employees (13111-01-03-5) of a year with invented numbers of foreigners among them, by key: with `.` where one is
 * hidden, as the table says it.
 */
export function officialTable(year: string, foreigners: Readonly<Record<string, number | '.'>>): string {
  const rows = Object.entries(foreigners).map(
    ([key, value]) => `${key};  ${NAMES[key] ?? key};90000000;45000000;45000000;${value};.;.`,
  );
  return `${HEAD}\n30.06.${year};;;;;;;\n${COLUMNS}\n${rows.join('\n')}\n${FOOT}\n`;
}

const NAMES: Readonly<Record<string, string>> = {
  '03153': 'Goslar, Landkreis',
  '09473': 'Coburg, Landkreis',
};

const HEAD = `GENESIS-Tabelle: 13111-01-03-5
Sozialversicherungspflichtig Beschäftigte am Arbeitsort;;;;;;;
nach Geschlecht und Nationalität - Stichtag 30.06.-;;;;;;;
regionale Tiefe: Gemeinden, Samt-/Verbandsgemeinden;;;;;;;
Sozialversicherungspflichtig Beschäftigte;;;;;;;
Sozialversicherungspfl. Beschäftigte (Arbeitsort) (Anzahl);;;;;;;`;

const COLUMNS = `;;Nationalität;Nationalität;Nationalität;Nationalität;Nationalität;Nationalität
;;Insgesamt;Insgesamt;Insgesamt;Ausländer(innen);Ausländer(innen);Ausländer(innen)
;;Geschlecht;Geschlecht;Geschlecht;Geschlecht;Geschlecht;Geschlecht
;;Insgesamt;männlich;weiblich;Insgesamt;männlich;weiblich`;

const FOOT = `__________
"Invented figures, for tests."
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017.
Dieses Werk ist lizensiert unter der Datenlizenz Deutschland
- Namensnennung - Version 2.0."
Stand: 10.10.2017 / 16:46:46`;
