import { byKind, referredNodes, type Reference } from '../../graph/nouns/identity';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';

/** Something that evidence refers to: its internal id, and its node in this transaction. */
export interface ReferredNode {
  readonly key: string;
  readonly node: Handle;
}

/** Looks up references; what is missing does not exist. Locks nothing (docs/decisions/0040-exhaust.md). */
export type Referring = (
  queries: Queries,
  references: Iterable<Reference>,
) => Promise<ReadonlyMap<Reference, ReferredNode>>;

function referringTo(label: 'Person' | 'Module' | 'Skill' | 'Question'): Referring {
  const REFERRED = statement<ReferredNode & { reference: Reference }>(
    `capture.referred${label}`,
    `${referredNodes(label)}
     RETURN reference, node.id AS key, id(node) AS node`,
  );
  return async (queries, references) => {
    const distinct = [...new Set(references)];
    if (distinct.length === 0) return new Map();
    const rows = await queries.query(
      REFERRED,
      byKind(distinct, (reference) => reference),
    );
    return new Map(rows.map(({ reference, key, node }) => [reference, { key, node }]));
  };
}

export const referredPeople = referringTo('Person');
export const referredModules = referringTo('Module');
export const referredSkills = referringTo('Skill');
export const referredQuestions = referringTo('Question');

/** A revision of a module that evidence refers to. */
export interface ReferredRevision extends ReferredNode {
  /** Internal id. */
  readonly module: string;
  readonly number: number;
  /** By number; those asked for. */
  readonly pages: ReadonlyMap<number, Handle>;
}

/** Revisions as they are looked for. */
export interface WantedRevisions {
  /** Internal ids. */
  readonly known: Iterable<string>;
  /** Internal ids of modules whose current revision is meant. */
  readonly current: Iterable<string>;
  readonly numbered: readonly (readonly [module: string, number: number])[];
  /** Numbers of the pages that are meant. */
  readonly pages: Iterable<number>;
}

interface RevisionRow extends ReferredNode {
  readonly module: string;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly pages: readonly (readonly [number: number, node: Handle])[];
}

const REFERRED_REVISIONS = statement<RevisionRow>(
  'capture.referredRevisions',
  `CALL {
     UNWIND $known AS key
     MATCH (revision:Revision {id: key})<-[:HAS_REVISION]-(module:Module)
     RETURN module, revision
     UNION
     UNWIND $current AS key
     MATCH (module:Module {id: key})-[:CURRENT]->(revision:Revision)
     RETURN module, revision
     UNION
     UNWIND $numbered AS one
     MATCH (module:Module {id: one[0]})-[:HAS_REVISION]->(revision:Revision {number: one[1]})
     RETURN module, revision
   }
   RETURN revision.id AS key, id(revision) AS node, module.id AS module, revision.number AS number,
     EXISTS { (module)-[:CURRENT]->(revision) } AS isCurrent,
     [(revision)-[:HAS_PAGE]->(page:Page) WHERE page.number IN $pages | [page.number, id(page)]] AS pages`,
);

/** Revisions of a batch, by each way in which its items name them. */
export class Revisions {
  private readonly byKey = new Map<string, ReferredRevision>();
  private readonly byNumber = new Map<string, ReferredRevision>();
  private readonly currentOf = new Map<string, ReferredRevision>();

  private constructor(rows: readonly RevisionRow[]) {
    for (const { isCurrent, pages, ...row } of rows) {
      const revision = { ...row, pages: new Map(pages) };
      this.byKey.set(row.key, revision);
      this.byNumber.set(`${row.module} ${String(row.number)}`, revision);
      if (isCurrent) this.currentOf.set(row.module, revision);
    }
  }

  static async find(
    queries: Queries,
    { known, current, numbered, pages }: WantedRevisions,
  ): Promise<Revisions> {
    const distinct = new Map(numbered.map((one) => [one.join(' '), one]));
    const wanted = {
      known: [...new Set(known)],
      current: [...new Set(current)],
      numbered: [...distinct.values()],
    };
    const isNone = Object.values(wanted).every((list) => list.length === 0);
    return new Revisions(
      isNone ? [] : await queries.query(REFERRED_REVISIONS, { ...wanted, pages: [...new Set(pages)] }),
    );
  }

  withKey(key: string): ReferredRevision | undefined {
    return this.byKey.get(key);
  }

  /** The one with a number, or the current one. */
  of(module: string, number: number | null): ReferredRevision | undefined {
    return number === null ? this.currentOf.get(module) : this.byNumber.get(`${module} ${String(number)}`);
  }
}

interface VersionRow extends ReferredNode {
  /** Internal id. */
  readonly question: string;
  readonly number: number;
  readonly isCurrent: boolean;
}

const REFERRED_VERSIONS = statement<VersionRow>(
  'capture.referredVersions',
  `CALL {
     UNWIND $current AS key
     MATCH (question:Question {id: key})-[:CURRENT]->(version:QuestionVersion)
     RETURN question, version
     UNION
     UNWIND $numbered AS one
     MATCH (question:Question {id: one[0]})-[:HAS_VERSION]->(version:QuestionVersion {number: one[1]})
     RETURN question, version
   }
   RETURN version.id AS key, id(version) AS node, question.id AS question, version.number AS number,
     EXISTS { (question)-[:CURRENT]->(version) } AS isCurrent`,
);

/** Finds versions of questions, by internal id of the question: the one with a number, or, for null, the current one. */
export async function referredVersions(
  queries: Queries,
  wanted: readonly (readonly [question: string, number: number | null])[],
): Promise<(question: string, number: number | null) => ReferredNode | undefined> {
  if (wanted.length === 0) return () => undefined;
  const distinct = [...new Map(wanted.map((one) => [one.join(' '), one])).values()];
  const rows = await queries.query(REFERRED_VERSIONS, {
    current: distinct.flatMap(([question, number]) => (number === null ? [question] : [])),
    numbered: distinct.filter(([, number]) => number !== null),
  });
  return (question, number) =>
    rows.find(
      (row) => row.question === question && (number === null ? row.isCurrent : row.number === number),
    );
}
