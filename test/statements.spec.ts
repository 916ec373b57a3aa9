import { graphql } from './generated/gql';
import type { AnswerInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client, Operation } from './kit/client';
import { answer, buildGraph, day, recordAll, uniqueSource, type TestGraph } from './kit/graph';

/** The sizes that must cost the same. */
const sizes = [1, 10, 100] as const;
const most = 100;

const SAVE_NAMES = graphql(`
  mutation StatementsSaveNames(
    $people: [PersonInput!]!
    $skills: [SkillInput!]!
    $questions: [QuestionInput!]!
    $republished: [QuestionInput!]!
  ) {
    savePeople(items: $people) {
      errors {
        message
      }
    }
    saveSkills(items: $skills) {
      errors {
        message
      }
    }
    saveQuestions(items: $questions) {
      errors {
        message
      }
    }
    republish: saveQuestions(items: $republished) {
      errors {
        message
      }
    }
  }
`);

const SAVE_ORGANISATION = graphql(`
  mutation StatementsSaveOrganisation(
    $teams: [TeamInput!]!
    $memberships: [MembershipInput!]!
    $projects: [ProjectInput!]!
    $tasks: [TaskInput!]!
    $requirements: [RequirementInput!]!
    $assignments: [AssignmentInput!]!
  ) {
    saveTeams(items: $teams) {
      errors {
        message
      }
    }
    saveMemberships(items: $memberships) {
      errors {
        message
      }
    }
    saveProjects(items: $projects) {
      errors {
        message
      }
    }
    saveTasks(items: $tasks) {
      errors {
        message
      }
    }
    saveRequirements(items: $requirements) {
      errors {
        message
      }
    }
    saveAssignments(items: $assignments) {
      errors {
        message
      }
    }
  }
`);

const PEOPLE = graphql(`
  query StatementsPeople($first: Int!) {
    people(first: $first) {
      nodes {
        name
        mastery(first: 3) {
          nodes {
            level
            summary
            person {
              id
            }
            skill {
              name
              broader {
                id
              }
            }
            explanation {
              level
              changes {
                summary
                version {
                  number
                  question {
                    id
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

const SKILLS = graphql(`
  query StatementsSkills($first: Int!) {
    skills(first: $first) {
      nodes {
        name
        broader {
          id
        }
        narrower {
          id
        }
        masteredBy(first: 3) {
          nodes {
            level
            person {
              id
            }
          }
        }
      }
    }
  }
`);

const TEAMS = graphql(`
  query StatementsTeams($first: Int!) {
    teams(first: $first) {
      nodes {
        name
        leads {
          id
        }
        members {
          person {
            id
            mastery(first: 3) {
              nodes {
                level
              }
            }
          }
        }
        projects {
          id
          tasks {
            id
          }
        }
        gaps {
          __typename
          ... on GapReport {
            summary
            gaps {
              demand
              summary
              project {
                id
              }
              requirement {
                skill {
                  id
                }
              }
              nearest {
                level
                person {
                  id
                }
              }
              supply {
                __typename
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
`);

const PROJECTS = graphql(`
  query StatementsProjects($first: Int!) {
    projects(first: $first) {
      nodes {
        name
        responsibleTeam {
          id
        }
        tasks {
          id
          requirements {
            level
            skill {
              id
            }
          }
        }
        requirements {
          task {
            id
          }
          skill {
            id
          }
        }
        assignments {
          person {
            id
          }
        }
        candidates(first: 3) {
          nodes {
            fit
            summary
            person {
              id
            }
            requirements {
              status
              requirement {
                skill {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** Apart from candidates: whoever comes in by both ways is loaded once, so the count would go by who they are. */
const PROJECT_GAPS = graphql(`
  query StatementsProjectGaps($first: Int!) {
    projects(first: $first) {
      nodes {
        name
        gaps {
          __typename
          ... on GapReport {
            summary
            gaps {
              demand
              summary
              requirement {
                skill {
                  id
                }
              }
              nearest {
                person {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`);

const QUESTIONS = graphql(`
  query StatementsQuestions($first: Int!) {
    questions(first: $first) {
      nodes {
        prompt
        current {
          number
          skills {
            id
          }
        }
        versions {
          number
          skills {
            id
          }
          question {
            id
          }
        }
      }
    }
  }
`);

const RECORD = graphql(`
  mutation StatementsRecord($items: [AnswerInput!]!) {
    recordAnswers(items: $items) {
      errors {
        message
      }
    }
  }
`);

const WITHDRAW = graphql(`
  mutation StatementsWithdraw($items: [WithdrawalInput!]!) {
    withdrawAnswers(items: $items) {
      errors {
        message
      }
    }
  }
`);

const SAVE_PEOPLE = graphql(`
  mutation StatementsSavePeople($items: [PersonInput!]!) {
    savePeople(items: $items) {
      people {
        id
        mastery {
          nodes {
            level
          }
        }
      }
      errors {
        message
      }
    }
  }
`);

const SAVE_SKILLS = graphql(`
  mutation StatementsSaveSkills($items: [SkillInput!]!) {
    saveSkills(items: $items) {
      skills {
        id
        broader {
          id
        }
      }
      errors {
        message
      }
    }
  }
`);

const SAVE_QUESTIONS = graphql(`
  mutation StatementsSaveQuestions($items: [QuestionInput!]!) {
    saveQuestions(items: $items) {
      questions {
        id
        current {
          number
          skills {
            id
          }
        }
      }
      errors {
        message
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let graph: TestGraph;

/** Names that come before every other spec's, so that the lists begin with rows that have everything to load. */
const first = (kind: string, index: number) => `!!! ${kind} ${String(index).padStart(4, '0')}`;
const each = <Item>(make: (index: number) => Item) => Array.from({ length: most }, (_, index) => make(index));

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: most, skills: most, questionsPerSkill: 1 });
  const { source, people, skills, questions } = graph;
  const reference = (kind: string, index: number) => ({ source, id: `${kind}-${index}` });
  const named = (kind: string, index: number) => ({ ...reference(kind, index), name: first(kind, index) });
  const next = <Item>(items: readonly Item[], index: number) => items[(index + 1) % most]!;
  const built = [
    await admin.get(SAVE_NAMES, {
      people: each((index) => ({ ...people[index]!.reference, name: first('person', index) })),
      // A chain, so that each has one above and one below it.
      skills: each((index) => ({
        ...skills[index]!.reference,
        name: first('skill', index),
        broader: index === 0 ? [skills[most - 1]!.reference] : [],
      })),
      questions: each((index) => ({ ...questions[index]!.reference, prompt: first('question', index) })),
      republished: each((index) => ({
        ...questions[index]!.reference,
        skills: [skills[index]!.reference, next(skills, index).reference],
      })),
    }),
    await admin.get(SAVE_ORGANISATION, {
      teams: each((index) => ({ ...named('team', index), leads: [people[index]!.reference] })),
      memberships: [0, 1, 2, 3, 4, 5].flatMap((step) =>
        each((index) => ({
          team: reference('team', index),
          person: people[(index + step) % most]!.reference,
        })),
      ),
      projects: each((index) => ({ ...named('project', index), responsibleTeam: reference('team', index) })),
      tasks: each((index) => ({ ...named('task', index), project: reference('project', index) })),
      requirements: each((index) => index).flatMap((index) => [
        { project: reference('project', index), skill: skills[index]!.reference, level: 0.6 },
        { task: reference('task', index), skill: next(skills, index).reference, level: 0.9 },
      ]),
      assignments: each((index) => ({
        project: reference('project', index),
        person: people[index]!.reference,
      })),
    }),
  ];
  expect(built.flatMap((one) => Object.values(one)).flatMap(({ errors }) => errors)).toEqual([]);
  await recordAll(
    admin,
    [0, 1, 2].flatMap((step) =>
      each((index) => answer(graph, index, (index + step) % most, { score: step / 2, at: day(step) })),
    ),
  );
});

afterAll(() => app.close());

/** Names of the statements that one request runs, in alphabetical order. */
async function statementsOf(request: () => Promise<unknown>): Promise<string[]> {
  app.forget();
  await request();
  return [...app.statements].sort();
}

/** Runs a request in all three sizes, the smallest first. */
async function inAllSizes(request: (size: number) => Promise<unknown>): Promise<string[][]> {
  const ran: string[][] = [];
  for (const size of sizes) ran.push(await statementsOf(() => request(size)));
  return ran;
}

/** The larger sizes must run what the smallest ran, each statement exactly as often. */
async function expectSame(request: (size: number) => Promise<unknown>): Promise<void> {
  const [one, ten, hundred] = await inAllSizes(request);
  expect(one).not.toEqual([]);
  expect(ten).toEqual(one);
  expect(hundred).toEqual(one);
}

/**
 * Branches of one query that need the same thing meet in one batch or in two, as answers happen to arrive: that goes
 * by the shape of the query, so that many times more or less is the same.
 */
const branches = 3;

/** The larger sizes must run the same statements as the smallest, each as often but for branches that met or did not. */
async function expectSameBranches(request: (size: number) => Promise<unknown>): Promise<string[]> {
  const [one, ten, hundred] = (await inAllSizes(request)) as [string[], string[], string[]];
  const times = (ran: readonly string[], name: string) => ran.filter((other) => other === name).length;
  for (const more of [ten, hundred]) {
    expect([...new Set(more)]).toEqual([...new Set(one)]);
    expect(more.filter((name) => times(more, name) > times(one, name) + branches)).toEqual([]);
  }
  return one;
}

describe('a list costs the same statements with 1, 10 and 100 items', () => {
  const list =
    <Name extends string>(
      operation: Operation<Record<Name, { nodes: readonly object[] }>, { first: number }>,
      name: Name,
    ) =>
    async (size: number) => {
      const { [name]: found } = await admin.get(operation, { first: size });
      expect(found.nodes).toHaveLength(size);
      for (const node of found.nodes) expect(JSON.stringify(node)).toContain('!!! ');
    };

  it('people with mastery, skills and explanations', async () => {
    const ran = await expectSameBranches(list(PEOPLE, 'people'));
    expect(ran).toEqual(
      expect.arrayContaining(['mastery.ofPeople', 'evidence.answersOfPeople', 'questionVersions.byKey']),
    );
  });

  it('skills with those who master them, broader and narrower ones', async () => {
    const ran = await expectSameBranches(list(SKILLS, 'skills'));
    expect(ran).toEqual(expect.arrayContaining(['mastery.ofSkills', 'skills.broader', 'skills.narrower']));
  });

  it('teams with members, leads, projects and gaps', async () => {
    const ran = await expectSameBranches(list(TEAMS, 'teams'));
    expect(ran).toEqual(expect.arrayContaining(['teams.members', 'teams.leads', 'gaps.statesOfPeople']));
  });

  it('projects with tasks, requirements, assignments and candidates', async () => {
    const ran = await expectSameBranches(list(PROJECTS, 'projects'));
    expect(ran).toEqual(
      expect.arrayContaining(['tasks.ofProjects', 'projects.assignments', 'staffing.holdersOfSkills']),
    );
  });

  it('projects with gaps', async () => {
    const ran = await expectSameBranches(list(PROJECT_GAPS, 'projects'));
    expect(ran).toEqual(expect.arrayContaining(['gaps.peopleOfProjects', 'gaps.statesOfPeople']));
  });

  it('questions with versions and skills', async () => {
    const ran = await expectSameBranches(list(QUESTIONS, 'questions'));
    expect(ran).toEqual(expect.arrayContaining(['questionVersions.ofQuestions', 'questionVersions.skills']));
  });
});

describe('a batch costs the same statements with 1, 10 and 100 items', () => {
  const batch =
    <Name extends string, Item>(
      operation: Operation<Record<Name, { errors: readonly object[] }>, { items: Item[] }>,
      name: Name,
      make: (index: number, size: number) => Item,
    ) =>
    async (size: number) => {
      const items = Array.from({ length: size }, (_, index) => make(index, size));
      const { [name]: payload } = await admin.get(operation, { items });
      expect(payload.errors).toEqual([]);
    };
  const source = uniqueSource();

  it('recordAnswers, each later than what is there', () =>
    expectSame(
      batch(RECORD, 'recordAnswers', (index, size) => answer(graph, index, index, { at: day(10 + size) })),
    ));

  it('recordAnswers, each earlier than what is there', () =>
    expectSame(
      batch(RECORD, 'recordAnswers', (index, size) => answer(graph, index, index, { at: day(-10 - size) })),
    ));

  it('recordAnswers, each there already', async () => {
    const there: AnswerInput[] = each((index) => answer(graph, index, index, { at: day(200 / most) }));
    await recordAll(admin, there);
    await expectSame(batch(RECORD, 'recordAnswers', (index) => there[index]!));
  });

  it('withdrawAnswers', async () => {
    const taken = sizes.map((size) => each((index) => ({ index, id: `withdrawn-${size}-${index}` })));
    await recordAll(
      admin,
      taken.flat().map(({ index, id }) => answer(graph, index, index, { id })),
    );
    await expectSame(
      batch(WITHDRAW, 'withdrawAnswers', (index, size) => ({
        source: graph.source,
        id: `withdrawn-${size}-${index}`,
        at: day(1),
      })),
    );
  });

  it('savePeople', () =>
    expectSame(
      batch(SAVE_PEOPLE, 'savePeople', (index, size) => ({ source, id: `${size}-${index}`, name: 'New' })),
    ));

  it('saveSkills', () =>
    expectSame(
      batch(SAVE_SKILLS, 'saveSkills', (index, size) => ({
        source,
        id: `${size}-${index}`,
        name: 'New',
        broader: [graph.skills[index]!.reference],
      })),
    ));

  it('saveQuestions', () =>
    expectSame(
      batch(SAVE_QUESTIONS, 'saveQuestions', (index, size) => ({
        source,
        id: `${size}-${index}`,
        prompt: 'New?',
        skills: [graph.skills[index]!.reference],
      })),
    ));
});
