import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runKreisweit, startKreisweit } from '../testing/kreisweit-process.ts';
import { officialFile } from '../testing/official-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const municipalities = officialFile('observations/municipalities/12411-01-01-5_00.csv');
const residents = officialFile('observations/districts/12411-01-01-4.csv');

const corners = [
  [10, 51.5],
  [10.5, 51.5],
  [10.5, 52],
  [10, 52],
  [10, 51.5],
];
const square = { type: 'Polygon', coordinates: [corners] };

/** Files as users write them: something of each kind about Goslar. */
const ownFiles = {
  'groups.json': {
    source: 'Regionalverband Harz',
    groups: [
      {
        key: 'harz',
        title: { de: 'Harz', en: 'Harz' },
        category: 'OTHER',
        members: [{ key: '03153', from: '2013-01-01' }],
      },
    ],
  },
  'square.geojson': {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: '03153', properties: null, geometry: square }],
  },
};

describe('without a database', () => {
  test('help names every command and every variable', async () => {
    const { status, stdout } = await runKreisweit(['--help']);
    expect(status).toBe(0);
    for (const word of [
      'serve',
      'migrate',
      'import',
      'ingest',
      'releases',
      'withdraw',
      'aggregate',
      'plugins',
      'status',
      'KREISWEIT_DATA',
      'PORT',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test.each([
    ['serve'],
    ['migrate'],
    ['import', 'register'],
    ['import', 'changes'],
    ['import', 'crosswalk'],
    ['check', 'territories'],
    ['ingest'],
    ['releases'],
    ['withdraw'],
    ['aggregate'],
    ['plugins'],
    ['status'],
  ])('%s %s has help with an example', async (...words) => {
    const { status, stdout } = await runKreisweit([...words, '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}.*kreisweit /);
    expect(stdout).toContain('--json');
  });

  test('an unknown command is a failure that says what to do', async () => {
    const { status, stderr } = await runKreisweit(['ingst', 'population', 'a.csv']);
    expect(status).toBe(1);
    expect(stderr).toContain(`(Did you mean ingest?)`);
  });

  test('plugins lists the tables and the indicators', async () => {
    const { status, stdout } = await runKreisweit(['plugins']);
    expect(status).toBe(0);
    expect(stdout).toContain('12411-01-01-5');
    expect(stdout).toContain('population/foreignShare');
  });

  test('plugins --json is for scripts', async () => {
    const { stdout } = await runKreisweit(['plugins', '--json']);
    expect(JSON.parse(stdout).plugins[0].id).toBe('population');
  });

  test('problems of the environment come all at once', async () => {
    const { status, stderr, stdout } = await runKreisweit(['status'], {
      environment: { PORT: 'x', KREISWEIT_DEMOS: 'off' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('PORT: "x"');
    expect(stderr).toContain('KREISWEIT_DEMOS: Kreisweit knows no such variable; write KREISWEIT_DEMO');
  });
});

describe('with a wrong file nothing is opened', () => {
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  afterAll(() => expect(existsSync(environment.KREISWEIT_DATA)).toBe(false));

  test('a file that is not there', async () => {
    const { status, stderr } = await runKreisweit(['ingest', 'population', 'nothing.csv'], {
      environment,
      folder,
    });
    expect(status).toBe(1);
    expect(stderr).toBe(`kreisweit: there is no such file: ${join(folder, 'nothing.csv')}\n`);
  });

  test('a plug-in that there is not', async () => {
    const { status, stderr } = await runKreisweit(['ingest', 'popluation', residents], { environment });
    expect(status).toBe(1);
    expect(stderr).toContain('there is no plug-in "popluation"; did you mean "population"?');
  });

  test('a table that the plug-in does not take, even if it comes last', async () => {
    const other = officialFile('observations/districts/22221-01-01-4_00.csv');
    const { status, stderr } = await runKreisweit(['ingest', 'population', residents, other], {
      environment,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`${other}:1: expected 12411-01-01-5`);
  });

  test('a register that is none, as data for scripts too', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear all,\n');
    const { status, stdout, stderr } = await runKreisweit(['import', 'register', 'letter.txt', '--json'], {
      environment,
      folder,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('letter.txt');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(JSON.parse(stdout).error.problems).toHaveLength(1);
  });
});

/** Some commands as a user runs them. The tests of single commands run them in the process of the test, on a server. */
describe('on an embedded database', () => {
  const empty = join(folder, 'empty');
  const emptyCopy = (name: string) => {
    const data = join(folder, name);
    cpSync(empty, data, { recursive: true });
    return { KREISWEIT_DATA: data };
  };

  beforeAll(async () => {
    const { status, stderr } = await runKreisweit(['migrate'], { environment: { KREISWEIT_DATA: empty } });
    expect(stderr).not.toContain('kreisweit:');
    expect(status).toBe(0);
  });

  describe('what was killed while ingesting', () => {
    let environment: ReturnType<typeof emptyCopy>;
    beforeAll(async () => {
      environment = emptyCopy('killed');
      const killed = startKreisweit(['ingest', 'population', municipalities], { environment });
      await killed.seen(/storing|adding up/);
      killed.child.kill('SIGKILL');
      expect((await killed.finished).status).toBeNull();
    }, 90_000);

    test('left nothing behind, and the next command works', async () => {
      const again = await runKreisweit(['ingest', 'population', residents, '--json'], { environment });
      expect(again.stderr).not.toContain('kreisweit:');
      expect(again.status).toBe(0);
      expect(JSON.parse(again.stdout).ingested[0]).toMatchObject({
        input: 'population/residentsByDistrict',
        changed: true,
        cells: 1578,
      });

      const { stdout } = await runKreisweit(['status', '--json'], { environment });
      expect(JSON.parse(stdout)).toMatchObject({
        dataVersion: 2,
        values: 1578,
        releases: [{ source: '12411-01-01-4' }],
      });
    }, 90_000);

    test('is no hindrance to withdrawing what came after it', async () => {
      const { status, stdout, stderr } = await runKreisweit(['withdraw', '1', '--reason', 'wrong'], {
        environment,
      });
      expect(stderr).not.toContain('kreisweit:');
      expect(stdout).toMatch(/withdrawn as data version 3;/);
      expect(status).toBe(0);
    });
  });

  test('Ctrl-C while ingesting ends cleanly, with the exit status that shells expect, and stores nothing', async () => {
    const environment = emptyCopy('interrupted');
    const ingesting = startKreisweit(['ingest', 'population', municipalities], { environment });
    await ingesting.seen(/reading|storing/);
    ingesting.child.kill('SIGINT');
    const { status, stdout, stderr } = await ingesting.finished;
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).toContain('kreisweit: interrupted; what was unfinished was not stored');
    expect(existsSync(join(environment.KREISWEIT_DATA, 'lock'))).toBe(false);

    const after = await runKreisweit(['status', '--json'], { environment });
    expect(JSON.parse(after.stdout)).toMatchObject({ dataVersion: 1, releases: [] });
  });

  describe('what figures stand on is imported', () => {
    let environment: ReturnType<typeof emptyCopy>;
    beforeAll(() => {
      environment = emptyCopy('imported');
      for (const [file, content] of Object.entries(ownFiles)) {
        writeFileSync(join(folder, file), JSON.stringify(content));
      }
    });

    test.each([
      ['register', [officialFile('register/GV100AD_301123.txt')], '  400 districts\n'],
      ['groups', ['groups.json'], '1 group with 1 member,'],
      [
        'boundaries',
        ['square.geojson', '--on', '2023-11-30', '--source', 'me', '--licence', 'none'],
        '1 district,',
      ],
    ])('by import %s', async (what, words, said) => {
      const { status, stdout, stderr } = await runKreisweit(['import', what, ...words], {
        environment,
        folder,
      });
      expect(stderr).not.toContain('kreisweit:');
      expect(stdout).toContain(said);
      expect(status).toBe(0);
    });

    test('and compared by check territories', async () => {
      const { status, stdout } = await runKreisweit(['check', 'territories'], { environment });
      expect(stdout).toBe('Registers, lists of changes and crosswalks fit together.\n');
      expect(status).toBe(0);
    });
  });

  test('a server serves until it is told to stop; meanwhile others are told who holds the folder', async () => {
    const environment = { ...emptyCopy('served'), PORT: '0', KREISWEIT_DEMO: 'off' };
    const server = startKreisweit(['serve'], { environment });
    const started = await server.seen(/Ctrl-C stops\./);
    const [url = ''] = /http:\/\/localhost:\d+\/graphql/.exec(started) ?? [];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ dataVersion { number } }' }),
    });
    expect(await answer.json()).toEqual({ data: { dataVersion: { number: 1 } } });

    const other = await runKreisweit(['status'], { environment });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`is in use by process ${server.child.pid}`);
    expect(other.stderr).toContain('kreisweit serve');

    server.child.kill('SIGTERM');
    expect((await server.finished).status).toBe(0);
    expect(existsSync(join(environment.KREISWEIT_DATA, 'lock'))).toBe(false);
  });
});

test('a port in use is said in one line', async () => {
  const taken = createServer().listen(0, 'localhost');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const environment = { PORT: String(port), KREISWEIT_DATA: join(folder, 'never') };
  const { status, stderr } = await runKreisweit(['serve'], { environment });
  taken.close();
  expect(status).toBe(1);
  expect(stderr).toBe(
    `kreisweit: port ${port} is in use by another program: stop that, or write PORT=${port + 1} before the command\n`,
  );
  expect(existsSync(environment.KREISWEIT_DATA)).toBe(false);
});

test('a database that cannot be reached is said in one line, without the password', async () => {
  const { status, stderr } = await runKreisweit(['serve'], {
    environment: { PORT: '0', DATABASE_URL: 'postgres://ada:secret@localhost:1/kreisweit' },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^kreisweit: .*localhost:1\/kreisweit.*\n$/);
  expect(stderr).not.toContain('secret');
});

test('files are relative to the folder of the user, also under a script of npm', async () => {
  mkdirSync(join(folder, 'below'));
  const { stderr } = await runKreisweit(['import', 'register', 'gv.txt'], {
    folder,
    environment: { INIT_CWD: join(folder, 'below'), npm_package_json: join(folder, 'package.json') },
  });
  expect(stderr).toContain(join(folder, 'below', 'gv.txt'));
});
