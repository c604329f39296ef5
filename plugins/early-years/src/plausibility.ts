import type { PlausibilityDefinition } from '@kreisweit/plugin-kit';

const childrenFromOutside = {
  de: 'Über 100 % ist möglich: Betreut werden auch Kinder, die in anderen Gemeinden wohnen.',
  en: 'More than 100 % is possible: children of other municipalities are looked after too.',
};

/** What figures of day care must fulfil. Care rates above 100 % are no mistake, but worth a look. */
export const plausibility: Readonly<Record<string, PlausibilityDefinition>> = {
  careRateUnder3: {
    title: {
      de: 'Nicht mehr betreute Kinder unter 3 Jahren, als hier wohnen',
      en: 'Not more children under 3 in day care than live here',
    },
    severity: 'warning',
    note: childrenFromOutside,
    atMost: ['inCareUnder3', 'childrenUnder3'],
  },
  careRate3To5: {
    title: {
      de: 'Nicht mehr betreute Kinder von 3 bis unter 6 Jahren, als hier wohnen',
      en: 'Not more children aged 3 to under 6 in day care than live here',
    },
    severity: 'warning',
    note: childrenFromOutside,
    atMost: ['inCare3To5', 'children3To5'],
  },
  migrationCareRateUnder3: {
    title: {
      de: 'Nicht mehr betreute Kinder unter 3 Jahren mit Migrationshintergrund, als hier wohnen',
      en: 'Not more children under 3 with a migration background in day care than live here',
    },
    severity: 'warning',
    note: childrenFromOutside,
    atMost: ['migrationInCareUnder3', 'migrationChildrenUnder3'],
  },
  migrationCareRate3To5: {
    title: {
      de: 'Nicht mehr betreute Kinder von 3 bis unter 6 Jahren mit Migrationshintergrund, als hier wohnen',
      en: 'Not more children aged 3 to under 6 with a migration background in day care than live here',
    },
    severity: 'warning',
    note: childrenFromOutside,
    atMost: ['migrationInCare3To5', 'migrationChildren3To5'],
  },
  migrationAmongChildrenUnder3: {
    title: {
      de: 'Nicht mehr Kinder unter 3 Jahren mit Migrationshintergrund als Kinder dieses Alters',
      en: 'Not more children under 3 with a migration background than children of that age',
    },
    severity: 'error',
    atMost: ['migrationChildrenUnder3', 'childrenUnder3'],
  },
  migrationAmongChildren3To5: {
    title: {
      de: 'Nicht mehr Kinder von 3 bis unter 6 Jahren mit Migrationshintergrund als Kinder dieses Alters',
      en: 'Not more children aged 3 to under 6 with a migration background than children of that age',
    },
    severity: 'error',
    atMost: ['migrationChildren3To5', 'children3To5'],
  },
  migrationAmongCareUnder3: {
    title: {
      de: 'Nicht mehr betreute Kinder unter 3 Jahren mit Migrationshintergrund als betreute Kinder',
      en: 'Not more children under 3 with a migration background in day care than children in day care',
    },
    severity: 'error',
    atMost: ['migrationInCareUnder3', 'inCareUnder3'],
  },
  migrationAmongCare3To5: {
    title: {
      de: 'Nicht mehr betreute Kinder von 3 bis unter 6 Jahren mit Migrationshintergrund als betreute Kinder',
      en: 'Not more children aged 3 to under 6 with a migration background in day care than children in day care',
    },
    severity: 'error',
    atMost: ['migrationInCare3To5', 'inCare3To5'],
  },
  otherLanguageAmongCareUnder3: {
    title: {
      de: 'Nicht mehr betreute Kinder unter 3 Jahren mit anderer Familiensprache als betreute Kinder',
      en: 'Not more children under 3 with another family language in day care than children in day care',
    },
    severity: 'error',
    atMost: ['otherLanguageInCareUnder3', 'inCareUnder3'],
  },
  otherLanguageAmongCare3To5: {
    title: {
      de: 'Nicht mehr betreute Kinder von 3 bis unter 6 Jahren mit anderer Familiensprache als betreute Kinder',
      en: 'Not more children aged 3 to under 6 with another family language in day care than children in day care',
    },
    severity: 'error',
    atMost: ['otherLanguageInCare3To5', 'inCare3To5'],
  },
};
