import { type DocumentNode, Kind, type ValidationRule } from 'graphql';
import type { DocumentLimits } from './document-limits.ts';
import { type DocumentSize, documentSize } from './document-size.ts';
import { LimitExceeded } from './limit-exceeded.ts';

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * Refuses a document that is too large, with all of its limits that are exceeded, before other rules look at it: checking whether fields
 * can be merged takes time that grows with their square. Only what no variable changes is measured, since documents that were found
 * to be valid are kept: `checkRequest` does the rest.
 */
export function documentLimitsRule(limits: DocumentLimits): ValidationRule {
  return (context) => ({
    Document: {
      enter: (document) => {
        const size = documentSize(document);
        const exceeded = Object.entries(size).filter(
          ([limit, asked]) => asked > limits[limit as keyof DocumentSize],
        );
        for (const [limit, asked] of exceeded) {
          const name = limit as keyof DocumentSize;
          context.reportError(new LimitExceeded(name, { asked, allowed: limits[name] }));
        }
        // What is answered takes the place of the document: nothing is left for the other rules.
        return exceeded.length > 0 ? NOTHING : undefined;
      },
    },
  });
}
