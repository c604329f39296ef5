import {
  findingMessage,
  InputProblems,
  isAboutOwnCounts,
  type LocalisedText,
  type PlausibilityFinding,
} from '@kreisweit/domain';
import type { Findings } from './check-plausibility.ts';

/**
 * Who is told of findings: the one who delivers the file knows what stands in it; everybody else, now and later, must not
 * learn of own counts of persons which of them break a rule (rule 13).
 */
export type Audience = 'deliverer' | 'everybody';

/**
 * A warning of a release. Of a rule about own counts all findings are one warning with their `count` for everybody but the one who
 * delivers the file: then `territory`, `period`, `breakdown`, `line` and `column` are null, as the last two are where they are not
 * known. `note` says when the warning is no mistake. `message` is English.
 */
export type ReleaseWarning = {
  readonly rule: string;
  readonly title: LocalisedText;
  readonly note: LocalisedText | null;
  readonly count: number;
  readonly measure: string;
  readonly territory: string | null;
  readonly period: string | null;
  readonly breakdown: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
};

/** Findings as they are told. */
export function releaseWarnings({ listed, ofRule }: Findings, audience: Audience): readonly ReleaseWarning[] {
  const isTold = (finding: PlausibilityFinding) => audience === 'deliverer' || !isAboutOwnCounts(finding);
  const withheld = Map.groupBy(
    listed.filter((finding) => !isTold(finding)),
    ({ rule }) => rule.key,
  );
  return [
    ...[...withheld].flatMap(([key, [first]]) =>
      first === undefined ? [] : withheldWarning(first, ofRule.get(key) ?? 1),
    ),
    ...listed.filter(isTold).map(toldWarning),
  ];
}

function toldWarning(finding: PlausibilityFinding): ReleaseWarning {
  const { rule, measure, territory, period, breakdown, line, column } = finding;
  const about = { rule: rule.key, title: rule.title, note: rule.note, count: 1, measure };
  return { ...about, territory, period, breakdown, line, column, message: findingMessage(finding) };
}

function withheldWarning({ rule, measure }: PlausibilityFinding, count: number): ReleaseWarning {
  return {
    rule: rule.key,
    title: rule.title,
    note: rule.note,
    count,
    measure,
    territory: null,
    period: null,
    breakdown: null,
    line: null,
    column: null,
    message: `${rule.title.en}: not so ${count === 1 ? 'once' : `${count} times`} in own counts of persons; where and by how much only those learn who deliver them`,
  };
}

/** Throws InputProblems where a release breaks rules that it must not break. */
export function refuseImplausible(file: string, errors: Findings, audience: Audience): void {
  if (errors.count === 0) return;
  const told = releaseWarnings(errors, audience);
  const notListed = errors.count - errors.listed.length;
  const what = notListed === 0 ? '' : `, with ${notListed} more findings of the same rules than those listed`;
  throw new InputProblems(
    `${file} is refused${what}`,
    told.map(({ line, column, message }) => ({
      file,
      ...(line === null ? {} : { line }),
      ...(line === null || column === null ? {} : { column }),
      message,
    })),
  );
}
