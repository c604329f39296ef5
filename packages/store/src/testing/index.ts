export { askedEngines, type Engine, engines, servers } from './engines.ts';
export { dividingCatalogue, reformedCountry } from './reformed-country.ts';
export { ingestTable } from './small-release.ts';
