import type { AttackedServer } from './attacked-server.ts';
import { officialTable } from './official-table.ts';
import { ask, deliver } from './send.ts';

/**
 * Numbers that nobody may learn: a count below what is told, one of which it follows, and counts of municipalities that are not told on
 * their own. They differ between two worlds that must look the same.
 */
export type Secrets = { readonly few: number; readonly own: readonly number[] };

/** What the official table hides of a municipality, and what follows the same from the sum of those that it shows. */
export const ofTable = Object.freeze({
  total: 80_123_457,
  shown: [11_030_201, 12_070_503, 9_050_709],
  sum: 32_151_413,
  hidden: 47_972_044,
});

const [HIDDEN_ONE, ...SHOWN] = ['03153012', '03153002', '03153017', '03153018'] as const;
const MEMBERS = ['03153002', '03153008', '03153012', '03153016', '03153017', '03153018', '03153019'];

const row = (...cells: readonly (string | number)[]) => cells.join(';');
const csv = (rows: readonly string[]) => `Schlüssel;Zeitraum;Merkmal;Geschlecht;Wert\n${rows.join('\n')}\n`;

type Sent = readonly [as: string, path: string, body: string];

function deliveries({ few, own }: Secrets): readonly Sent[] {
  const count = (index: number) => own[index % own.length] ?? 0;
  return [
    [
      'administrator',
      'work?input=employeesByMunicipality',
      officialTable('2015', {
        '03153': ofTable.total,
        ...Object.fromEntries(SHOWN.map((key, index) => [key, ofTable.shown[index] ?? 0])),
        [HIDDEN_ONE]: '.',
      }),
    ],
    // A district of which one municipality has few, and whose other counts are nobody's business.
    [
      'administrator',
      'language',
      csv(
        MEMBERS.flatMap((key, index) => [
          row(key, 2021, 'language/participants', '', index === 1 ? few : count(index)),
          row(key, 2021, 'language/eligiblePersons', '', 9_000_000),
          row(key, 2021, 'language/coursePlaces', '', 8_000_000 + index),
          row(key, 2021, 'language/waitingDays', '', 30 + index),
        ]),
      ),
    ],
    // A total that is told, with a category that follows from the other one.
    [
      'administrator',
      'language',
      csv([
        row('09473', 2021, 'language/participants', '', 5_000),
        row('09473', 2021, 'language/participants', 'männlich', 5_000 - few),
        row('09473', 2021, 'language/participants', 'weiblich', few),
        row('09473', 2021, 'language/eligiblePersons', '', 9_000),
        row('09473', 2021, 'language/testTakers', '', 400),
        row('09473', 2021, 'language/b1Reached', '', 400 - few),
        row('12070', 2021, 'language/participants', '', few),
        row('12070', 2021, 'language/eligiblePersons', '', 800),
        row('12070', 2020, 'language/participants', '', few),
        row('12070', 2020, 'language/eligiblePersons', '', 800),
      ]),
    ],
    [
      'institute',
      'opening',
      csv([
        row('12070', 2021, 'opening/staff', '', 600),
        row('12070', 2021, 'opening/staffSurveyed', '', 400),
        row('12070', 2021, 'opening/staffWithMigrationHistory', '', few),
        row('12070', 2021, 'opening/staffTrained', '', 600 - few),
      ]),
    ],
    // A part of the municipalities.
    [
      'institute',
      'opening',
      csv([
        row('12070296', 2021, 'opening/councilMembers', '', count(0)),
        row('12070304', 2021, 'opening/councilMembers', '', count(1)),
        row('12070296', 2021, 'opening/councilMembersWithMigrationHistory', '', few),
      ]),
    ],
    // Few at first, and enough later.
    ['administrator', 'language', csv([row('12070', 2020, 'language/participants', '', 44)])],
  ];
}

/** Delivers all of it in turn, withdraws one of it, and lets one wait for a decision. Answers what somebody else is told on the way. */
export async function deliverSecrets(server: AttackedServer, secrets: Secrets): Promise<readonly string[]> {
  const sent: { readonly release: number }[] = [];
  for (const [as, path, body] of deliveries(secrets)) {
    const { status, text } = await deliver(server, body, { path, as, from: '127.0.6.1' });
    if (status !== 201) throw new Error(`what is to be kept secret was refused: ${status} ${text}`);
    sent.push(JSON.parse(text));
  }
  const again = csv([row('12070', 2019, 'language/participants', '', secrets.few)]);
  const { text } = await deliver(server, again, { path: 'language', as: 'administrator', from: '127.0.6.1' });
  const mutation = async (query: string) => {
    const { text: answer } = await ask(
      server,
      { query: `mutation { ${query} { __typename } }` },
      { as: 'administrator', from: '127.0.6.1' },
    );
    if (!answer.includes('Payload')) throw new Error(answer);
  };
  await mutation(`withdrawRelease(release: ${JSON.parse(text).release}, reason: "sent to the wrong office")`);
  await mutation('setDeliveryReview(district: "12070", reviews: true)');
  // One that is not plausible, so that there are warnings, and one of the district, whose values a preview would show.
  const waiting: readonly Sent[] = [
    [
      'perleberg',
      'language',
      csv([
        row('12070296', 2022, 'language/participants', '', 4_000 + secrets.few),
        row('12070296', 2022, 'language/eligiblePersons', '', secrets.few),
      ]),
    ],
    [
      'institute',
      'opening',
      csv([
        row('12070', 2020, 'opening/staff', '', secrets.few),
        row('12070', 2020, 'opening/staffSurveyed', '', 600 + secrets.few),
      ]),
    ],
  ];
  for (const [as, path, body] of waiting) {
    const { status, text: answer } = await deliver(server, body, { path, as, from: '127.0.6.1' });
    if (status !== 202) throw new Error(`what is to wait for a decision does not: ${status} ${answer}`);
  }

  // Somebody asks by delivering: whether own figures fit to those of others that are hidden.
  const probes: readonly Sent[] = [
    ['perleberg', 'opening', csv([row('12070296', 2021, 'opening/councilMembers', '', 30)])],
    ['perleberg', 'language', csv([row('12070296', 2021, 'language/participants', '', 9)])],
    ['perleberg', 'language', csv([row('12070296', 2021, 'language/eligiblePersons', '', 1)])],
    ['courses', 'language', csv([row('12070', 2021, 'language/eligiblePersons', '', 1)])],
    ['goslar', 'language', csv([row('09473', 2021, 'language/b1Reached', '', 1)])],
    ['analyst', 'language', csv([row('09473', 2021, 'language/testTakers', '', 1)])],
  ];
  const told: string[] = [];
  for (const [as, path, body] of probes) {
    told.push((await deliver(server, body, { path, as, from: '127.0.6.1' })).text);
  }
  return told;
}
