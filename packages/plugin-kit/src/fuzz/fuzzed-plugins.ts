import { citizenshipPlugin } from '../../../../plugins/citizenship/src/index.ts';
import { earlyYearsPlugin } from '../../../../plugins/early-years/src/index.ts';
import { healthPlugin } from '../../../../plugins/health/src/index.ts';
import { housingPlugin } from '../../../../plugins/housing/src/index.ts';
import { incomePlugin } from '../../../../plugins/income/src/index.ts';
import { languagePlugin } from '../../../../plugins/language/src/index.ts';
import { migrationPlugin } from '../../../../plugins/migration/src/index.ts';
import { openingPlugin } from '../../../../plugins/opening/src/index.ts';
import { populationPlugin } from '../../../../plugins/population/src/index.ts';
import { protectionPlugin } from '../../../../plugins/protection/src/index.ts';
import { schoolPlugin } from '../../../../plugins/school/src/index.ts';
import { workPlugin } from '../../../../plugins/work/src/index.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { fuzzPlugin } from './fuzz-plugin.ts';

/** The plug-ins that read fuzzed files: those of the repository as they are, and one for the other formats. */
export const fuzzedPlugins: readonly IndicatorPlugin[] = [
  populationPlugin,
  citizenshipPlugin,
  earlyYearsPlugin,
  healthPlugin,
  housingPlugin,
  incomePlugin,
  languagePlugin,
  migrationPlugin,
  openingPlugin,
  protectionPlugin,
  schoolPlugin,
  workPlugin,
  fuzzPlugin,
];
