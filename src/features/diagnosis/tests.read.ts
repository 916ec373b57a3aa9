import { LRUCache } from 'lru-cache';
import { statement, type Queries } from '../../graph/driver/statement';

/** Questions that are diagnosed together: those of a module, or on a skill those that no module asks. */
export interface Test {
  /** Internal id of the module or skill. */
  readonly key: string;
  /** Internal ids of the versions that are diagnosed in it, and in no other test. */
  readonly own: readonly string[];
  /** Those that the same people answered besides: they say what these people can. */
  readonly beside: readonly string[];
  /** Answers to all of these, withdrawn ones too, and how many of them are withdrawn. */
  readonly answers: number;
  readonly withdrawn: number;
  /** How many times somebody decided what becomes of these questions. */
  readonly decided: number;
}

const TESTS_OF_VERSIONS = statement<{ version: string; test: string }>(
  'diagnosis.testsOfVersions',
  `UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   RETURN key AS version, ${testOf('version')} AS test`,
);

/** Cypher: the internal id of the module whose test a version belongs to, one that asks it now where there is any, else of a skill. */
function testOf(version: string): string {
  return `coalesce(
     head(COLLECT {
       MATCH (${version})<-[:ASKS]-(:Page)<-[:HAS_PAGE]-(revision:Revision)<-[:HAS_REVISION]-(module:Module)
       RETURN module.id ORDER BY EXISTS { (module)-[:CURRENT]->(revision) } DESC, module.id LIMIT 1
     }),
     head(COLLECT { MATCH (${version})-[:ASSESSES]->(skill:Skill) RETURN skill.id ORDER BY skill.id LIMIT 1 }))`;
}

/** The internal id of the module or skill in whose test each version is diagnosed. */
export async function testsOfVersions(
  queries: Queries,
  versions: readonly string[],
): Promise<Map<string, string>> {
  const rows = await queries.query(TESTS_OF_VERSIONS, { versions });
  return new Map(rows.map(({ version, test }) => [version, test]));
}

/** A test of fewer questions is filled up to so many, so that it says what people can. */
const enoughQuestions = 40;
/** By what so many people answered besides it is found what to fill it up with. */
const peopleAsked = 200;
/** Of so many a server remembers what they consist of. */
const mostTests = 2_000;

const TESTS = statement<Test>(
  'diagnosis.tests',
  `UNWIND $keys AS key
   CALL (key) {
     MATCH (module:Module {id: key})
     OPTIONAL MATCH (module)-[:HAS_REVISION]->(:Revision)-[:HAS_PAGE]->(:Page)-[:ASKS]->(version:QuestionVersion)
     WITH module, collect(DISTINCT version) AS there
     RETURN there
     UNION ALL
     MATCH (skill:Skill {id: key})<-[:ASSESSES]-(version:QuestionVersion)
     WITH skill, collect(DISTINCT version) AS there
     RETURN there
   }
   WITH key, there
   CALL (there) {
     WITH there WHERE size(there) < $enough
     UNWIND there AS version
     MATCH (version)<-[:TO]-(:Answer)-[:BY]->(person:Person)
     WITH DISTINCT there, person ORDER BY person.id LIMIT toInteger($people)
     MATCH (person)<-[:BY]-(:Answer)-[:TO]->(other:QuestionVersion)
     WHERE NOT other IN there
     WITH there, other, count(DISTINCT person) AS people ORDER BY people DESC, other.id
     RETURN collect(other) AS others
   }
   WITH key, there, there + others[..toInteger($enough) - size(there)] AS versions
   CALL (versions) {
     UNWIND versions AS version
     RETURN sum(COUNT { (version)<-[:TO]-() }) AS answers,
            sum(COUNT { (version)<-[:TO]-(answer) WHERE answer.withdrawn }) AS withdrawn,
            sum(COUNT { (version)<-[:ABOUT]-(:Decision) }) AS decided
   }
   WITH key, there, versions, answers, withdrawn, decided,
        [version IN there WHERE ${testOf('version')} = key] AS own
   RETURN key, [version IN own | version.id] AS own,
          [version IN versions WHERE NOT version IN own | version.id] AS beside, answers, withdrawn, decided`,
);

const COUNTS = statement<{ counts: readonly number[] }>(
  'diagnosis.counts',
  `CALL () { MATCH (one:Answer) RETURN count(one) AS answers }
   CALL () { MATCH (one:Withdrawal) RETURN count(one) AS withdrawals }
   CALL () { MATCH (one:Decision) RETURN count(one) AS decisions }
   CALL () { MATCH (one:MergedId) RETURN count(one) AS merges }
   CALL () { MATCH (one:Revision) RETURN count(one) AS revisions }
   CALL () { MATCH (one:QuestionVersion) RETURN count(one) AS versions }
   CALL () { MATCH (one:Calibration) RETURN count(one) AS calibrations }
   CALL () { MATCH ()-[one:ASKS]->() RETURN count(one) AS asked }
   CALL () { MATCH ()-[one:ASSESSES]->() RETURN count(one) AS assessed }
   RETURN [answers, withdrawals, decisions, merges, revisions, versions, calibrations, asked, assessed] AS counts`,
);

/** How many there are, of all modules, of whatever tests are told from: known without looking at any. */
async function countsNow(queries: Queries): Promise<string> {
  return JSON.stringify(await queries.query(COUNTS));
}

/** Tests as this server found them last, and of what: the least recently used ones are let go. */
export class KeptTests {
  private readonly kept = new LRUCache<string, { readonly counts: string; readonly tests: readonly Test[] }>({
    max: mostTests,
  });

  /** Tests by internal id of their module or skill: a module that asks nothing has its pages all the same. */
  async now(queries: Queries, keys: readonly string[]): Promise<Test[]> {
    const counts = await countsNow(queries);
    const before = keys.flatMap((key) => {
      const kept = this.kept.get(key);
      return kept?.counts === counts ? [[key, kept.tests] as const] : [];
    });
    const found = new Map<string, readonly Test[]>(before);
    const due = keys.filter((key) => !found.has(key));
    const read =
      due.length === 0
        ? []
        : await queries.query(TESTS, { keys: due, enough: enoughQuestions, people: peopleAsked });
    for (const key of due) {
      const tests = read.filter((test) => test.key === key);
      found.set(key, tests);
      this.kept.set(key, { counts, tests });
    }
    return keys.flatMap((key) => found.get(key) ?? []);
  }
}
