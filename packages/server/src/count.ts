/** A whole number for people: `1,234,567`. */
export function count(number: number): string {
  return number.toLocaleString('en');
}

/** A whole number with what it counts: `1 group`, `1,234 groups`; `many` where an "s" does not make the plural. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
