import type { GroupFile } from '../groups/declared-group.ts';
import { groupsOf } from '../groups/read-groups.ts';

/**
 * A file of groups of the source `Test`, written as text: a line is the key of a group and its members, each with the
 * days between which it belongs to it; without days since 2010.
 *
 * @example smallGroups('aue-fels 16097 16099@2012-01-01..2014-12-31')
 */
export function smallGroups(text: string, source = 'Test'): GroupFile {
  const groups = text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [key = '', ...members] = line.trim().split(/ +/);
      return {
        key,
        title: { de: `Gruppe ${key}`, en: `Group ${key}` },
        category: 'PARTNERSHIP',
        members: members.map((member) => {
          const [named, days = '2010-01-01..'] = member.split('@');
          const [from, until = ''] = days.split('..');
          return { key: named, from, until: until === '' ? null : until };
        }),
      };
    });
  return groupsOf('groups.json', JSON.stringify({ source, groups }));
}
