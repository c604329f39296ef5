export { type BuildOptions, buildPackage } from './build-package.ts';
export { type PackageManifest, publishableManifest } from './publishable-manifest.ts';
