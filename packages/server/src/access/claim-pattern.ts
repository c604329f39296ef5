import { nearestNames, type Scope } from '@kreisweit/domain';

/** What may stand for a part of a text, each for what a role is held for. */
export const placeholders: readonly Scope[] = Object.freeze(['territory', 'plugin', 'actor'] as const);

/** What the placeholders matched in a text. */
export type Matched = Readonly<Partial<Record<Scope, string>>>;

/** The texts of a claim that a rule is about: `kreisweit-coordinator-{territory}`. `names` are its placeholders. */
export type ClaimPattern = {
  readonly text: string;
  readonly names: readonly Scope[];
  /** What the placeholders stand for in a text; null for a text that is another one. */
  readonly match: (text: string) => Matched | null;
};

const PLACEHOLDER = /\{([^{}]*)\}/;
/** What a placeholder stands for; enough for keys of territories and actors and for ids of plug-ins. */
const MATCHED = /[A-Za-z0-9._-]/;

/**
 * Reads a pattern. `refuse` is told all that is wrong with it. Between two placeholders there must be a sign that neither can match, such
 * as `/`: then a text can be understood in one way only, and nobody gets a role for a territory by the name of a group that was meant
 * for a plug-in.
 */
export function claimPattern(text: string, refuse: (message: string) => void): ClaimPattern {
  const parts = text.split(PLACEHOLDER);
  // split() answers what stands between the placeholders at even places and their names at odd ones.
  const literals = parts.filter((_, index) => index % 2 === 0);
  const written = parts.filter((_, index) => index % 2 === 1);
  const names = written.filter(isPlaceholder);

  for (const name of written.filter((name) => !isPlaceholder(name))) {
    const [meant] = nearestNames(name, placeholders);
    const advice = meant ?? placeholders.join('}, {');
    refuse(`there is no placeholder {${name}}: write {${advice}}`);
  }
  if (literals.some((literal) => /[{}]/.test(literal))) {
    refuse('has a brace without its other one: write {territory}');
  }
  if (new Set(names).size < names.length) refuse('names a placeholder twice: write each once');
  if (literals.slice(1, -1).some((between) => ![...between].some((sign) => !MATCHED.test(sign)))) {
    refuse('could be understood in several ways: put a sign such as / or : between two placeholders');
  }
  const whole = new RegExp(`^${literals.map(escaped).join(`(${MATCHED.source}+)`)}$`);
  return Object.freeze({
    text,
    names: Object.freeze(names),
    match: (value: string) => {
      const found = whole.exec(value);
      if (found === null) return null;
      return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
    },
  });
}

function isPlaceholder(name: string): name is Scope {
  return (placeholders as readonly string[]).includes(name);
}

/** A text as an expression that matches nothing but it. */
function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
