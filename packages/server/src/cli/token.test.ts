import { importRegister, openStore, principalOfToken } from '@kreisweit/store';
import { registerOf } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseTargets } from '../database-target.ts';
import { readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { runKreisweit } from '../testing/kreisweit-process.ts';
import { linkCreate } from './link.ts';
import { progressDisplay } from './progress-display.ts';

const harz = registerOf(
  '2021-12-31',
  `
03            Niedersachsen
03153         Goslar        43
031530017     Goslar        50
031530017017  Goslar        63  50000
031535402     Lutter        54
031535402007  Lutter        64  2000`,
);

test.each([
  [
    ['token', 'create'],
    'token create --name "Jobcenter Goslar" --role DATA_PARTNER --plugin work --territory 03153',
  ],
  [['token', 'list'], 'token list --district 03153'],
  [['token', 'rotate'], 'token rotate kw_'],
  [['token', 'revoke'], 'token revoke kw_'],
  [['link', 'create'], 'link create --name "Town hall of Goslar" --territory 03153017'],
])('help of %j shows an example', async (words, example) => {
  const { status, stdout } = await runKreisweit([...words, '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Examples?:\n {2}npx kreisweit /);
  expect(stdout).toContain(`npx kreisweit ${example}`);
  expect(stdout).toContain('--json');
});

describe('on a database', () => {
  let database: CommandDatabase;
  beforeAll(async () => {
    database = await commandDatabase();
    const store = await open();
    await importRegister(store, harz, { checksum: 'register' });
    await store.close();
  });
  afterAll(() => database.close());

  const open = () => openStore(databaseTargets(readEnvironment(database.environment).database).write);
  const run = (...words: readonly string[]) =>
    kreisweitInProcess(words, { environment: database.environment });

  /** Whom a secret stands for now. */
  async function principalOf(secret: string) {
    const store = await open();
    try {
      return await principalOfToken(store, secret);
    } finally {
      await store.close();
    }
  }

  /** What differs from run to run, in a form that does not. */
  const masked = (text: string) =>
    text
      .replaceAll(/_[2-9a-hjkmnp-z]{8}/g, '_<id>')
      .replaceAll(/_<id>_[\w-]{43}/g, '_<id>_<secret>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
      .replaceAll(/\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d/g, '<day>');

  const secretIn = (text: string) => /kwl?_[2-9a-hjkmnp-z]{8}_[\w-]{43}/.exec(text)?.[0] ?? '';
  const idIn = (text: string) => /kwl?_[2-9a-hjkmnp-z]{8}/.exec(text)?.[0] ?? '';

  test('a token is made, listed, rotated and revoked, and its secret shown once', async () => {
    const made = await run(
      'token',
      'create',
      '--name',
      'Jobcenter Goslar',
      '--role',
      'DATA_PARTNER',
      '--plugin',
      'work',
      '--territory',
      '03153',
    );
    expect(made).toMatchObject({ status: 0 });
    expect(masked(made.stdout)).toMatchInlineSnapshot(`
      "token kw_<id> "Jobcenter Goslar": DATA_PARTNER (plug-in work, territory 03153); valid until <time>
        kw_<id>_<secret>
      The token is not shown again: keep it now, in a place for passwords. It is sent as "Authorization: Bearer kw_...".
      "
    `);
    const secret = secretIn(made.stdout);
    expect(made.stdout.split(secret)).toHaveLength(2);
    expect(made.stderr).not.toContain(secret);
    const id = idIn(secret);
    expect(await principalOf(secret)).toEqual({
      kind: 'token',
      id: `token:${id}`,
      name: 'Jobcenter Goslar',
      grants: [{ role: 'DATA_PARTNER', territory: '03153', plugin: 'work', actor: null }],
    });

    const rotated = await run('token', 'rotate', id, '--grace', '0', '--json');
    const fresh = JSON.parse(rotated.stdout);
    expect(fresh).toMatchObject({
      name: 'Jobcenter Goslar',
      createdBy: 'operator',
      secret: expect.stringContaining(fresh.id),
    });
    expect(await principalOf(secret)).toBeNull();
    expect(await principalOf(fresh.secret)).not.toBeNull();

    const again = await run('token', 'rotate', id);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain(`${id} was rotated already, to ${fresh.id}: rotate that one`);

    const revoked = await run('token', 'revoke', fresh.id);
    expect(masked(revoked.stdout)).toBe(
      'token kw_<id> "Jobcenter Goslar": revoked on <time>; it does not work any more\n',
    );
    expect(await principalOf(fresh.secret)).toBeNull();

    const listed = await run('token', 'list', '--district', '03153');
    expect(listed.stdout).toContain(`replaced by ${fresh.id}, ended `);
    expect(listed.stdout).toMatch(/revoked \S+Z; made \S+Z by operator; (never used|last used \S+Z)\n/);
    const data = await run('token', 'list', '--json');
    expect(JSON.parse(data.stdout).tokens.map((token: { id: string }) => token.id)).toEqual(
      [id, fresh.id].toSorted(),
    );
    for (const shown of [listed.stdout, data.stdout, revoked.stdout]) {
      expect(shown).not.toContain(secret.slice(12));
      expect(shown).not.toContain(fresh.secret.slice(12));
    }
  });

  test('a token of one calendar comes with the address to subscribe to, also when it is rotated', async () => {
    const grants = ['--role', 'CALENDAR_READER', '--territory', '03153'];
    const made = await run('token', 'create', '--name', 'Calendar Goslar', ...grants);
    expect(masked(made.stdout)).toMatchInlineSnapshot(`
      "token kw_<id> "Calendar Goslar": CALENDAR_READER (territory 03153); valid until <time>
        kw_<id>_<secret>
      The token is not shown again: keep it now, in a place for passwords. It is sent as "Authorization: Bearer kw_...".
      A calendar program subscribes to this address, which nobody else should see:
        http://localhost:4000/calendar/03153.ics?token=kw_<id>_<secret>
      "
    `);
    const url = ['--url', 'https://kreisweit.example/harz/'];
    const { calendar, secret } = JSON.parse(
      (await run('token', 'rotate', idIn(made.stdout), ...url, '--json')).stdout,
    );
    expect(calendar).toBe(`https://kreisweit.example/harz/calendar/03153.ics?token=${secret}`);
    const wrong = await run('token', 'create', '--name', 'x', ...grants, '--url', 'kreisweit.example');
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('is no address of a server')]);
    const broad = ['--grant', 'role=CALENDAR_READER,territory=03153', '--grant', 'role=ANALYST'];
    const both = await run('token', 'create', '--name', 'Office', ...broad);
    expect(both.stdout).not.toContain('calendar/');
  });

  test('a link for a municipality and one for an association come with a text to send on', async () => {
    const made = await run(
      'link',
      'create',
      '--name',
      'Town hall of Goslar',
      '--territory',
      '031530017017',
      '--plugin',
      'opening',
    );
    expect(made).toMatchObject({ status: 0 });
    expect(masked(made.stdout)).toMatchInlineSnapshot(`
      "link kwl_<id> "Town hall of Goslar": MUNICIPALITY_EDITOR (plug-in opening, territory 03153017); once, until <time>
      It is not shown again: send this on now.
      Its address, http://localhost:4000/deliver, works on this machine only: for others write --url https://kreisweit.example

      Town hall of Goslar: Ihr Link, um Zahlen an Kreisweit zu liefern (03153017)
      Öffnen Sie diese Adresse, wählen Sie Ihre Datei und liefern Sie sie; Sie brauchen kein Konto:

        http://localhost:4000/deliver#kwl_<id>_<secret>

      Der Link gilt bis zum <day> und für eine Lieferung; eine Datei, die noch Fehler hat, verbraucht ihn nicht.
      Geben Sie ihn nur an die Stelle weiter, die liefert: wer ihn hat, kann für Sie liefern.

      Town hall of Goslar: your link to deliver figures to Kreisweit (03153017)
      Open the address above, choose your file and deliver it; you need no account.
      The link works until <day> and for one delivery; a file that still has mistakes does not use it up.
      Pass it on to nobody but those who deliver: whoever has it can deliver for you.
      "
    `);
    expect(await principalOf(secretIn(made.stdout))).toMatchObject({
      kind: 'link',
      grants: [{ role: 'MUNICIPALITY_EDITOR', territory: '03153017', plugin: 'opening' }],
    });
    const other = await run(
      'link',
      'create',
      '--name',
      'Samtgemeinde Lutter',
      '--territory',
      '031535402',
      '--days',
      '1',
      '--json',
    );
    expect(JSON.parse(other.stdout)).toMatchObject({
      kind: 'link',
      grants: [{ role: 'ASSOCIATION_EDITOR', territory: '031535402', plugin: null }],
      letter: expect.stringContaining(
        'Samtgemeinde Lutter: Ihr Link, um Zahlen an Kreisweit zu liefern (031535402)',
      ),
    });
  });

  /** Makes a link for a server. */
  const linkFor = async (url: string) => {
    const { data, text } = await linkCreate(
      {
        environment: readEnvironment(database.environment),
        log: createLog('error', () => undefined),
        signal: new AbortController().signal,
        progress: progressDisplay(),
        print: () => undefined,
      },
      { name: 'Town hall of Goslar', territory: '03153017', url },
    );
    return { ...(data as { readonly secret: string; readonly address: string }), text };
  };

  test.each([
    ['https://kreisweit.example', 'https://kreisweit.example/deliver', []],
    ['https://kreis.example/kreisweit/', 'https://kreis.example/kreisweit/deliver', []],
    ['http://kreisweit.intern:4000', 'http://kreisweit.intern:4000/deliver', ['can read the link']],
    ['http://[::1]:4000', 'http://[::1]:4000/deliver', ['on this machine only']],
  ])('a link of the server %s leads to its page', async (url, page, cautions) => {
    const { secret, address, text } = await linkFor(url);
    expect(address).toBe(`${page}#${secret}`);
    expect(text).toContain(`\n  ${address}\n`);
    expect(text.split(secret)).toHaveLength(2);
    expect(text.match(/can read the link|on this machine only/g) ?? []).toEqual(cautions);
  });

  test.each([
    'kreisweit.example',
    'ftp://kreisweit.example',
    'https://a:b@kreisweit.example',
    'https://a.example/?b',
    'https://a.example/#b',
    '',
  ])('no link is made for the server %j', async (url) => {
    const listed = await run('token', 'list', '--json');
    await expect(linkFor(url)).rejects.toThrow(`"${url}" is no address of a server`);
    expect((await run('token', 'list', '--json')).stdout).toBe(listed.stdout);
  });

  test('several roles are written as grants', async () => {
    const { stdout } = await run(
      'token',
      'create',
      '--name',
      'Harz data office',
      '--expires',
      `${new Date().getUTCFullYear() + 1}-06-30`,
      '--grant',
      'role=DATA_PARTNER, plugin=work',
      '--grant',
      'role=ANALYST',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      grants: [
        { role: 'DATA_PARTNER', plugin: 'work', territory: null, actor: null },
        { role: 'ANALYST', plugin: null, territory: null, actor: null },
      ],
    });
  });

  test.each([
    [
      ['token', 'create', '--name', 'ab', '--role', 'DATA_PARTNER'],
      ['name: it has 2 characters', 'grants[0].plugin: the role DATA_PARTNER is held for one plugin'],
    ],
    [['token', 'create', '--name', 'Office', '--plugin', 'work'], ['--role: there is no role: write one of']],
    [
      ['token', 'create', '--name', 'Office', '--grant', 'rolle=ANALYST', 'role=ANALYST,role=ANALYST'],
      ['--grant 1: "rolle=ANALYST" is not understood', '--grant 2: role is given twice'],
    ],
    [
      ['token', 'create', '--name', 'Office', '--role', 'ANALYST', '--expires', '2020-01-01'],
      ['expiresAt: 2020-01-01 is over'],
    ],
    [['token', 'rotate', 'kw_zzzzzzzz'], ['id: there is no token "kw_zzzzzzzz"']],
    [['token', 'rotate', 'kw_zzzzzzzz', '--grace', 'long'], ['"long" is no number of hours']],
    [['token', 'revoke', 'kw_zzzzzzzz'], ['there is no token "kw_zzzzzzzz"']],
    [['token', 'list', '--district', 'Goslar'], ['"Goslar" is no key of a district']],
    [
      ['link', 'create', '--name', 'Office', '--territory', '03153'],
      ['"03153" is the key of a district: a link is for a municipality'],
    ],
    [
      ['link', 'create', '--name', 'Office', '--territory', '03153017', '--days', '32'],
      ['"32" is no number of days'],
    ],
  ])('%j is refused', async (words, messages) => {
    const { status, stderr, stdout } = await run(...words);
    expect(status).toBe(1);
    for (const message of messages) expect(stderr).toContain(message);
    expect(stdout).toBe('');
  });
});
