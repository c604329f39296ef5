export { bodyOf, coordinationOf, holding, meetingOn, seatOf } from './body-samples.ts';
export { askedEngines, type Engine, engines, servers } from './engines.ts';
export { dividingCatalogue, reformedCountry } from './reformed-country.ts';
export { actorOf } from './small-actors.ts';
export { smallCatalogue, smallIndicator, smallMeasure } from './small-catalogue.ts';
export {
  addNamedByConcept,
  putSmallConcepts,
  smallAction,
  smallConcept,
  smallTarget,
} from './small-concept.ts';
export { registerOf } from './small-country.ts';
export { ingestTable, releaseOf, table } from './small-release.ts';
export { smallStore, storeWithoutRegisters } from './small-store.ts';
