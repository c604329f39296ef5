import { expect, test } from 'vitest';
import { pluginNames } from './plugin-names.ts';
import { withPlugin } from './server-lines.ts';

const importing = (name: string, source: string) => `import { ${name} } from '${source}';`;
const list = (...names: readonly string[]) =>
  [
    importing('formatPluginProblem', '@kreisweit/plugin-kit'),
    importing('populationPlugin', '@kreisweit/plugin-population'),
    importing('CommandError', './command-error.ts'),
    '',
    '/** The plug-ins that Kreisweit brings along. */',
    `export const builtInPlugins: readonly IndicatorPlugin[] = Object.freeze([${names.join(', ')}]);`,
    '',
  ].join('\n');
const added = (text: string, id: string) => withPlugin(text, pluginNames(id), `@kreisweit/plugin-${id}`);

test('an import goes where its name belongs, an entry to the end', () => {
  expect(added(added(list('populationPlugin'), 'work'), 'asylum')).toMatchInlineSnapshot(`
    "import { asylumPlugin } from '@kreisweit/plugin-asylum';
    import { formatPluginProblem } from '@kreisweit/plugin-kit';
    import { populationPlugin } from '@kreisweit/plugin-population';
    import { workPlugin } from '@kreisweit/plugin-work';
    import { CommandError } from './command-error.ts';

    /** The plug-ins that Kreisweit brings along. */
    export const builtInPlugins: readonly IndicatorPlugin[] = Object.freeze([
      populationPlugin,
      workPlugin,
      asylumPlugin,
    ]);
    "
  `);
});

test('a list that grows too wide is written in lines', () => {
  expect(
    added(list('populationPlugin', 'workPlugin', 'earlyYearsPlugin'), 'health')
      .split('\n')
      .slice(6, -1),
  ).toEqual([
    'export const builtInPlugins: readonly IndicatorPlugin[] = Object.freeze([',
    '  populationPlugin,',
    '  workPlugin,',
    '  earlyYearsPlugin,',
    '  healthPlugin,',
    ']);',
  ]);
});

test('a file that looks different is left to people', () => {
  expect(() => added(importing('a', './a.ts'), 'work')).toThrow(
    'packages/server/src/plugins.ts has not the array builtInPlugins where it is expected: add the plug-in by hand',
  );
});
