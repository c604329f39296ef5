import { expect, test } from 'vitest';
import { currentFolder } from './current-folder.ts';

test('is the folder of the process', () => {
  expect(currentFolder({}, '/home/ada')).toBe('/home/ada');
});

test('is the folder of the user where a script of npm runs in the folder of its package', () => {
  const variables = { INIT_CWD: '/home/ada', npm_package_json: '/kreisweit/package.json' };
  expect(currentFolder(variables, '/kreisweit')).toBe('/home/ada');
});

test('is the folder of the process where a script of npm has gone elsewhere', () => {
  const variables = { INIT_CWD: '/home/ada', npm_package_json: '/kreisweit/package.json' };
  expect(currentFolder(variables, '/kreisweit/data')).toBe('/kreisweit/data');
});
