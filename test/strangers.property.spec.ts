import { logistic } from '../src/estimators/normal';
import { seededUniforms } from '../src/estimators/random';
import { graphql } from './generated/gql';
import type { FiguresOfTeamQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import {
  askedLevels,
  chancesOf,
  difference,
  leastSquares,
  levelOf,
  meanOf,
  type Chances,
  type Sum,
} from './kit/attacker';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';
import { testSeed } from './kit/sampling';

const FIGURES = graphql(`
  query FiguresOfTeam($team: ID!, $after: String, $asOf: DateTimeISO) {
    team(id: $team) {
      projects(first: 24, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          name
          gaps(asOf: $asOf) {
            ... on GapReport {
              gaps {
                requirement {
                  level
                }
                supply {
                  ... on GapSupply {
                    expectedSupply
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

const LEVELS = graphql(`
  query LevelsInSkill($skill: ID!, $asOf: DateTimeISO) {
    skill(id: $skill) {
      masteries(first: 200, asOf: $asOf) {
        nodes {
          person {
            id
          }
          interval {
            low
            high
          }
        }
      }
    }
  }
`);

const random = seededUniforms(testSeed());
const below = (limit: number) => Math.floor(random() * limit);
const drawn = <Item>(items: readonly Item[], count: number): Item[] =>
  items
    .map((item) => [random(), item] as const)
    .sort(([one], [other]) => one - other)
    .slice(0, count)
    .map(([, item]) => item);

/** Positions: the lead, whom they lead, five teams of ten strangers, and one in each team of whom nothing is known yet. */
const lead = 0;
const own = [1, 2, 3, 4, 5, 6, 7, 8];
const teams = [0, 1, 2, 3, 4].map((team) => Array.from({ length: 10 }, (_, index) => 9 + 10 * team + index));
const joiners = [59, 60, 61, 62, 63];
const strangers = teams.flat();
const teamOf = (stranger: number) => teams.find((team) => team.includes(stranger))!;
const questions = 5;
const asOf = day(400);

/** Groups that projects are made of: at random, in pairs that differ by one stranger, and one stranger among one's own. */
const groups = [
  ...Array.from({ length: 14 }, () => [...drawn(strangers, 7 + below(8)), ...drawn(own, below(5))]),
  ...drawn(strangers, 12).flatMap((one) => {
    const others = drawn(
      strangers.filter((other) => other !== one),
      5 + below(4),
    );
    return [others, [...others, one]];
  }),
  ...drawn(strangers, 4).map((one) => [...drawn(own, 4), one]),
  ...teams.map((team, index) => [...team, joiners[index]!]),
];

let app: TestApp;
let admin: Client;
let attacker: Client;
let graph: TestGraph;
let teamId: string;
const abilities = new Map<number, number>();

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 64, skills: 1, questionsPerSkill: questions });
  attacker = await app.as('lead', graph.people[lead]!.id);
  const { source } = graph;
  const person = (position: number) => graph.people[position]!.reference;
  const named = (id: string) => ({ source, id, name: id });
  const project = (index: number) => ({ source, id: `project ${String(index)}` });
  const saved = await buildOrganisation(admin, {
    teams: [
      { ...named('own'), leads: [person(lead)] },
      ...teams.map((_, index) => named(`team ${String(index)}`)),
    ],
    memberships: [
      ...own.map((one) => ({ person: person(one), team: { source, id: 'own' } })),
      ...teams.flatMap((team, index) =>
        [...team, joiners[index]!].map((one) => ({
          person: person(one),
          team: { source, id: `team ${String(index)}` },
        })),
      ),
    ],
    projects: groups.map((_, index) => ({
      ...named(project(index).id),
      responsibleTeam: { source, id: 'own' },
    })),
    requirements: groups.flatMap((_, index) =>
      askedLevels.map((level) => ({ project: project(index), skill: graph.skills[0]!.reference, level })),
    ),
    assignments: groups.flatMap((group, index) =>
      group.map((one) => ({ project: project(index), person: person(one) })),
    ),
  });
  teamId = saved.teams[0]!;
  for (const one of [...own, ...strangers, ...joiners]) abilities.set(one, 5 * (random() - 0.5));
  await learn([...own, ...strangers], 0);
});
afterAll(() => app.close());

/** Each of these answers every question once more, as they are able to. */
async function learn(positions: readonly number[], phase: number): Promise<void> {
  await recordAll(
    admin,
    positions.flatMap((one) =>
      Array.from({ length: questions }, (_, question) =>
        answer(graph, one, question, {
          score: random() < logistic(abilities.get(one)!) ? 1 : 0,
          attempt: phase + 1,
          at: day(10 * phase + question / 10),
        }),
      ),
    ),
  );
}

/** Everybody's true chances, by position: what an administrator sees. */
async function truth(): Promise<Map<number, Chances>> {
  const { skill } = await admin.get(LEVELS, { skill: graph.skills[0]!.id, asOf });
  return new Map(
    skill!.masteries.nodes.map(({ person, interval }) => [
      graph.people.findIndex(({ id }) => id === person.id),
      chancesOf(interval),
    ]),
  );
}

/** What the attacker is shown of each project in turn. */
async function* figures() {
  for (let after: string | null = null; ;) {
    const { team }: FiguresOfTeamQuery = await attacker.get(FIGURES, { team: teamId, after, asOf });
    yield* team!.projects.nodes;
    if (!team!.projects.pageInfo.hasNextPage) return;
    after = team!.projects.pageInfo.endCursor!;
  }
}

it('no questions in any number tell of a stranger more than the average of their team, while people join, leave and learn', async () => {
  const sums: Sum[] = [];
  const versions = new Map<number, number>();
  const left = new Set<number>();
  const nameOf = (one: number) => `${String(one)} since ${String(versions.get(one) ?? 0)}`;
  const truths = new Map<string, Chances>();
  const guesses = new Map<string, Chances>();

  const phases: { learning: number[]; leaving: number[] }[] = [
    { learning: [], leaving: [] },
    { learning: [strangers[0]!, strangers[17]!, strangers[33]!], leaving: [strangers[25]!] },
    { learning: [strangers[41]!], leaving: [] },
    { learning: [joiners[0]!], leaving: [] },
    { learning: [...drawn(teams[1]!, 5), joiners[1]!, joiners[2]!], leaving: [strangers[8]!] },
    { learning: [joiners[3]!, joiners[4]!, ...drawn(teams[3]!, 6)], leaving: [] },
  ];
  for (const [phase, { learning, leaving }] of phases.entries()) {
    if (phase > 0) await learn(learning, phase);
    for (const one of learning) versions.set(one, phase);
    for (const one of leaving) left.add(one);
    if (leaving.length > 0) {
      const items = leaving.map((one) => ({ ...graph.people[one]!.reference, activeUntil: day(1) }));
      await admin.get(SAVE_PEOPLE, { items });
    }
    const now = await truth();
    for (const one of [...strangers, ...joiners]) if (now.has(one)) truths.set(nameOf(one), now.get(one)!);
    for (const one of now.keys())
      if (!own.includes(one) && !guesses.has(nameOf(one)))
        guesses.set(
          nameOf(one),
          meanOf((strangers.includes(one) ? teamOf(one) : strangers).map((other) => now.get(other)!)),
        );
    for await (const { name, gaps } of figures()) {
      if (!('gaps' in gaps)) continue;
      const group = groups[Number(name.split(' ')[1])]!.filter((one) => !left.has(one) && now.has(one));
      const supply = new Map(gaps.gaps.map((gap) => [gap.requirement.level, gap.supply]));
      const shown = askedLevels.map((level) => supply.get(level)!);
      if (!shown.every((one) => 'expectedSupply' in one)) continue;
      sums.push({
        strangers: new Set(group.filter((one) => !own.includes(one)).map(nameOf)),
        chances: shown.map(
          ({ expectedSupply }, level) =>
            expectedSupply -
            group.reduce((sum, one) => sum + (own.includes(one) ? now.get(one)![level]! : 0), 0),
        ),
      });
    }
  }
  expect(sums.length).toBeGreaterThan(100);

  const errorOf = (stranger: string, chances: Chances) =>
    Math.abs(levelOf(chances) - levelOf(truths.get(stranger)!));
  const mean = (errors: readonly number[]) => errors.reduce((sum, one) => sum + one, 0) / errors.length;
  const compare = (estimates: readonly { stranger: string; estimate: Chances }[]) => ({
    attacked: mean(estimates.map(({ stranger, estimate }) => errorOf(stranger, estimate))),
    guessed: mean(estimates.map(({ stranger }) => errorOf(stranger, guesses.get(stranger)!))),
  });

  const guessOf = (stranger: string) => guesses.get(stranger)!;
  const close = sums
    .flatMap((one, at) => sums.slice(at + 1).map((other) => difference(one, other, guessOf)))
    .filter(({ length }) => length === 1);
  const pairs = Array.from({ length: 10_000 }, (_, pair) =>
    pair % 2 === 0
      ? close[below(close.length)]!
      : difference(sums[below(sums.length)]!, sums[below(sums.length)]!, guessOf),
  ).filter(({ length }) => length > 0);
  const byPairs = compare(pairs.map((estimates) => estimates[below(estimates.length)]!));
  const byAll = compare(
    [...leastSquares(sums, guesses)].map(([stranger, estimate]) => ({ stranger, estimate })),
  );
  for (const { attacked, guessed } of [byPairs, byAll]) expect(attacked).toBeGreaterThan(0.95 * guessed);
});
