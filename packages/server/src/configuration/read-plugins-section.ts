import type { SectionReader } from './section-reader.ts';

/** As the npm registry takes it; no path, no address. */
const PACKAGE_NAME = /^(?:@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/;

/** Reads the section `plugins`: the names of packages, each once, in their order. */
export const readPluginsSection: SectionReader<readonly string[]> = (value = [], refuse) => {
  if (!Array.isArray(value)) {
    refuse([], 'is no list: write the names of packages, as in ["kreisweit-plugin-waiting-times"]');
    return [];
  }
  const listed: readonly unknown[] = value;
  for (const [index, name] of listed.entries()) {
    if (typeof name !== 'string' || !PACKAGE_NAME.test(name)) {
      const message = `${JSON.stringify(name)} is no name of a package: write one such as "kreisweit-plugin-waiting-times"`;
      refuse([index], message);
    } else if (listed.indexOf(name) < index) {
      refuse([index], `"${name}" is named before: write it once`);
    }
  }
  return listed.map(String);
};
