import { describe, expect, test } from 'vitest';
import type { AttackedServer } from './attacked-server.ts';

/** What the server has written while it was attacked, at its most talkative. */
export function logSecrets(server: AttackedServer): void {
  describe('the log', () => {
    test('holds no secret that anybody sent', async () => {
      const log = await server.log();
      expect(log.length).toBeGreaterThan(100_000);
      const found = [...server.secrets].filter((secret) => secret.length >= 20 && log.includes(secret));
      expect(found.map((secret) => `${secret.slice(0, 4)}...`)).toEqual([]);
      expect(log).not.toMatch(
        /kwl?_[2-9a-hjkmnp-z]{8}_[A-Za-z0-9_-]{43}|eyJ[\w-]+\.eyJ[\w-]+\.|authorization: *bearer/i,
      );
    });

    test('tells of no failure of its own', async () => {
      const failures = (await server.log())
        .split('\n')
        .filter((line) => /^\S+ error /.test(line))
        .map((line) =>
          line
            .replace(/^\S+ error */, '')
            .replace(/id="[^"]*"/, '')
            .slice(0, 200),
        );
      expect([...new Set(failures)]).toEqual([]);
    });

    test('has no line that somebody else began', async () => {
      const lines = (await server.log())
        .split('\n')
        .filter((line) => line.includes(' debug ') || line.includes(' info '));
      expect(
        lines.filter((line) => !/^\d{4}-\d\d-\d\dT[\d:.]+Z (debug|info|warn|error) /.test(line)).slice(0, 5),
      ).toEqual([]);
    });
  });
}
