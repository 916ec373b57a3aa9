import { statement, type Queries } from '../../graph/driver/statement';

interface DoubtedRow {
  /** Internal ids. */
  readonly person: string;
  readonly skill: string;
  readonly answers: number;
}

const DOUBTED_ANSWERS = statement<DoubtedRow>(
  'mastery.doubtedAnswers',
  `CALL {
     MATCH (version:QuestionVersion) WHERE version.doubted = true
     RETURN count(version) AS doubted
   }
   WITH doubted WHERE doubted > 0
   UNWIND $people AS key
   MATCH (person:Person {id: key})<-[:BY]-(answer:Answer)-[:TO]->(version:QuestionVersion)
   WHERE version.doubted AND NOT answer.withdrawn
   MATCH (version)-[:ASSESSES]->(skill:Skill)
   RETURN key AS person, skill.id AS skill, count(answer) AS answers`,
);

/** How many answers of people are to questions under an open problem, by 'person skill' (internal ids); none is left out. */
export async function doubtedAnswers(
  queries: Queries,
  people: Iterable<string>,
): Promise<Map<string, number>> {
  const rows = await queries.query(DOUBTED_ANSWERS, { people: [...new Set(people)] });
  return new Map(rows.map(({ person, skill, answers }) => [`${person} ${skill}`, answers]));
}
