export { installOffline, linkTools } from './install-offline.ts';
export { type PackedPackages, packedPackages } from './packed-packages.ts';
