export { type Engine, engines } from './engines.ts';
