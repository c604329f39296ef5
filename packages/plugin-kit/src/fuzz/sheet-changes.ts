import { chosen, type Draw, type TextChange } from './change.ts';
import { evilText } from './evil-cells.ts';

/** Attributes that reach where no sheet is, or that say something else than the sheet. */
const PLACES = [
  'A0',
  'XFD1048576',
  'XFE1048577',
  'ZZZZZZZ999999999',
  'A1',
  '1A',
  '',
  'B2',
  'a1',
  'A-1',
  '\u0661A',
];
const KINDS = ['s', 'str', 'inlineStr', 'b', 'e', 'd', 'n', 'x', ''];
const NUMBERS = [
  '1e999',
  '-1e999',
  'NaN',
  'Infinity',
  '0x10',
  ' 5 ',
  '-0',
  '1E2',
  '1,5',
  '1.5',
  '99999999999',
  '-1',
  '',
  '44197',
  '1e-320',
  '2958466',
  '60',
  '٣',
];

/** What can stand where a cell stands. */
const CELLS = [
  '<c r="A2"><f>cmd|\' /C calc\'!A0</f></c>',
  '<c r="F2"><f>1+1</f><v>2</v></c>',
  '<c r="F2" t="str"><f>A1</f><v></v></c>',
  '<c r="F2" t="inlineStr"><is><t>=1+1</t></is></c>',
  '<c r="F2" t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is></c>',
  '<c r="F2" t="b"><v>1</v></c>',
  '<c r="F2" t="e"><v>#REF!</v></c>',
  '<c r="F2" t="d"><v>2015-12-31</v></c>',
  '<c r="F2" s="99999"><v>1</v></c>',
  '<c r="F2" t="s"><v>999999999999</v></c>',
  '<c r="F2" t="s"><v>-1</v></c>',
  '<c r="F2" t="s"><v>constructor</v></c>',
  '<c><v>5</v></c>',
  '<c/>',
  '<c r="F2"><v>&#0;</v></c>',
  '<c r="F2" t="str"><v>&#x1b;[2J&#0;_x0000_&#xd800;&#x110000;</v></c>',
  '<c r="F2" t="str"><v>&lol9;</v></c>',
  '<c r="F2" t="str"><v><![CDATA[5]]></v></c>',
  '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="F2"><x:v>5</x:v></x:c>',
];

/** What can stand before or behind the rows. */
const PIECES = [
  '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  '<mergeCells><mergeCell ref="F2:F9"/><mergeCell ref="B1"/><mergeCell ref="nonsense"/><mergeCell/></mergeCells>',
  '<cols><col min="1" max="16384" hidden="1"/></cols>',
  '<cols><col min="1" max="1000000000" hidden="1"/></cols>',
  '<cols><col min="-1000000000" max="5" width="1e999"/></cols>',
  '<dimension ref="A1:XFD1048576"/>',
  '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>Listen!$A:$XFD</formula1></dataValidation></dataValidations>',
  '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression"><formula>1/0</formula></cfRule></conditionalFormatting>',
  '<autoFilter ref="A1:XFD1048576"/>',
  '<sheetPr><tabColor rgb="zz"/></sheetPr>',
  '<sheetProtection password="x" sheet="1"/>',
  '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
  '<row r="99999999999999999999"/>',
  '<row r="2" hidden="1"/><row r="2" hidden="1"/>',
  '<sheetData><row r="1"/></sheetData>',
  '<extLst><ext uri="x"/></extLst>',
  '<hyperlinks><hyperlink ref="A1" r:id="rId99"/></hyperlinks>',
];

const LAUGHS = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
);
const DOCTYPES = [
  `<!DOCTYPE x [<!ENTITY lol0 "ha">${LAUGHS.join('')}]>`,
  '<!DOCTYPE x [<!ENTITY lol9 SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
  '<!DOCTYPE x [<!ENTITY % a "<!ENTITY lol9 \'5\'>"> %a;]>',
];

function replaceNth(text: string, pattern: RegExp, at: number, change: (match: string) => string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[chosen(at, found.length)];
  if (match === undefined) return text;
  return text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const one = <T>(list: readonly T[], { which }: Draw): T => list[which % list.length] as T;

const CELL = /<c\b[^>]*(?:\/>|>[^<]*(?:<(?!\/c>)[^<]*){0,50}<\/c>)/g;
const ROW = /<row\b[^>]*(?:\/>|>[^<]*(?:<(?!\/row>)[^<]*){0,500}<\/row>)/g;

/** What can happen to a part of a workbook, by name: sheets, texts, styles, the list of sheets. */
export const sheetChanges: Readonly<Record<string, TextChange>> = {
  'an evil text': (text, { at, which }) =>
    replaceNth(text, /(?<=<t[^>]*>)[^<]*(?=<\/t>)/g, at, () => utf8(escaped(evilText(which)))),
  'an evil value': (text, { at, which }) =>
    replaceNth(text, /(?<=<v>)[^<]*(?=<\/v>)/g, at, () => utf8(escaped(evilText(which)))),
  'an evil number': (text, draw) =>
    replaceNth(text, /(?<=<v>)[^<]*(?=<\/v>)/g, draw.at, () => one(NUMBERS, draw)),
  'an evil attribute': (text, { at, which }) =>
    replaceNth(text, /(?<==")[^"]*(?=")/g, at, () => utf8(escaped(evilText(which)))),
  'a number as attribute': (text, draw) =>
    replaceNth(text, /(?<==")\d+(?=")/g, draw.at, () => one(NUMBERS, draw)),
  'a cell elsewhere': (text, draw) =>
    replaceNth(text, /(?<= r=")[A-Z]+\d+(?=")/g, draw.at, () => utf8(one(PLACES, draw))),
  'a cell of another kind': (text, draw) =>
    replaceNth(text, /<c\b/g, draw.at, () => `<c t="${one(KINDS, draw)}"`).replace(
      /(<c\b[^>]*?) t="s"( t=")/,
      '$1$2',
    ),
  'another cell': (text, draw) => replaceNth(text, CELL, draw.at, () => one(CELLS, draw)),
  'one more cell': (text, draw) => replaceNth(text, CELL, draw.at, (cell) => cell + one(CELLS, draw)),
  'a cell left out': (text, { at }) => replaceNth(text, CELL, at, () => ''),
  'a row left out': (text, { at }) => replaceNth(text, ROW, at, () => ''),
  'a row twice': (text, { at }) => replaceNth(text, ROW, at, (row) => row + row),
  'a row hidden': (text, { at }) => replaceNth(text, /<row\b/g, at, () => '<row hidden="1"'),
  'a piece before the rows': (text, draw) =>
    text.replace('<sheetData', () => `${one(PIECES, draw)}<sheetData`),
  'a piece behind the rows': (text, draw) =>
    text.replace('</sheetData>', () => `</sheetData>${one(PIECES, draw)}`),
  'a piece among the rows': (text, draw) =>
    replaceNth(text, /<row\b/g, draw.at, (row) => one(PIECES, draw) + row),
  'a document type': (text, draw) =>
    text
      .replace(/\?>/, () => `?>${one(DOCTYPES, draw)}`)
      .replace(/(<t[^>]*>)[^<]*(?=<\/t>)/, '$1&lol9;')
      .replace(/(<v>)[^<]*(?=<\/v>)/, '$1&lol9;'),
  'another encoding': (text, { which }) =>
    which % 2 === 0
      ? text.replace(/encoding="[^"]*"/, 'encoding="UTF-16"')
      : `\xff\xfe${Buffer.from(text, 'utf16le').toString('latin1')}`,
  'elements inside each other': (text, { at, which }) => {
    const depth = (which % 20_000) + 1;
    return replaceNth(
      text,
      /<(?:row|si|sheet|c)\b/g,
      at,
      (tag) => '<a>'.repeat(depth) + '</a>'.repeat(depth) + tag,
    );
  },
  'elements that are not closed': (text, { at, which }) =>
    replaceNth(text, /<(?:row|si|sheet|c)\b/g, at, (tag) => '<row>'.repeat((which % 20_000) + 1) + tag),
  'many attributes': (text, { at, which }) =>
    replaceNth(
      text,
      /<(?:row|si|sheet|c)\b/g,
      at,
      (tag) => `${tag} ${Array.from({ length: which % 3_000 }, (_, index) => `a${index}="1"`).join(' ')}`,
    ),
  'blanks without end': (text, { at }) =>
    replaceNth(text, /<(?:row|si|sheet|c)\b/g, at, (tag) => `${tag}${' '.repeat(200_000)}`),
  'a comment without end': (text, { at }) =>
    replaceNth(text, /<(?:row|si|sheet|c)\b/g, at, (tag) => `<!--${tag}`),
  'tags without end': (text, { at }) => replaceNth(text, />/g, at, () => '<'.repeat(50_000)),
  'values without end': (text, { at }) => replaceNth(text, /<v>/g, at, () => '<v>'.repeat(50_000)),
};
