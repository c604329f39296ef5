import { resolve } from 'node:path';
import { buildPackage } from './build-package.ts';
import { builtPackages } from './built-packages.ts';

// `npm run build` of a workspace: makes its folder `dist` anew.
const folder = process.cwd();
await buildPackage(folder, { into: resolve(folder, 'dist'), built: await builtPackages() });
