import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import type { AroundArchivedQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day, record, uniqueSource, type Reference } from './kit/graph';
import { askFor, deleteNouns, nounKinds, nounOf, nounsOf, type NounKind } from './kit/nouns';
import { SAVE_MODULES } from './kit/operations';

const AROUND_ARCHIVED = graphql(`
  query AroundArchived($person: ID!, $team: ID!, $project: ID!, $module: ID!, $skill: ID!) {
    person(id: $person) {
      authored {
        nodes {
          name
        }
      }
      enrolments {
        nodes {
          module {
            name
          }
        }
      }
      mastery {
        nodes {
          answerCount
          skill {
            name
          }
        }
      }
    }
    team(id: $team) {
      gaps {
        ... on GapReport {
          personCount
        }
      }
      leads {
        nodes {
          name
        }
      }
      members {
        nodes {
          person {
            name
          }
        }
      }
    }
    project(id: $project) {
      gaps {
        ... on GapReport {
          personCount
        }
      }
      assignments {
        nodes {
          person {
            name
          }
        }
      }
    }
    module(id: $module) {
      authors {
        nodes {
          name
        }
      }
      enrolments {
        nodes {
          person {
            name
          }
        }
      }
      teaches {
        nodes {
          skill {
            name
          }
        }
      }
    }
    skill(id: $skill) {
      masteries {
        totalCount
        nodes {
          person {
            name
          }
        }
      }
      questions {
        nodes {
          prompt
        }
      }
      broader {
        nodes {
          name
        }
      }
    }
  }
`);

/** As a learning platform will record it: evidence that hangs on a revision. */
const VISIT = statement(
  'test.visitOfArchived',
  `MATCH (:Module {id: $key})-[:CURRENT]->(revision) CREATE (:Evidence:Visit {id: $key})-[:OF]->(revision)`,
);

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });
const kindOf = (type: string): NounKind => nounKinds.find((kind) => kind.type === type)!;
const called = (id: string) => ({ ...named(id), name: `${id} of ${source}` });
const answered = (id: string) => ({
  ...named(id),
  person: named('one'),
  question: named('one'),
  score: 1,
  at: day(0),
});

/** A person, a skill and a question that assesses it, all called one; their global ids. */
async function buildOne() {
  const [person] = await nounsOf(admin, kindOf('Person'), called('one'));
  const [, skill] = await nounsOf(admin, kindOf('Skill'), called('above'), {
    ...called('one'),
    broader: [named('above')],
  });
  const one = { ...named('one'), prompt: `one of ${source}`, skills: [named('one')] };
  const [question] = await nounsOf(admin, kindOf('Question'), one);
  return { person: person!.id, skill: skill!.id, question: question!.id };
}

/** Its name in the list of its kind, where the list has it; all of the source are asked for. */
async function listed({ type, many, called: name }: NounKind, archived?: boolean): Promise<string[]> {
  const text = `query ($filterBy: ${type}Filter) {
    list: ${many}(filterBy: $filterBy) { nodes { called: ${name} } }
  }`;
  const filterBy = { nameContains: `one of ${source}`, archived };
  const { list } = await askFor<{ list: { nodes: { called: string }[] } }>(admin, text, { filterBy });
  return list.nodes.map((node) => node.called.replace(` of ${source}`, ''));
}

describe('what is in use is archived', () => {
  it.each([
    ['Person', 'a person who answered', () => record(admin, [answered('a')])],
    ['Question', 'a question that was answered', () => record(admin, [answered('a')])],
    [
      'Question',
      'a question that a page asks',
      () =>
        buildOrganisation(admin, {
          modules: [
            {
              ...called('quiz'),
              pages: [{ title: 'Quiz', sections: [{ questions: [{ question: named('one') }] }] }],
            },
          ],
        }),
    ],
    ['Skill', 'a skill that a question assesses', () => Promise.resolve()],
    [
      'Skill',
      'a skill that a former version of a question assesses',
      () => nounsOf(admin, kindOf('Question'), { ...named('one'), skills: [named('above')] }),
    ],
  ])('%s: %s', async (type, _, use) => {
    const kind = kindOf(type);
    const ids = await buildOne();
    await use();
    const [before] = await nounsOf(admin, kind, named('one'));
    expect(await listed(kind)).toEqual(['one']);
    expect(await deleteNouns(admin, kind, [named('one'), { globalId: before!.id }])).toEqual({
      results: [0, 1].map((index) => ({ index, status: 'ARCHIVED' })),
      errors: [],
    });

    const archived = await nounOf(admin, kind, before!.id);
    expect(archived).toEqual({
      ...before,
      updatedAt: expect.any(String),
      archivedAt: expect.any(String),
    });
    expect(archived!.updatedAt > before!.updatedAt).toBe(true);
    expect([await listed(kind), await listed(kind, false), await listed(kind, true)]).toEqual([
      [],
      [],
      ['one'],
    ]);
    const found = await askFor<{ nodes: ({ id: string } | null)[] }>(
      admin,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Object.values(ids) },
    );
    expect(found.nodes).toEqual(Object.values(ids).map((id) => ({ id })));

    await deleteNouns(admin, kind, [named('one')]);
    expect(await nounOf(admin, kind, before!.id)).toEqual(archived);

    const [again] = await nounsOf(admin, kind, named('one'));
    expect(again).toEqual({ ...before, updatedAt: expect.any(String) });
    expect(again!.updatedAt > archived!.updatedAt).toBe(true);
    expect([await listed(kind), await listed(kind, true)]).toEqual([['one'], []]);
  });
});

describe('what was archived', () => {
  const empty = { nodes: [] };
  const one = () => `one of ${source}`;
  let ids: AroundArchivedQueryVariables;
  beforeEach(async () => {
    const { person, skill } = await buildOne();
    const { teams, projects } = await buildOrganisation(admin, {
      teams: [{ ...called('team'), leads: [named('one')] }],
      memberships: [{ person: named('one'), team: named('team') }],
      modules: [{ ...called('module'), authors: [named('one')] }],
      teaches: [{ module: named('module'), skill: named('one'), to: 0.5 }],
      enrolments: [{ module: named('module'), person: named('one') }],
      projects: [called('project')],
      assignments: [{ project: named('project'), person: named('one') }],
    });
    const [module] = await nounsOf(admin, kindOf('Module'), named('module'));
    ids = { person, skill, team: teams[0]!, project: projects[0]!, module: module!.id };
    await record(admin, [answered('a')]);
  });
  const around = () => admin.get(AROUND_ARCHIVED, ids);

  it('leaves every list of people and what a team or project has, and comes back', async () => {
    const before = await around();
    const person = { nodes: [{ person: { name: one() } }] };
    expect(before).toMatchObject({
      team: { leads: { nodes: [{ name: one() }] }, members: person, gaps: { personCount: 1 } },
      project: { assignments: person, gaps: { personCount: 1 } },
      module: { authors: { nodes: [{ name: one() }] }, enrolments: person },
      skill: { masteries: person },
    });
    await deleteNouns(admin, kindOf('Person'), [named('one')]);
    expect(await around()).toEqual({
      ...before,
      team: { leads: empty, members: empty, gaps: { personCount: 0 } },
      project: { assignments: empty, gaps: { personCount: 0 } },
      module: { ...before.module, authors: empty, enrolments: empty },
      skill: { ...before.skill, masteries: { totalCount: 0, ...empty } },
    });
    await nounsOf(admin, kindOf('Person'), named('one'));
    expect(await around()).toEqual(before);
  });

  it('leaves what people are enrolled in and have written', async () => {
    const before = await around();
    const key = keyOfGlobalId('Module', ids.module as string)!;
    await admin.get(SAVE_MODULES, { items: [{ ...named('module'), pages: [{ title: 'Visited' }] }] });
    await app.database.transaction((tx) => tx.query(VISIT, { key }));
    await deleteNouns(admin, kindOf('Module'), [named('module')]);
    expect(await around()).toEqual({
      ...before,
      person: { ...before.person, authored: empty, enrolments: empty },
    });
    await nounsOf(admin, kindOf('Module'), named('module'));
    expect(await around()).toEqual(before);
  });

  it('leaves what a question assesses, but not what evidence says of people', async () => {
    const before = await around();
    expect(before.skill!.questions.nodes).toEqual([{ prompt: one() }]);
    await deleteNouns(admin, kindOf('Question'), [named('one')]);
    expect(await around()).toEqual({ ...before, skill: { ...before.skill, questions: empty } });
    await deleteNouns(admin, kindOf('Skill'), [named('one'), named('above')]);
    const after = await around();
    expect(after.person!.mastery!.nodes).toEqual([{ answerCount: 1, skill: { name: one() } }]);
    expect(after.module!.teaches).toEqual(empty);
    const { duplicates, results } = await record(admin, [answered('a'), answered('b')]);
    expect([duplicates, results.map(({ status }) => status)]).toEqual([1, ['DUPLICATE', 'RECORDED']]);
    expect((await around()).person!.mastery!.nodes).toEqual([{ answerCount: 2, skill: { name: one() } }]);
  });
});
