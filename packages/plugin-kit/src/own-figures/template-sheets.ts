/** The sheets of a template by name: what is filled in, what explains it, and the hidden lists of its drop-downs. */
export const templateSheets = Object.freeze({
  figures: 'Werte',
  notes: 'Erläuterungen - Notes',
  lists: 'Listen',
});

/** Whether a sheet of that name is one that a template holds beside the figures. */
export function isTemplateSheet(name: string): boolean {
  return name === templateSheets.notes || name === templateSheets.lists;
}
