/** Allows all districts with twenty series each, or the municipalities of Germany in one cross-section. */
export const LARGEST_COST = 100_000;

/** How large a request to GraphQL may be. Each number is the largest that is allowed. */
export type DocumentLimits = {
  /** Fields that the answer may hold, as `queryCost` estimates them from the variables. */
  readonly cost: number;
  /** Levels of fields inside one another, and of inline fragments inside one another. */
  readonly depth: number;
  /** Fields of all operations together, those of a fragment as often as it is spread. */
  readonly fields: number;
  /** Fields that are answered under another name, those of a fragment as often as it is spread. */
  readonly aliases: number;
  /** Fields of a query itself: each may ask the database. */
  readonly rootFields: number;
  /** Fields of a mutation itself: each changes something. */
  readonly mutations: number;
  /** Directives, wherever they stand. */
  readonly directives: number;
  /** Fragments that are defined. */
  readonly fragments: number;
  /** Entries of one list, in the document or in the variables, also of a list inside another one. */
  readonly listEntries: number;
  /** Characters of one text, in the document or in the variables. */
  readonly textCharacters: number;
  /** Names, numbers, texts and brackets that are read before giving up. */
  readonly tokens: number;
  /** Lines of the text: to tell where an error is, all lines before it are counted. */
  readonly lines: number;
};

/**
 * What holds where nothing is configured. The question of GraphiQL about the schema has some 300 tokens in 100 lines and is 15 levels
 * deep; a dashboard with a tile for each of fifty indicators stays well below.
 */
export const defaultDocumentLimits: DocumentLimits = Object.freeze({
  cost: LARGEST_COST,
  depth: 20,
  fields: 5_000,
  aliases: 100,
  rootFields: 50,
  mutations: 5,
  directives: 100,
  fragments: 100,
  listEntries: 1_000,
  textCharacters: 16_384,
  tokens: 2_500,
  lines: 1_000,
});
