export { myFiguresPlugin } from './my-figures-plugin.ts';
