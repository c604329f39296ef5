import { change, type IndicatorDefinition, lag, share, subtract } from '@kreisweit/plugin-kit';
import type { WorkMeasure } from './measures.ts';

const rate = { unit: 'percent', decimals: 1, informs: ['data'] } as const;
const gap = { unit: 'percentage_point', decimals: 1, informs: ['data'] } as const;

const atTheWorkplace = {
  de: 'Beschäftigte zählen am Arbeitsort: In einem Kreis, in den viele zur Arbeit pendeln, kann der Wert ein anderer sein als unter denen, die dort wohnen.',
  en: 'Employees count at the place of work: in a district to which many commute the value can be another one than among its residents.',
} as const;

const ofLabourForce = {
  de: 'Der Anteil hängt auch davon ab, wie viele Ausländerinnen und Ausländer hier leben: Um zu vergleichen, eignet sich die Arbeitslosenquote besser.',
  en: 'The share also depends on how many foreigners live here: to compare, the unemployment rate suits better.',
} as const;

const officialErrors = {
  de: 'In den amtlichen Tabellen stehen 2009 (Kreise 07131, 07132, 07141) und 2010 (Kreis 08216) unmögliche Zahlen, für einige kleine Gemeinden auch 2016: Anteile über 100 % sind Fehler der Quelle.',
  en: 'The official tables hold impossible figures for 2009 (districts 07131, 07132, 07141) and 2010 (district 08216), for some small municipalities also for 2016: shares above 100 % are errors of the source.',
} as const;

/** What is published beside the counts and the official rates. */
export const indicators = {
  foreignShareOfEmployees: {
    title: { de: 'Ausländeranteil an den Beschäftigten', en: 'Foreign share of employees' },
    description: {
      de: 'Wie viele von 100 Beschäftigten am Arbeitsort keine deutsche Staatsangehörigkeit haben, am 30. Juni.',
      en: 'How many of 100 employees at the place of work have no German citizenship, on 30 June.',
    },
    caveats: atTheWorkplace,
    ...rate,
    informs: ['strategy', 'data'],
    formula: (m) => share(m.foreignEmployees, m.employees),
  },
  foreignShareOfEmployedWomen: {
    title: { de: 'Ausländeranteil an den beschäftigten Frauen', en: 'Foreign share of employed women' },
    description: {
      de: 'Wie viele von 100 beschäftigten Frauen am Arbeitsort keine deutsche Staatsangehörigkeit haben, am 30. Juni.',
      en: 'How many of 100 employed women at the place of work have no German citizenship, on 30 June.',
    },
    caveats: atTheWorkplace,
    ...rate,
    formula: (m) => share(m.foreignEmployedWomen, m.employedWomen),
  },
  womenShareOfForeignEmployees: {
    title: {
      de: 'Frauenanteil an den ausländischen Beschäftigten',
      en: 'Share of women among foreign employees',
    },
    description: {
      de: 'Wie viele von 100 ausländischen Beschäftigten am Arbeitsort Frauen sind, am 30. Juni.',
      en: 'How many of 100 foreign employees at the place of work are women, on 30 June.',
    },
    caveats: atTheWorkplace,
    ...rate,
    informs: ['strategy', 'data'],
    formula: (m) => share(m.foreignEmployedWomen, m.foreignEmployees),
  },
  womenShareGap: {
    title: {
      de: 'Abstand des Frauenanteils an den ausländischen Beschäftigten zu dem an allen',
      en: 'Gap between the share of women among foreign employees and among all',
    },
    description: {
      de: 'Frauenanteil an den ausländischen Beschäftigten minus Frauenanteil an allen Beschäftigten, in Prozentpunkten. Unter null: Unter den ausländischen Beschäftigten sind weniger Frauen.',
      en: 'Share of women among foreign employees minus the share among all employees, in percentage points. Below zero: fewer women among the foreign employees.',
    },
    caveats: atTheWorkplace,
    ...gap,
    formula: (m) =>
      subtract(share(m.foreignEmployedWomen, m.foreignEmployees), share(m.employedWomen, m.employees)),
  },
  employeesGrowth: {
    title: { de: 'Veränderung der Zahl der Beschäftigten', en: 'Growth of the number of employees' },
    description: {
      de: 'Um wie viel Prozent die Zahl der Beschäftigten am Arbeitsort seit dem 30. Juni des Vorjahres gestiegen (über null) oder gefallen (unter null) ist.',
      en: 'By how many per cent the number of employees at the place of work rose (above zero) or fell (below zero) since 30 June of the year before.',
    },
    direction: 'higherIsBetter',
    caveats: atTheWorkplace,
    ...rate,
    formula: (m) => share(change(m.employees), lag(m.employees, 1)),
  },
  foreignEmployeesGrowth: {
    title: {
      de: 'Veränderung der Zahl der ausländischen Beschäftigten',
      en: 'Growth of the number of foreign employees',
    },
    description: {
      de: 'Um wie viel Prozent die Zahl der ausländischen Beschäftigten am Arbeitsort seit dem 30. Juni des Vorjahres gestiegen (über null) oder gefallen (unter null) ist.',
      en: 'By how many per cent the number of foreign employees at the place of work rose (above zero) or fell (below zero) since 30 June of the year before.',
    },
    caveats: atTheWorkplace,
    ...rate,
    formula: (m) => share(change(m.foreignEmployees), lag(m.foreignEmployees, 1)),
  },
  foreignShareOfUnemployed: {
    title: { de: 'Ausländeranteil an den Arbeitslosen', en: 'Foreign share of the unemployed' },
    description: {
      de: 'Wie viele von 100 Arbeitslosen keine deutsche Staatsangehörigkeit haben, im Mittel des Jahres.',
      en: 'How many of 100 unemployed people have no German citizenship, as a mean over the year.',
    },
    caveats: ofLabourForce,
    ...rate,
    informs: ['strategy', 'data'],
    formula: (m) => share(m.unemployedForeigners, m.unemployed),
  },
  longTermShareOfUnemployed: {
    title: { de: 'Anteil der Langzeitarbeitslosen', en: 'Long-term share of the unemployed' },
    description: {
      de: 'Wie viele von 100 Arbeitslosen seit einem Jahr und länger arbeitslos gemeldet sind, im Mittel des Jahres. Nach der Staatsangehörigkeit liegt diese Zahl nicht vor.',
      en: 'How many of 100 unemployed people have been registered for a year or longer, as a mean over the year. It is not available by citizenship.',
    },
    caveats: officialErrors,
    ...rate,
    formula: (m) => share(m.longTermUnemployed, m.unemployed),
  },
  youthShareOfUnemployed: {
    title: { de: 'Anteil der unter 25-Jährigen an den Arbeitslosen', en: 'Youth share of the unemployed' },
    description: {
      de: 'Wie viele von 100 Arbeitslosen 15 bis unter 25 Jahre alt sind, im Mittel des Jahres.',
      en: 'How many of 100 unemployed people are aged 15 to under 25, as a mean over the year.',
    },
    ...rate,
    formula: (m) => share(m.unemployedAged15To24, m.unemployed),
  },
  olderShareOfUnemployed: {
    title: {
      de: 'Anteil der 55- bis unter 65-Jährigen an den Arbeitslosen',
      en: 'Share of people aged 55 to under 65 among the unemployed',
    },
    description: {
      de: 'Wie viele von 100 Arbeitslosen 55 bis unter 65 Jahre alt sind, im Mittel des Jahres.',
      en: 'How many of 100 unemployed people are aged 55 to under 65, as a mean over the year.',
    },
    ...rate,
    formula: (m) => share(m.unemployedAged55To64, m.unemployed),
  },
  disabledShareOfUnemployed: {
    title: {
      de: 'Anteil der schwerbehinderten Menschen an den Arbeitslosen',
      en: 'Share of severely disabled people among the unemployed',
    },
    description: {
      de: 'Wie viele von 100 Arbeitslosen eine anerkannte Schwerbehinderung haben, im Mittel des Jahres.',
      en: 'How many of 100 unemployed people have a recognised severe disability, as a mean over the year.',
    },
    caveats: officialErrors,
    ...rate,
    formula: (m) => share(m.unemployedSeverelyDisabled, m.unemployed),
  },
  unemployedGrowth: {
    title: { de: 'Veränderung der Zahl der Arbeitslosen', en: 'Growth of the number of unemployed' },
    description: {
      de: 'Um wie viel Prozent die Zahl der Arbeitslosen im Jahresmittel höher (über null) oder niedriger (unter null) war als im Vorjahr.',
      en: 'By how many per cent the number of unemployed people, as a mean over the year, was higher (above zero) or lower (below zero) than in the year before.',
    },
    direction: 'lowerIsBetter',
    ...rate,
    formula: (m) => share(change(m.unemployed), lag(m.unemployed, 1)),
  },
  foreignUnemploymentGap: {
    title: {
      de: 'Abstand der Arbeitslosenquote der Ausländerinnen und Ausländer zu der aller',
      en: 'Gap between the unemployment rates of foreigners and of all',
    },
    description: {
      de: 'Arbeitslosenquote der Ausländerinnen und Ausländer minus Arbeitslosenquote aller, in Prozentpunkten, aus den veröffentlichten Quoten. Über null: Von den Ausländerinnen und Ausländern ist ein größerer Teil arbeitslos.',
      en: 'Unemployment rate of foreigners minus that of all, in percentage points, from the published rates. Above zero: a larger part of the foreigners is unemployed.',
    },
    direction: 'lowerIsBetter',
    caveats: {
      de: 'Aus zwei gerundeten Quoten: auf 0,1 Punkte genau. Die Quote aller enthält die der Ausländerinnen und Ausländer; der Abstand zu den Deutschen ist größer.',
      en: 'From two rounded rates: exact to 0.1 points. The rate of all contains that of foreigners; the gap to Germans is larger.',
    },
    ...gap,
    informs: ['strategy', 'data'],
    formula: (m) => subtract(m.unemploymentRateOfForeigners, m.unemploymentRate),
  },
  genderUnemploymentGap: {
    title: {
      de: 'Abstand der Arbeitslosenquote der Frauen zu der der Männer',
      en: 'Gap between the unemployment rates of women and men',
    },
    description: {
      de: 'Arbeitslosenquote der Frauen minus Arbeitslosenquote der Männer, in Prozentpunkten, aus den veröffentlichten Quoten. Über null: Von den Frauen ist ein größerer Teil arbeitslos.',
      en: 'Unemployment rate of women minus that of men, in percentage points, from the published rates. Above zero: a larger part of the women is unemployed.',
    },
    caveats: {
      de: 'Aus zwei gerundeten Quoten: auf 0,1 Punkte genau. Wer Arbeit sucht, aber nicht gemeldet ist, fehlt.',
      en: 'From two rounded rates: exact to 0.1 points. People who look for work without being registered are missing.',
    },
    ...gap,
    formula: (m) => subtract(m.unemploymentRateOfWomen, m.unemploymentRateOfMen),
  },
} as const satisfies Record<string, IndicatorDefinition<WorkMeasure>>;
