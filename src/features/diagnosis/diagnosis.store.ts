import { statement, type Queries } from '../../graph/driver/statement';
import type { Finding } from './finding';
import type { PageFinding } from './page-finding';

/** What a test was last found to be. */
export interface KeptDiagnosis {
  /** Internal id of the module or skill. */
  readonly test: string;
  /** What it was made of: see basisOf. */
  readonly basis: string;
  /** How many answers there were, and how many of them withdrawn. */
  readonly answers: number;
  readonly withdrawn: number;
  /** Whether answers wait to be released. */
  readonly waiting: boolean;
  readonly at: number;
  readonly findings: readonly Finding[];
  /** What the pages of the current revision are found to be, and what that was made of; null where there are none. */
  readonly pages: readonly PageFinding[];
  readonly pagesBasis: string | null;
}

interface KeptRow extends Omit<KeptDiagnosis, 'findings' | 'pages'> {
  readonly findings: string;
  readonly pages: string;
}

const KEPT = statement<KeptRow>(
  'diagnosis.kept',
  `UNWIND $tests AS key
   MATCH (kept:Diagnosis {test: key})
   RETURN key AS test, kept.basis AS basis, kept.answers AS answers, kept.withdrawn AS withdrawn,
          kept.waiting AS waiting, kept.at AS at, kept.findings AS findings,
          kept.pages AS pages, kept.pagesBasis AS pagesBasis`,
);

export async function keptDiagnoses(
  queries: Queries,
  tests: readonly string[],
): Promise<Map<string, KeptDiagnosis>> {
  const rows = await queries.query(KEPT, { tests });
  return new Map(
    rows.map(({ findings, pages, ...kept }) => [
      kept.test,
      {
        ...kept,
        findings: JSON.parse(findings) as readonly Finding[],
        pages: JSON.parse(pages) as readonly PageFinding[],
      },
    ]),
  );
}

/** What a test was last found to be is made of; null where it never was. */
export interface Basis {
  readonly basis: string | null;
  readonly pagesBasis: string | null;
}

const LOCK = statement<{ test: string } & Basis>(
  'diagnosis.lock',
  `UNWIND $tests AS key
   MERGE (kept:Diagnosis {test: key})
   SET kept.lock = 0
   RETURN key AS test, kept.basis AS basis, kept.pagesBasis AS pagesBasis`,
);

/** Lets whoever writes what tests were found to be come one after the other; gives what each is made of now. */
export async function lockDiagnoses(tx: Queries, tests: readonly string[]): Promise<Map<string, Basis>> {
  const rows = await tx.query(LOCK, { tests: [...tests].sort() });
  return new Map(rows.map(({ test, ...basis }) => [test, basis]));
}

const KEEP = statement(
  'diagnosis.keep',
  `UNWIND $items AS item
   MATCH (kept:Diagnosis {test: item.test})
   SET kept.basis = item.basis, kept.answers = toInteger(item.answers), kept.withdrawn = toInteger(item.withdrawn),
     kept.waiting = item.waiting, kept.at = item.at, kept.findings = item.findings,
     kept.pages = item.pages, kept.pagesBasis = item.pagesBasis`,
);

export async function keepDiagnoses(tx: Queries, items: readonly KeptDiagnosis[]): Promise<void> {
  await tx.query(KEEP, {
    items: items.map((item) => ({
      ...item,
      findings: JSON.stringify(item.findings),
      pages: JSON.stringify(item.pages),
    })),
  });
}
