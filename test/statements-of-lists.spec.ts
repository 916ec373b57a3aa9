import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client, Operation } from './kit/client';
import { buildOrganisation } from './kit/graph';
import { SAVE_QUESTIONS, SAVE_SKILLS } from './kit/operations';
import { buildAnswered, each, inAllSizes, most } from './kit/statements';

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
                nodes {
                  id
                }
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
          nodes {
            id
          }
        }
        narrower {
          nodes {
            id
          }
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
          nodes {
            id
          }
        }
        members {
          nodes {
            person {
              id
              mastery(first: 3) {
                nodes {
                  level
                }
              }
            }
          }
        }
        projects {
          nodes {
            id
            tasks {
              nodes {
                id
              }
            }
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
          nodes {
            id
            requirements {
              nodes {
                level
                skill {
                  id
                }
              }
            }
          }
        }
        requirements {
          nodes {
            task {
              id
            }
            skill {
              id
            }
          }
        }
        assignments {
          nodes {
            person {
              id
            }
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
            nodes {
              id
            }
          }
        }
        versions {
          nodes {
            number
            skills {
              nodes {
                id
              }
            }
            question {
              id
            }
          }
        }
      }
    }
  }
`);

const MODULES = graphql(`
  query StatementsModules($first: Int!) {
    modules(first: $first) {
      nodes {
        name
        authors {
          nodes {
            id
            authored {
              nodes {
                id
              }
            }
          }
        }
        prerequisites {
          nodes {
            id
          }
        }
        teaches {
          nodes {
            to
            skill {
              taughtBy {
                nodes {
                  to
                }
              }
            }
          }
        }
        enrolments {
          nodes {
            overdue
            person {
              enrolments {
                nodes {
                  due
                }
              }
            }
          }
        }
        current {
          number
        }
        revisions {
          nodes {
            number
            pages {
              nodes {
                number
                questions {
                  nodes {
                    position
                    version {
                      prompt
                      askedIn {
                        nodes {
                          revision {
                            module {
                              name
                            }
                          }
                        }
                      }
                    }
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

let app: TestApp;
let admin: Client;

/** Names that come before every other spec's, so that the lists begin with rows that have everything to load. */
const first = (kind: string, index: number) => `!!! ${kind} ${String(index).padStart(4, '0')}`;

beforeAll(async () => {
  // A hundred teams with their gaps are more than one request may ask for.
  app = await startApp({ SKILLWAKE_MAX_COST: '1000000' });
  admin = await app.as('admin');
  const { source, people, skills, questions } = await buildAnswered(admin);
  const reference = (kind: string, index: number) => ({ source, id: `${kind}-${index}` });
  const named = (kind: string, index: number) => ({ ...reference(kind, index), name: first(kind, index) });
  const { saveSkills } = await admin.get(SAVE_SKILLS, {
    // A chain, so that each has one above and one below it.
    items: each((index) => ({
      ...skills[index]!.reference,
      name: first('skill', index),
      broader: index === 0 ? [skills[most - 1]!.reference] : [],
    })),
  });
  const { saveQuestions } = await admin.get(SAVE_QUESTIONS, {
    items: each((index) => ({ ...questions[index]!.reference, prompt: first('question', index) })),
  });
  expect([...saveSkills.errors, ...saveQuestions.errors]).toEqual([]);
  await buildOrganisation(admin, {
    people: each((index) => ({ ...people[index]!.reference, name: first('person', index) })),
    teams: each((index) => ({ ...named('team', index), leads: [people[index]!.reference] })),
    memberships: [0, 1, 2, 3, 4, 5].flatMap((step) =>
      each((index) => ({
        team: reference('team', index),
        person: people[(index + step) % most]!.reference,
      })),
    ),
    modules: each((index) => ({
      ...named('module', index),
      authors: [people[index]!.reference],
      prerequisites: index === 0 ? [] : [reference('module', index - 1)],
      pages: [
        {
          sections: [
            { questions: [0, 1].map((step) => ({ question: questions[(index + step) % most]!.reference })) },
          ],
        },
        {},
      ],
    })),
    teaches: each((index) => ({
      module: reference('module', index),
      skill: skills[index]!.reference,
      to: 0.5,
    })),
    enrolments: each((index) => ({
      module: reference('module', index),
      person: people[(index + 1) % most]!.reference,
    })),
    projects: each((index) => ({ ...named('project', index), responsibleTeam: reference('team', index) })),
    tasks: each((index) => ({ ...named('task', index), project: reference('project', index) })),
    requirements: each((index) => index).flatMap((index) => [
      { project: reference('project', index), skill: skills[index]!.reference, level: 0.6 },
      { task: reference('task', index), skill: skills[(index + 1) % most]!.reference, level: 0.9 },
    ]),
    assignments: each((index) => ({
      project: reference('project', index),
      person: people[index]!.reference,
    })),
  });
});

afterAll(() => app.close());

/**
 * Branches of one query that need the same thing meet in one batch or in two, as answers happen to arrive: that goes
 * by the shape of the query, so that many times more or less is the same.
 */
const branches = 3;

/** The larger sizes must run the same statements as the smallest, each as often but for branches that met or did not. */
async function expectSameBranches(request: (size: number) => Promise<unknown>): Promise<string[]> {
  const [one, ten, hundred] = (await inAllSizes(app, request)) as [string[], string[], string[]];
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
      expect.arrayContaining(['projects.tasks', 'projects.assignments', 'staffing.holdersOfSkills']),
    );
  });

  it('projects with gaps', async () => {
    const ran = await expectSameBranches(list(PROJECT_GAPS, 'projects'));
    expect(ran).toEqual(expect.arrayContaining(['gaps.peopleOfProjects', 'gaps.statesOfPeople']));
  });

  it('questions with versions and skills', async () => {
    const ran = await expectSameBranches(list(QUESTIONS, 'questions'));
    expect(ran).toEqual(expect.arrayContaining(['questions.versions', 'questionVersions.skills']));
  });

  it('modules with revisions, pages, questions, skills and enrolments', async () => {
    const ran = await expectSameBranches(list(MODULES, 'modules'));
    expect(ran).toEqual(
      expect.arrayContaining(['pages.questions', 'questionVersions.askedIn', 'skills.taughtBy']),
    );
  });
});
