/** A finite number as the shortest decimal that means it, with a point and without an exponent. */
export function plainDecimal(value: number): string {
  const text = String(value);
  const at = text.indexOf('e');
  if (at < 0) return text;
  const [whole = '', fraction = ''] = text.slice(0, at).replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(text.slice(at + 1));
  const sign = value < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
