/** True for a text that says nothing: null, or spaces only. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
