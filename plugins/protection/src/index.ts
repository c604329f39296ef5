export { protectionPlugin } from './protection-plugin.ts';
