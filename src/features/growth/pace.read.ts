import type { FirstAnswer } from '../../estimators/learning-pace';
import { statement } from '../../graph/driver/statement';
import { takeTurns } from '../../shared/slices';
import { currentCalibration } from '../calibrations/calibration.store';
import { scoreRead, type GivenScore } from '../calibrations/version-standing';
import { versionParameters, type VersionParameters } from '../calibrations/version.store';
import type { RequestContext } from '../request/context';
import { dayOf } from '../states/stored-state';

interface AnswerRow extends GivenScore {
  /** Internal ids. */
  readonly version: string;
  readonly skill: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const ANSWERS_ON_SKILLS = statement<{ group: number; person: string; answers: AnswerRow[] }>(
  'growth.answersOnSkills',
  `UNWIND range(0, size($groups) - 1) AS group
   UNWIND $groups[group].people AS key
   MATCH (person:Person {id: key})
   RETURN group, key AS person, COLLECT {
     MATCH (person)<-[:BY]-(answer:Answer)-[:TO]->(version:QuestionVersion)
     WHERE NOT answer.withdrawn AND answer.attempt = 1 AND answer.at <= $now
     WITH answer, version ORDER BY answer.at, answer.id
     CALL (version, group) {
       MATCH (version)-[:ASSESSES]->(skill:Skill) WHERE skill.id IN $groups[group].skills
       RETURN skill.id AS skill ORDER BY skill LIMIT 1
     }
     RETURN {version: version.id, skill: skill, at: answer.at, score: answer.score,
             response: CASE WHEN version.rekeyed IS NOT NULL THEN answer.response END} } AS answers`,
);

/** People who are asked about with the same skills, all by internal id. */
export interface AskedOnSkills {
  readonly people: readonly string[];
  readonly skills: readonly string[];
}

/** First answers by person. */
export type FirstAnswers = ReadonlyMap<string, readonly FirstAnswer[]>;

/** People's first answers to questions on skills, as the calibration in force reads them; group by group. */
export async function firstAnswersOf(
  { database, now, gone }: RequestContext,
  groups: readonly AskedOnSkills[],
): Promise<FirstAnswers[]> {
  const found = groups.map(() => new Map<string, readonly FirstAnswer[]>());
  if (groups.every(({ people }) => people.length === 0)) return found;
  const rows = await database.query(ANSWERS_ON_SKILLS, { groups, now });
  const calibration = await currentCalibration(database);
  const asked = new Set(rows.flatMap(({ answers }) => answers.map(({ version }) => version)));
  const versions = await versionParameters(database, asked, [calibration]);
  for (const { group, person, answers } of rows) {
    await takeTurns(gone);
    const first = new Map<string, AnswerRow>();
    for (const answer of answers) if (!first.has(answer.version)) first.set(answer.version, answer);
    const read = [...first.values()].flatMap((answer) =>
      readBy(answer, versions.get(answer.version), calibration.number),
    );
    found[group]?.set(person, read);
  }
  return found;
}

function readBy(
  answer: AnswerRow,
  version: VersionParameters | undefined,
  calibration: number,
): FirstAnswer[] {
  // An open problem of a question says that nobody knows what answers to it show.
  if (!version || version.doubted) return [];
  const question = version.questions.get(calibration);
  const score = scoreRead(answer, version);
  if (!question || score === undefined) return [];
  const { difficulty, discrimination } = question;
  return [{ skill: answer.skill, day: dayOf(answer.at), score, difficulty, discrimination }];
}
