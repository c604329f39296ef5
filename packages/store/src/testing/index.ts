export { askedEngines, type Engine, engines, servers } from './engines.ts';
export { dividingCatalogue, reformedCountry } from './reformed-country.ts';
export { smallCatalogue, smallIndicator, smallMeasure } from './small-catalogue.ts';
export { registerOf } from './small-country.ts';
export { ingestTable, releaseOf, table } from './small-release.ts';
export { smallStore, storeWithoutRegisters } from './small-store.ts';
