import { expect, it } from 'vitest';
import { xmlAttribute, xmlTags } from './xml-tags.ts';

function tagsOf(xml: string): readonly string[] | null {
  const found: string[] = [];
  const areEnding = xmlTags(xml, (name, attributes) => found.push(`${name}|${attributes}`) > 0);
  return areEnding ? found : null;
}

it('visits opening tags with regard to quotation marks, comments and CDATA', () => {
  expect(
    tagsOf(
      '<?xml <a?><!DOCTYPE b><x:row\nr=\'1\'><c r="<A1>" t=">"/><!-- <d> --><![CDATA[<e>]]><v>5</v></x:row>',
    ),
  ).toEqual(["row|\nr='1'", 'c| r="<A1>" t=">"', 'v|']);
});

it.each([
  '<c <c <c',
  '<c r="A1>',
  '<!-- <c/>',
  '<![CDATA[',
  '<?xml',
  '</c',
  '<',
  `<c${' '.repeat(70_000)}/>`,
  '<c '.repeat(1_000_000),
])('says that tags do not end (%#)', (xml) => {
  expect(tagsOf(xml)).toBe(null);
});

it.each([
  [' r="A1" s="2"', 'A1'],
  [" x=\" r='B9'\" r='C2'", 'C2'],
  [' r = A1', 'A1'],
  [' r="A1" r="B2"', 'B2'],
  [' r', ''],
  [' ref="A1"', null],
  ['', null],
])('the attribute r of %j is %j', (attributes, value) => {
  expect(xmlAttribute(attributes, 'r')).toBe(value);
});
