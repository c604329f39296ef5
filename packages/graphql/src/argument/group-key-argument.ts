import { isGroupKey, type TerritoryKey } from '@kreisweit/domain';
import { InvalidArgument } from '../error/invalid-argument.ts';

/** Reads the key of a free group. Throws an InvalidArgument for anything else. */
export function groupKeyArgument(text: string, argument = 'key'): TerritoryKey {
  const key = text.trim();
  if (isGroupKey(key)) return { kind: 'group', key };
  throw new InvalidArgument(
    argument,
    `'${text}' is no key of a group. Write small letters, digits and hyphens, as \`groups\` lists them.`,
  );
}
