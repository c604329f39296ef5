import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorkspace } from './create-workspace.ts';
import { runCommand } from './run-command.ts';

// `npm run new-plugin -- <id>`: a plug-in inside this repository.
await runCommand(async () => {
  const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
  const [id] = process.argv.slice(2);
  const { folder } = await createWorkspace(id, { root });
  return [
    `${folder} is there, and Kreisweit knows it. Next:`,
    '',
    '  npm install',
    `  npx vitest run ${folder}`,
    '  npm run generate',
    '',
  ].join('\n');
});
