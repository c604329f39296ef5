import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A clone in small: the command, a program that it starts, and a Node in its node_modules. */
const clone = mkdtempSync(join(tmpdir(), 'kreisweit-clone-'));
const command = join(clone, 'bin/kreisweit.js');
const nodeOfClone = join(clone, 'node_modules/.bin/node');

const program = `
const [word] = process.argv.slice(2);
console.log(word, process.version);
if (word === 'fail') process.exitCode = 7;
if (word === 'wait') {
  const alive = setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => { console.log('asked to stop'); process.exitCode = 3; clearInterval(alive); });
  console.log('waiting');
}
if (word === 'die') process.kill(process.pid, 'SIGKILL');
`;

/** Makes this very Node look like an old one to the command, not to what the command starts. */
const looksOld = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;

beforeAll(() => {
  for (const folder of ['bin', 'src/cli', 'node_modules/.bin'])
    mkdirSync(join(clone, folder), { recursive: true });
  copyFileSync(fileURLToPath(new URL('./kreisweit.js', import.meta.url)), command);
  writeFileSync(join(clone, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(clone, 'src/cli/main.ts'), program);
  symlinkSync(process.execPath, nodeOfClone);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

async function run(word: string, { signal }: { readonly signal?: NodeJS.Signals } = {}) {
  const child = spawn(process.execPath, ['--import', looksOld, command, word], { stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (signal !== undefined && text.includes('waiting')) child.kill(signal);
    });
  }
  const [status] = await once(child, 'close');
  return { status, output };
}

test('an older Node starts the one of the clone', async () => {
  expect(await run('work')).toEqual({ status: 0, output: `work ${process.version}\n` });
});

test('the exit status is kept', async () => {
  expect((await run('fail')).status).toBe(7);
  expect((await run('die')).status).toBe(137);
});

test('signals are passed on', async () => {
  const { status, output } = await run('wait', { signal: 'SIGTERM' });
  expect(output).toContain('asked to stop');
  expect(status).toBe(3);
});

test('without a newer Node one line says what to do', async () => {
  rmSync(nodeOfClone);
  const { status, output } = await run('work');
  symlinkSync(process.execPath, nodeOfClone);
  expect(status).toBe(1);
  expect(output).toMatch(/^kreisweit needs Node 24 or newer, this is v\d.*npm install.*\n$/);
});
