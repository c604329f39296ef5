export { languagePlugin } from './language-plugin.ts';
