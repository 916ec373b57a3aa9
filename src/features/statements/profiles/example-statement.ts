import type { StoredStatement } from '../statement';

/** A statement for specs: who, when and of what, where it does not say so itself. */
export function exampleStatement(
  verb: string,
  given: Partial<Omit<StoredStatement, 'verb'>> = {},
): StoredStatement {
  return {
    id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
    actor: { mbox: 'mailto:ada@example.org' },
    verb: { id: verb },
    object: { id: 'https://lms.example.org/unit/1' },
    timestamp: '2026-03-02T10:00:00Z',
    ...given,
  };
}

export const adlVerb = (name: string): string => `http://adlnet.gov/expapi/verbs/${name}`;
