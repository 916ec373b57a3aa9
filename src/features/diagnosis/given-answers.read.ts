import { statement } from '../../graph/driver/statement';
import { released } from '../disclosure/released';
import { teamsOfPeople } from '../people/membership.loader';
import { answeredVersion } from '../outcomes/released-answers';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import { mapInSlices } from '../../shared/slices';

/** An answer that was not withdrawn, as a diagnosis takes it. */
export interface GivenAnswer {
  readonly id: string;
  /** Internal id. */
  readonly person: string;
  /** Internal id of the team that the person belonged to when their first answer became known; undefined where to none. */
  readonly team: string | undefined;
  readonly score: number;
  readonly response: string | null;
  readonly attempt: number;
  readonly at: number;
  readonly recordedAt: number;
}

/** What is known of a version: its answers, and what it is about. */
export interface AnsweredVersion {
  /** Internal id. */
  readonly version: string;
  /** Internal ids. */
  readonly skills: readonly string[];
  readonly answerKey: string | null;
  readonly answers: readonly GivenAnswer[];
}

interface AboutVersion {
  readonly version: string;
  readonly skills: string[];
  readonly answerKey: string | null;
}

const ABOUT_VERSIONS = statement<AboutVersion>(
  'diagnosis.aboutVersions',
  `UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   RETURN key AS version, [(version)-[:ASSESSES]->(skill:Skill) | skill.id] AS skills,
          version.answerKey AS answerKey`,
);

/** All answers to these versions. */
export async function answersOfVersions(
  context: RequestContext,
  versions: readonly string[],
): Promise<Map<string, AnsweredVersion>> {
  const [rows, answered] = await Promise.all([
    context.database.query(ABOUT_VERSIONS, { versions: [...new Set(versions)] }),
    loadAhead(context, answeredVersion, versions, null),
  ]);
  const counting = new Map(
    [...answered].map(([version, { answers }]) => [version, answers.filter(({ withdrawn }) => !withdrawn)]),
  );
  const firstKnown = new Map<string, number>();
  for (const answers of counting.values())
    for (const { person, recordedAt } of answers)
      firstKnown.set(person, Math.min(recordedAt, firstKnown.get(person) ?? Infinity));
  const teamOf = await teamsOfPeople(context, firstKnown.keys());
  const found = await mapInSlices(rows, (about) => ({
    ...about,
    answers: (counting.get(about.version) ?? []).map(
      ({ id, person, score, response, attempt, at, recordedAt }) => ({
        ...{ id, person, score, response, attempt, at, recordedAt },
        team: teamOf(person, firstKnown.get(person) ?? recordedAt),
      }),
    ),
  }));
  return new Map(found.map((version) => [version.version, version]));
}

/** Of the answers to a version those that may go into what is shown to viewers who may not see its people. */
export function releasedOf(version: AnsweredVersion, now: number): AnsweredVersion {
  const moments = new Map<string, { team: string | undefined; moments: number[] }>();
  for (const { person, team, recordedAt } of version.answers) {
    const known = moments.get(person);
    if (known) known.moments.push(recordedAt);
    else moments.set(person, { team, moments: [recordedAt] });
  }
  const groups = released(
    [...moments].map(([person, known]) => ({ person, ...known })),
    now,
  );
  const groupOf = new Map(groups.flatMap((group) => group.people.map((person) => [person, group] as const)));
  return {
    ...version,
    answers: version.answers.flatMap((answer) => {
      const group = groupOf.get(answer.person);
      return group && answer.recordedAt <= group.upTo ? [{ ...answer, team: group.team }] : [];
    }),
  };
}
