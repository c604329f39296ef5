#!/usr/bin/env node
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CreateError } from './create-error.ts';
import { runCommand } from './run-command.ts';

const HELP = `Starts an indicator plug-in for Kreisweit, as a package of its own.

  npm create @kreisweit/plugin <id> [folder]

  <id>      of the plug-in, in kebab-case, such as waiting-times
  [folder]  a new or empty one (the current one)

  --kit <version or tarball>  the @kreisweit/plugin-kit to write it against
  --domain <tarball>          the @kreisweit/domain that goes with a tarball of the kit
`;

const OLDEST_NODE = 24;
const node = process.versions.node;
if (Number.parseInt(node, 10) < OLDEST_NODE) {
  process.stderr.write(`create-plugin: this is Node ${node}; Kreisweit needs Node ${OLDEST_NODE} or newer\n`);
  process.exit(1);
}

await runCommand(async () => {
  // An older Node could not even load it, and would not say why.
  const { createStandalone } = await import('./create-standalone.ts');
  const { values, positionals } = parsed();
  if (values.help) return HELP;
  const [id, folder = '.', ...more] = positionals;
  if (more.length > 0) throw new CreateError(`one id and one folder are enough; what is ${more.join(' ')}?`);
  const created = await createStandalone(id, { folder, kit: values.kit, domain: values.domain });
  const way = relative(process.cwd(), created.folder);
  return [
    `${created.packageName} is in ${created.folder}. Next:`,
    '',
    ...(way === '' ? [] : [`  cd ${way}`]),
    '  npm install',
    '  npm test',
    '  npm run build',
    '',
    'README.md says what to write where, and how Kreisweit gets to know the plug-in.',
    '',
  ].join('\n');
});

function parsed() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { kit: text, domain: text, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new CreateError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}
