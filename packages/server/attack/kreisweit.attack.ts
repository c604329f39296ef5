import { afterAll, describe } from 'vitest';
import { attackedServer } from './attacked-server.ts';
import { bombs } from './bombs.ts';
import { confidentialFigures } from './confidential-figures.ts';
import { foreignScopes } from './foreign-scopes.ts';
import { httpTricks } from './http-tricks.ts';
import { injections } from './injections.ts';
import { logSecrets } from './log-secrets.ts';
import { hangUp } from './send.ts';
import { tallyTable } from './tally.ts';
import { tokenAttacks } from './token-attacks.ts';
import { underFire } from './under-fire.ts';

const server = await attackedServer();

describe('a server under attack', () => {
  bombs(server);
  httpTricks(server);
  tokenAttacks(server);
  foreignScopes(server);
  underFire(server);
  confidentialFigures();
  injections(server);
  logSecrets(server);
});

afterAll(async () => {
  hangUp();
  await server.stop();
  process.stdout.write(`\n${tallyTable()}\n`);
});
