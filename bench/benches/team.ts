import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { loadSolver } from '../../src/estimators/linear-program';
import { nearestTeam, type Relaxed } from '../../src/estimators/nearest-team';
import type { FormedTeam, TeamProblem } from '../../src/estimators/team-problem';
import { formTeam } from '../../src/estimators/team-solver';
import { InstallationError } from '../../src/shared/errors';
import { say } from '../say';
import { formBySize, proveCoverings } from '../team-problems';
import type { Bench } from '../run';

const usage =
  'The arguments are not understood: team takes nothing, or PROBLEM.json TEAM.json [--seconds 5].';

const problemFile = z.object({
  people: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      cost: z.number().nonnegative().default(1),
      skills: z.record(z.string(), z.number().min(0).max(1)),
    }),
  ),
  requirements: z.array(
    z.object({
      skill: z.string(),
      headcount: z.int().positive().default(1),
      importance: z.number().positive().default(1),
    }),
  ),
  objective: z.enum(['cheapest', 'best']),
  size: z.int().nonnegative().nullable().default(null),
  probability: z.number().gt(0).max(1).default(0.9),
});
type ProblemFile = z.infer<typeof problemFile>;

/**
 * Forms one team, as the API does, from a file: at most `size` people, those who cost least and cover all requirements
 * together with at least `probability`, or those of whom the most seats are expected to be filled. Without a file: how
 * long published coverings take, and teams by size of the organisation.
 */
export const bench: Bench = async (words) => {
  if (words.length === 0) {
    const highs = await loadSolver();
    return { coverings: proveCoverings(highs, 5), teams: formBySize(highs, 5) };
  }
  const [from, to, option, given] = words;
  const seconds = option === '--seconds' ? Number(given) : 5;
  if (!from || !to || !(seconds > 0)) throw new InstallationError(usage);
  const file = read(from);
  const problem = problemOf(file);
  const started = performance.now();
  const highs = await loadSolver();
  const deadline = started + seconds * 1_000;
  const formed = formTeam(highs, problem, deadline);
  // What is missing may have taken all the time: finding what to give up has as much again.
  const nearest = formed === 'none' ? nearestTeam(highs, problem, deadline + seconds * 1_000) : undefined;
  const team = typeof formed === 'string' ? nearest : formed;
  const result = {
    people: (team?.people ?? []).map((place) => file.people[place]?.id),
    value: team?.value ?? null,
    bound: team?.bound ?? null,
    proven: team?.isProven ?? formed === 'none',
    seconds: (performance.now() - started) / 1_000,
    ...(typeof formed === 'string' && {
      infeasible: formed === 'none',
      relaxed: (nearest?.relaxed ?? []).map((each) => nameOf(each, file)),
    }),
  };
  writeFileSync(to, `${JSON.stringify(result)}\n`);
  say(sentenceOf(file, team, result.seconds, result.relaxed));
  const { people: _, ...figures } = result;
  return { ...figures, people: result.people.length };
};

function read(path: string): ProblemFile {
  const parsed = problemFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new InstallationError(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function problemOf({ people, requirements, objective, size, probability }: ProblemFile): TeamProblem {
  return {
    costs: people.map(({ cost }) => cost),
    requirements: requirements.map(({ skill, headcount, importance }) => {
      const able = people.flatMap(({ skills }, place) => ((skills[skill] ?? 0) > 0 ? [place] : []));
      return {
        seats: headcount,
        importance,
        people: able,
        probabilities: able.map((place) => people[place]?.skills[skill] ?? 0),
        learners: [],
        mentors: [],
      };
    }),
    objective: objective === 'best' ? { kind: objective } : { kind: objective, probability },
    size: { least: 0, most: size ?? people.length },
    mustHave: [],
    mayNot: [],
  };
}

function nameOf(relaxed: Relaxed, { requirements }: ProblemFile): string {
  return 'requirement' in relaxed ? (requirements[relaxed.requirement]?.skill ?? '') : 'size';
}

function sentenceOf(
  { objective }: ProblemFile,
  team: FormedTeam | undefined,
  seconds: number,
  relaxed: readonly string[] | undefined,
): string {
  if (!team) return `No team was found in ${seconds.toFixed(2)} seconds.`;
  const without = relaxed?.length ? ` once given up: ${relaxed.join(', ')}` : '';
  const proof = team.isProven ? 'proven' : `not proven: no team is beyond ${team.bound}`;
  return `A team of ${team.people.length}${without}; ${objective} value ${team.value}, ${proof}, in ${seconds.toFixed(2)} seconds.`;
}
