import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.ts';
import { thisProcess } from './lock-holder.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kreisweit-test-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const leaveLock = (holder: object) => writeFileSync(file, JSON.stringify({ ...thisProcess(), ...holder }));
const endedPid = () => spawnSync(process.execPath, ['--eval', '0']).pid;
const quick = { beatMs: 20, silenceMs: 400 };

test('one holder at a time; the release frees the folder', async () => {
  const release = await lockFolder(folder);
  const refused = await lockFolder(folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FolderInUseError);
  expect(refused).toMatchObject({ folder, holder: { pid: process.pid } });
  expect(String(refused)).toContain(`The folder ${folder} is in use by process ${process.pid} (`);
  release();
  release();
  expect(readdirSync(folder)).toEqual([]);
  (await lockFolder(folder))();
});

test('says what the holder runs, but not its arguments', () => {
  const { argv } = process;
  try {
    process.argv = ['node', '/usr/lib/bin/kreisweit.js', 'serve', '--token=s3cret'];
    expect(thisProcess()).toMatchObject({ command: 'kreisweit serve', pid: process.pid });
  } finally {
    process.argv = argv;
  }
});

test('takes over from a process that has ended', async () => {
  leaveLock({ pid: endedPid(), started: '1' });
  const release = await lockFolder(folder);
  expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
  release();
});

test('takes over where another process has got the same pid', async () => {
  leaveLock({ pid: process.ppid, started: '1' });
  (await lockFolder(folder))();
});

test('takes over a lock that a crash left half written', async () => {
  writeFileSync(file, '{"pid": 12');
  (await lockFolder(folder))();
});

test('believes a holder on another machine as long as it gives signs of life', async () => {
  leaveLock({ machine: 'elsewhere', host: 'kreis-2', pid: 1 });
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), quick.beatMs);
  await expect(lockFolder(folder, quick)).rejects.toThrow('is in use by process 1 on kreis-2 (');
  clearInterval(beat);
  (await lockFolder(folder, quick))();
  expect(existsSync(file)).toBe(false);
});

test('a release never removes the lock of another', async () => {
  const release = await lockFolder(folder);
  leaveLock({ token: 'of another' });
  release();
  expect(existsSync(file)).toBe(true);
});

test('of several processes that find a dead lock, one gets it', async () => {
  leaveLock({ pid: endedPid(), started: '1' });
  const program = `
    import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
    console.log('ready');
    process.stdin.once('data', () => lockFolder(${JSON.stringify(folder)}).then(
      () => console.log('held'),
      (error) => console.log(error.name),
    ));`;
  const children = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const lines = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  const next = () => Promise.all(lines.map(async (line) => (await line.next()).value));
  expect(new Set(await next())).toEqual(new Set(['ready']));
  for (const child of children) child.stdin.write('go\n');
  const outcomes = await next();
  expect(outcomes.toSorted()).toEqual([
    'FolderInUseError',
    'FolderInUseError',
    'FolderInUseError',
    'FolderInUseError',
    'held',
  ]);
  await Promise.all(
    children.map(async (child) => {
      child.stdin.end();
      await once(child, 'exit');
    }),
  );
});
