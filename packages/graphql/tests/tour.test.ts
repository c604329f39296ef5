import { readFile } from 'node:fs/promises';
import { type Acting, addDays, anonymous, type Grant, grantOf } from '@kreisweit/domain';
import { actingStore, type Store, todayInGermany } from '@kreisweit/store';
import { servers, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAs } from './ask-as.ts';

const README = new URL('../README.md', import.meta.url);

let store: Store;
beforeAll(async () => {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
});
afterAll(() => store.close());

const today = todayInGermany();
const days = {
  threeWeeksAgo: addDays(today, -21),
  yesterday: addDays(today, -1),
  today,
  inThreeWeeks: addDays(today, 21),
  inFourWeeks: addDays(today, 28),
};

const people: Readonly<Record<string, Grant>> = {
  coordination: grantOf('DISTRICT_COORDINATOR', { territory: '16097' }),
  Birke: grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' }),
  'Am Bach': grantOf('ASSOCIATION_EDITOR', { territory: '160975001' }),
  Ahorn: grantOf('MUNICIPALITY_EDITOR', { territory: '16097001' }),
  'Welcome Network': grantOf('ACTOR_REPRESENTATIVE', { actor: 'welcome-network' }),
};

function acting(who: string): Acting {
  const grant = people[who];
  if (who === 'everybody') return { principal: anonymous, requestId: null };
  if (grant === undefined) throw new Error(`the tour names '${who}', who is nobody`);
  return {
    principal: { kind: 'person', id: `person:${who}`, name: who, grants: [grant] },
    requestId: 'tour',
  };
}

const STEP = /```graphql as=([^\n]+?)(?: on=(\w+))?\n(.*?)```\n\n```json\n.*?```/gs;

/** The README with what is answered today in the place of its answers. */
async function answeredTour(): Promise<string> {
  const text = await readFile(README, 'utf8');
  let answered = '';
  let end = 0;
  for (const step of text.matchAll(STEP)) {
    const [whole, who = '', on = 'today', document = ''] = step;
    const day = days[on as keyof typeof days];
    const asked = Object.entries(days).filter(([name]) => document.includes(`$${name}: `));
    const { data, errors } = await askAs(store, acting(who), document, {
      storeFor: (somebody) => actingStore(store, somebody, { today: () => day }),
      variables: Object.fromEntries(asked),
    });
    const answer = written(errors.length > 0 ? { data, errors } : data);
    answered += `${text.slice(end, step.index)}${whole.slice(0, whole.indexOf('\n'))}\n${document}\`\`\`\n\n\`\`\`json\n${withoutDays(answer)}\n\`\`\``;
    end = step.index + whole.length;
  }
  return answered + text.slice(end);
}

/** JSON in which what is short stays on one line. */
function written(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + flat.length < WIDTH) return flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((each) => inner + written(each, inner))
    : Object.entries(value).map(([name, each]) => `${inner}"${name}": ${written(each, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

const WIDTH = 120;

function withoutDays(answer: string): string {
  return Object.entries(days).reduce((text, [name, day]) => text.replaceAll(day, `<${name}>`), answer);
}

test('the tour of the README is answered as it says', async () => {
  const tour = await answeredTour();
  expect(tour.match(STEP)?.length).toBeGreaterThan(14);
  await expect(tour).toMatchFileSnapshot(README.pathname);
});
