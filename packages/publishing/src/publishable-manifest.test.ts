import { expect, test } from 'vitest';
import { publishableManifest } from './publishable-manifest.ts';

const manifest = {
  name: '@kreisweit/plugin-places',
  version: '0.1.0',
  description: 'Places',
  license: 'Apache-2.0',
  exports: { '.': './src/index.ts', './testing': './src/testing/index.ts' },
};

test('the package that others install has no scripts and nothing for development', () => {
  const workspace = {
    ...manifest,
    private: true,
    scripts: { test: 'vitest run' },
    devDependencies: { pg: '8.23.1' },
    bin: { places: './src/main.ts' },
    files: ['fixtures'],
    dependencies: { '@kreisweit/plugin-kit': '0.1.0' },
    peerDependencies: { vitest: '>=4' },
    peerDependenciesMeta: { vitest: { optional: true } },
  };
  expect(publishableManifest(workspace)).toMatchInlineSnapshot(`
    {
      "bin": {
        "places": "./main.js",
      },
      "dependencies": {
        "@kreisweit/plugin-kit": "0.1.0",
      },
      "description": "Places",
      "engines": {
        "node": ">=24",
      },
      "exports": {
        ".": {
          "default": "./index.js",
          "types": "./index.d.ts",
        },
        "./testing": {
          "default": "./testing/index.js",
          "types": "./testing/index.d.ts",
        },
      },
      "files": [
        "**/*.js",
        "**/*.d.ts",
        "fixtures",
      ],
      "license": "Apache-2.0",
      "name": "@kreisweit/plugin-places",
      "peerDependencies": {
        "vitest": ">=4",
      },
      "peerDependenciesMeta": {
        "vitest": {
          "optional": true,
        },
      },
      "type": "module",
      "version": "0.1.0",
    }
  `);
});

test('what is no source is refused', () => {
  expect(() => publishableManifest({ ...manifest, exports: { '.': './index.js' } })).toThrow(
    '"./index.js" is no source: write ./src/<name>.ts',
  );
});
