export { populationPlugin } from './population-plugin.ts';
