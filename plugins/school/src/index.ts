export { schoolPlugin } from './school-plugin.ts';
