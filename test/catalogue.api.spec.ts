import { sortNameOf } from '../src/graph/model';
import { cursorOf } from '../src/graph/page';
import { statement } from '../src/graph/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, recordAll, uniqueSource, type Reference } from './kit/graph';

const SAVE_PEOPLE = graphql(`
  mutation CatalogueSavePeople($items: [PersonInput!]!) {
    savePeople(items: $items) {
      people {
        id
        name
        email
        activeUntil
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const LIST_PEOPLE = graphql(`
  query CataloguePeople($first: Int! = 200, $after: String) {
    people(first: $first, after: $after) {
      nodes {
        id
        name
      }
      edges {
        cursor
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);
const SAVE_TEAMS = graphql(`
  mutation CatalogueSaveTeams($items: [TeamInput!]!) {
    saveTeams(items: $items) {
      teams {
        id
        name
        leads {
          id
        }
        members {
          from
          to
          person {
            id
          }
        }
        projects {
          name
        }
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_MEMBERSHIPS = graphql(`
  mutation CatalogueSaveMemberships($items: [MembershipInput!]!) {
    saveMemberships(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_SKILLS = graphql(`
  mutation CatalogueSaveSkills($items: [SkillInput!]!) {
    saveSkills(items: $items) {
      skills {
        id
        name
        description
        uri
        broader {
          id
        }
        narrower {
          id
        }
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_QUESTIONS = graphql(`
  mutation CatalogueSaveQuestions($items: [QuestionInput!]!) {
    saveQuestions(items: $items) {
      questions {
        id
        prompt
        current {
          number
        }
        versions {
          id
          number
          prompt
          options
          answerKey
          skills {
            id
          }
          question {
            prompt
          }
        }
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_PROJECTS = graphql(`
  mutation CatalogueSaveProjects($items: [ProjectInput!]!) {
    saveProjects(items: $items) {
      projects {
        id
        name
        description
        from
        to
        responsibleTeam {
          name
        }
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_TASKS = graphql(`
  mutation CatalogueSaveTasks($items: [TaskInput!]!) {
    saveTasks(items: $items) {
      tasks {
        id
        name
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_REQUIREMENTS = graphql(`
  mutation CatalogueSaveRequirements($items: [RequirementInput!]!) {
    saveRequirements(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_ASSIGNMENTS = graphql(`
  mutation CatalogueSaveAssignments($items: [AssignmentInput!]!) {
    saveAssignments(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
const SAVE_DIFFICULTIES = graphql(`
  mutation CatalogueSaveDifficulties($items: [DifficultyInput!]!) {
    saveDifficulties(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
const PROJECT = graphql(`
  query CatalogueProject($id: ID!) {
    project(id: $id) {
      tasks {
        name
        requirements {
          level
        }
      }
      requirements {
        id
        level
        importance
        headcount
        skill {
          name
        }
      }
      assignments {
        person {
          id
        }
        share
        from
        to
      }
    }
  }
`);
const SEVERAL = graphql(`
  mutation CatalogueSeveral(
    $person: [PersonInput!]!
    $team: [TeamInput!]!
    $renamed: [PersonInput!]!
    $membership: [MembershipInput!]!
  ) {
    first: savePeople(items: $person) {
      people {
        id
        name
      }
    }
    team: saveTeams(items: $team) {
      teams {
        members {
          person {
            name
          }
        }
        leads {
          id
          name
        }
      }
      errors {
        message
      }
    }
    second: savePeople(items: $renamed) {
      people {
        id
        name
      }
    }
    membership: saveMemberships(items: $membership) {
      done
    }
    again: saveTeams(items: $team) {
      teams {
        members {
          person {
            name
          }
        }
        leads {
          name
        }
      }
    }
  }
`);

const COUNT = statement<{ outsides: number; nodes: number }>(
  'spec.countIdentified',
  `MATCH (outside:OutsideId) WHERE outside.key ENDS WITH $ending
   OPTIONAL MATCH (outside)-[:IDENTIFIES]->(node)
   RETURN count(DISTINCT outside) AS outsides, count(DISTINCT node) AS nodes`,
  'a spec may look at everything',
);
const REMOVE = statement(
  'spec.removePerson',
  `MATCH (person:Person {id: $key})
   OPTIONAL MATCH (outside:OutsideId)-[:IDENTIFIES]->(person)
   DETACH DELETE person, outside`,
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
async function personOf(id: string): Promise<string> {
  return (await admin.get(SAVE_PEOPLE, { items: [{ ...named(id), name: id }] })).savePeople.people[0]!.id;
}
async function skillsOf(...ids: string[]): Promise<string[]> {
  const { saveSkills } = await admin.get(SAVE_SKILLS, {
    items: ids.map((id) => ({ ...named(id), name: id })),
  });
  return saveSkills.skills.map((skill) => skill!.id);
}
/** What of a payload's errors programs rely on, and whether the message names the field. */
const told = (errors: readonly { index: number; code: string; message: string }[]) =>
  errors.map(({ index, code, message }) => `${String(index)} ${code} ${message.split(/[:\s]/)[0]!}`);

describe('people', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_PEOPLE, { items: items as never })).savePeople;

  it('are created, and changed, by what the outside calls them', async () => {
    const created = await save({
      ...named('1'),
      name: 'Ann',
      email: 'ann@example.org',
      activeUntil: day(900),
    });
    const changed = await save({ ...named('1'), name: 'Anne' });
    expect(changed.people).toEqual([{ ...created.people[0]!, name: 'Anne' }]);
    expect((await save({ ...named('2'), name: 'Ann' })).people[0]!.id).not.toBe(created.people[0]!.id);
  });

  it('keep what is left out and lose what is null', async () => {
    await save({ ...named('1'), name: 'Ann', email: 'ann@example.org', activeUntil: day(900) });
    const kept = await save(named('1'));
    expect(kept.people[0]).toMatchObject({ name: 'Ann', email: 'ann@example.org', activeUntil: day(900) });
    const cleared = await save({ ...named('1'), email: null, activeUntil: null });
    expect(cleared.people[0]).toMatchObject({ name: 'Ann', email: null, activeUntil: null });
  });

  it('land although others in the batch are bad, and each bad one is named', async () => {
    const { people, errors } = await save(
      { ...named('1'), name: 'Good' },
      { ...named('2') },
      { ...named('3'), name: 5 },
      { name: 'Nobody' },
      { ...named('5'), name: '  ' },
      { ...named('6'), name: 'x'.repeat(201) },
      { ...named('7'), name: 'Late', activeUntil: 'tomorrow' },
      { source, id: 'a\u001fb', name: 'Control' },
      { ...named('9'), name: 'Good too' },
    );
    expect(people.map((person) => person?.name ?? null)).toEqual([
      'Good',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'Good too',
    ]);
    expect(told(errors)).toEqual([
      '1 INVALID name',
      '2 INVALID name',
      '3 INVALID source',
      '4 INVALID name',
      '5 INVALID name',
      '6 INVALID activeUntil',
      '7 INVALID id',
    ]);
  });

  it('take the last word where one batch says two things of one', async () => {
    const { people } = await save({ ...named('1'), name: 'First' }, { ...named('1'), name: 'Last' });
    expect(people.map((person) => person!.name)).toEqual(['Last', 'Last']);
    expect(people[0]!.id).toBe(people[1]!.id);
  });

  it('are refused beyond 1,000 at once, and none is saved', async () => {
    const items = Array.from({ length: 1_001 }, (_, index) => ({ ...named(String(index)), name: 'Many' }));
    const { data, errors } = await admin.ask(SAVE_PEOPLE, { items });
    expect(data ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    expect((await save(named('0'))).errors).toHaveLength(1);
  });

  it('are one where two writers create them at once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const saved = await Promise.all(names.map((name) => save({ ...named('same'), name })));
    expect(new Set(saved.map(({ people }) => people[0]!.id)).size).toBe(1);
    expect(saved.flatMap(({ errors }) => errors)).toEqual([]);
    const [counts] = await app.database.query(COUNT, { ending: `${source}\u001fsame` });
    expect(counts).toEqual({ outsides: 1, nodes: 1 });
  });
});

describe('a list of people', () => {
  /** The list from this source on: other specs write into the same database meanwhile. */
  const start = () => cursorOf([sortNameOf(source), '0']);
  const page = async (first: number, after: string) =>
    (await admin.get(LIST_PEOPLE, { first, after })).people;
  const mine = ({ nodes }: Awaited<ReturnType<typeof page>>) =>
    nodes.map(({ name }) => name).filter((name) => name.startsWith(source));
  const add = (...names: string[]) =>
    admin.get(SAVE_PEOPLE, { items: names.map((name) => ({ ...named(name), name: `${source} ${name}` })) });
  const full = (...names: string[]) => names.map((name) => `${source} ${name}`);

  it('goes by name, without regard to case and accents', async () => {
    await add('Zoe', 'ämil', 'Bea', 'Anna', 'éva');
    expect(mine(await page(200, start()))).toEqual(full('ämil', 'Anna', 'Bea', 'éva', 'Zoe'));
  });

  it('comes in pages that hold everybody once', async () => {
    await add('1', '2', '3', '4', '5');
    const names: string[] = [];
    for (let after = start(); names.length < 5;) {
      const { nodes, pageInfo, edges } = await page(2, after);
      expect(pageInfo).toMatchObject({
        hasPreviousPage: true,
        startCursor: edges[0]!.cursor,
        endCursor: edges.at(-1)!.cursor,
      });
      names.push(...nodes.map(({ name }) => name).filter((name) => name.startsWith(source)));
      after = pageInfo.endCursor!;
    }
    expect(names).toEqual(full('1', '2', '3', '4', '5'));
  });

  it('goes on rightly while rows are added, and after the very row of the cursor is gone', async () => {
    await add('b', 'd', 'f', 'h');
    const first = await page(2, start());
    expect(mine(first)).toEqual(full('b', 'd'));
    await add('a', 'c', 'e', 'g');
    const gone = first.nodes[1]!.id;
    await app.database.transaction((tx) => tx.query(REMOVE, { key: keyOfGlobalId('Person', gone) }));
    expect(mine(await page(200, first.pageInfo.endCursor!))).toEqual(full('e', 'f', 'g', 'h'));
  });

  it('tells people of one name apart', async () => {
    const items = ['1', '2', '3'].map((id) => ({ ...named(id), name: `${source} same` }));
    await admin.get(SAVE_PEOPLE, { items });
    const one = await page(1, start());
    const two = await page(1, one.pageInfo.endCursor!);
    const three = await page(1, two.pageInfo.endCursor!);
    expect(new Set([one, two, three].map(({ nodes }) => nodes[0]!.id)).size).toBe(3);
    expect(mine(three)).toHaveLength(1);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 201 }],
    [{ first: 5, after: 'nonsense' }],
    [{ first: 5, after: Buffer.from('[1,2]').toString('base64url') }],
  ])('refuses %p', async (given) => {
    const { errors } = await admin.ask(LIST_PEOPLE, given);
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});

interface Listed {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly pageInfo: { readonly endCursor: string };
}

describe('every list', () => {
  it.each(['people', 'teams', 'skills', 'questions', 'projects'])('of %s has pages', async (field) => {
    const skill = named('skill');
    await skillsOf('skill', 'other');
    await admin.get(SAVE_PEOPLE, {
      items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
    });
    await admin.get(SAVE_TEAMS, {
      items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
    });
    await admin.get(SAVE_SKILLS, {
      items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
    });
    await admin.get(SAVE_PROJECTS, {
      items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
    });
    await admin.get(SAVE_QUESTIONS, {
      items: ['1', '2'].map((id) => ({ ...named(id), prompt: `${source} ${id}`, skills: [skill] })),
    });
    const shown = field === 'questions' ? 'prompt' : 'name';
    const names: unknown[] = [];
    let after = cursorOf([sortNameOf(source), '0']);
    for (let pages = 0; pages < 2; pages++) {
      const { data } = await admin.ask<Record<string, Listed>, object>(
        `query ($after: String) { ${field}(first: 1, after: $after) { nodes { ${shown} } pageInfo { endCursor } } }`,
        { after },
      );
      names.push(...data![field]!.nodes.map((node) => node[shown]));
      after = data![field]!.pageInfo.endCursor;
    }
    expect(names).toEqual([`${source} 1`, `${source} 2`]);
  });

  it.each(['person', 'team', 'skill', 'question', 'project'])(
    'has its %s by global id, or null',
    async (field) => {
      const other = await personOf('somebody');
      for (const id of ['nonsense', field === 'person' ? (await skillsOf('x'))[0]! : other]) {
        const { data, errors } = await admin.ask<Record<string, unknown>, object>(
          `query ($id: ID!) { ${field}(id: $id) { id } }`,
          { id },
        );
        expect(errors).toBeUndefined();
        expect(data).toEqual({ [field]: null });
      }
    },
  );
});

describe('teams and memberships', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_TEAMS, { items: items as never })).saveTeams;
  const join = async (...items: object[]) =>
    (await admin.get(SAVE_MEMBERSHIPS, { items: items as never })).saveMemberships;

  it('are created and changed by outside id; leads stay where left out and are replaced where given', async () => {
    const [ann, bob] = [await personOf('ann'), await personOf('bob')];
    const { teams } = await save({ ...named('team'), name: 'Team', leads: [named('ann')] });
    expect(teams[0]).toMatchObject({ name: 'Team', leads: [{ id: ann }] });
    const renamed = await save({ ...named('team'), name: 'Renamed' });
    expect(renamed.teams[0]).toMatchObject({ id: teams[0]!.id, name: 'Renamed', leads: [{ id: ann }] });
    const replaced = await save({ ...named('team'), leads: [{ globalId: bob }] });
    expect(replaced.teams[0]!.leads).toEqual([{ id: bob }]);
    expect((await save({ ...named('team'), leads: [] })).teams[0]!.leads).toEqual([]);
  });

  it('name bad items and save the good ones', async () => {
    const { teams, errors } = await save(
      { ...named('1') },
      { ...named('2'), name: 'Led by nobody', leads: [named('nobody')] },
      { ...named('3'), name: 'Good' },
    );
    expect(teams.map((team) => team?.name ?? null)).toEqual([null, null, 'Good']);
    expect(told(errors)).toEqual(['0 INVALID name', '1 NOT_FOUND leads']);
  });

  it('show members of now; the same person, team and from change the stretch that is there', async () => {
    const [ann] = [await personOf('ann'), await personOf('bob')];
    await save({ ...named('team'), name: 'Team' });
    const member = { person: named('ann'), team: named('team') };
    expect(await join({ ...member, from: day(0) }, { ...member, person: named('bob'), to: day(1) })).toEqual({
      done: 2,
      errors: [],
    });
    const members = async () => (await save(named('team'))).teams[0]!.members;
    expect(await members()).toEqual([{ from: day(0), to: null, person: { id: ann } }]);
    await join({ ...member, from: day(0), to: '2090-01-01T00:00:00Z' });
    expect(await members()).toEqual([{ from: day(0), to: '2090-01-01T00:00:00.000Z', person: { id: ann } }]);
    await join({ ...member, from: day(0), to: day(2) });
    expect(await members()).toEqual([]);
    await join(member);
    expect(await members()).toEqual([{ from: null, to: null, person: { id: ann } }]);
  });

  it('name memberships that cannot be', async () => {
    await personOf('ann');
    await save({ ...named('team'), name: 'Team' });
    const { done, errors } = await join(
      { person: named('nobody'), team: named('team') },
      { person: named('ann'), team: named('nowhere') },
      { person: named('ann'), team: named('team'), from: day(2), to: day(1) },
      { person: named('ann'), team: named('team'), from: 'once' },
      { person: { source }, team: named('team') },
      { person: named('ann'), team: named('team') },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 NOT_FOUND person',
      '1 NOT_FOUND team',
      '2 INVALID to',
      '3 INVALID from',
      '4 INVALID person',
    ]);
  });
});

describe('skills', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_SKILLS, { items: items as never })).saveSkills;

  it('keep what is left out and lose what is null', async () => {
    const uri = 'http://data.europa.eu/esco/skill/1';
    await save({ ...named('1'), name: 'SQL', description: 'Queries', uri });
    expect((await save(named('1'))).skills[0]).toMatchObject({ name: 'SQL', description: 'Queries', uri });
    const cleared = await save({ ...named('1'), description: null, uri: null });
    expect(cleared.skills[0]).toMatchObject({ name: 'SQL', description: null, uri: null });
  });

  it('stand in a taxonomy, whichever of the batch comes first', async () => {
    const { skills, errors } = await save(
      { ...named('joins'), name: 'Joins', broader: [named('sql')] },
      { ...named('sql'), name: 'SQL' },
    );
    expect(errors).toEqual([]);
    expect(skills[0]!.broader).toEqual([{ id: skills[1]!.id }]);
    expect(skills[1]!.narrower).toEqual([{ id: skills[0]!.id }]);
    expect((await save({ ...named('joins'), broader: null })).skills[0]!.broader).toEqual([]);
  });

  it('refuse a circle by the item that would close it, and save the others', async () => {
    await skillsOf('a', 'b', 'c');
    await save({ ...named('a'), broader: [named('b')] }, { ...named('b'), broader: [named('c')] });
    const { skills, errors } = await save(
      { ...named('c'), name: 'C renamed', broader: [named('a')] },
      { ...named('d'), name: 'd', broader: [named('a')] },
      { ...named('e'), name: 'e', broader: [named('e')] },
    );
    expect(told(errors)).toEqual(['0 INVALID broader.0', '2 INVALID broader.0']);
    expect(skills.map((skill) => skill?.name ?? null)).toEqual([null, 'd', null]);
    expect((await save(named('c'))).skills[0]).toMatchObject({ name: 'c', broader: [] });
  });

  it('let only one of two writers close one', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [`one ${String(round)}`, `other ${String(round)}`];
      await skillsOf(one, other);
      const results = await Promise.all([
        save({ ...named(one), broader: [named(other)] }),
        save({ ...named(other), broader: [named(one)] }),
      ]);
      expect(results.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
    }
  });

  it('name bad items', async () => {
    const { errors } = await save(
      { ...named('1'), name: 'x', uri: 'no uri' },
      { ...named('2'), name: 'x', broader: [named('nowhere')] },
      { ...named('3') },
      { ...named('4'), name: 'Good' },
    );
    expect(told(errors)).toEqual(['0 INVALID uri', '1 NOT_FOUND broader', '2 INVALID name']);
  });
});

describe('questions', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_QUESTIONS, { items: items as never })).saveQuestions;
  const first = { prompt: 'Two and two?', options: ['4', '5'], answerKey: '4' };

  it('publish the next version by a change, and none by the same again', async () => {
    const [a, b] = await skillsOf('a', 'b');
    const created = await save({ ...named('q'), ...first, skills: [named('a')] });
    expect(created.questions[0]!.versions).toEqual([
      {
        id: expect.any(String),
        number: 1,
        ...first,
        skills: [{ id: a }],
        question: { prompt: first.prompt },
      },
    ]);
    expect((await save({ ...named('q'), ...first })).questions[0]!.versions).toHaveLength(1);
    const changed = await save({ ...named('q'), prompt: 'Three and one?', skills: [named('b'), named('a')] });
    const [one, two] = changed.questions[0]!.versions;
    expect(changed.questions[0]).toMatchObject({ prompt: 'Three and one?', current: { number: 2 } });
    expect(one).toMatchObject({ ...first, id: created.questions[0]!.versions[0]!.id, skills: [{ id: a }] });
    expect(two).toMatchObject({
      ...first,
      number: 2,
      prompt: 'Three and one?',
      skills: [{ id: a }, { id: b }],
    });
    const cleared = await save({ ...named('q'), options: null, answerKey: null });
    expect(cleared.questions[0]!.versions[2]).toMatchObject({
      number: 3,
      prompt: 'Three and one?',
      options: [],
      answerKey: null,
    });
  });

  it('apply items of one batch in their order', async () => {
    await skillsOf('a');
    const { questions } = await save(
      { ...named('q'), prompt: 'One?', skills: [named('a')] },
      { ...named('q'), prompt: 'Two?' },
      { ...named('q'), prompt: 'Two?' },
      { ...named('q'), answerKey: '2' },
    );
    expect(
      questions[0]!.versions.map(({ number, prompt, answerKey }) => [number, prompt, answerKey]),
    ).toEqual([
      [1, 'One?', null],
      [2, 'Two?', null],
      [3, 'Two?', '2'],
    ]);
    expect(questions[3]).toEqual(questions[0]);
  });

  it('number versions without gap or repetition where several writers publish at once', async () => {
    await skillsOf('a');
    const prompts = ['1?', '2?', '3?', '4?', '5?', '6?'];
    await Promise.all(prompts.map((prompt) => save({ ...named('q'), prompt, skills: [named('a')] })));
    const { versions, prompt, current } = (await save(named('q'))).questions[0]!;
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(versions.map((version) => version.prompt).sort()).toEqual(prompts);
    expect(current.number).toBe(6);
    expect(prompt).toBe(versions[5]!.prompt);
  });

  it('name bad items and save the good ones', async () => {
    await skillsOf('a');
    const { questions, errors } = await save(
      { ...named('1'), skills: [named('a')] },
      { ...named('2'), prompt: 'No skill?' },
      { ...named('3'), prompt: 'Empty?', skills: [] },
      { ...named('4'), prompt: 'Unknown?', skills: [named('nowhere')] },
      { ...named('5'), prompt: 'Good?', skills: [named('a')] },
    );
    expect(questions.map((question) => question?.prompt ?? null)).toEqual([null, null, null, null, 'Good?']);
    expect(told(errors)).toEqual([
      '0 INVALID prompt',
      '1 INVALID skills',
      '2 INVALID skills',
      '3 NOT_FOUND skills',
    ]);
  });
});

describe('projects', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_PROJECTS, { items: items as never })).saveProjects;
  const teams = () =>
    admin.get(SAVE_TEAMS, { items: ['red', 'blue'].map((name) => ({ ...named(name), name })) });

  it('keep what is left out and lose what is null', async () => {
    await teams();
    const given = { name: 'Work', description: 'Hard', from: day(0), to: day(9) };
    const created = await save({ ...named('p'), ...given, responsibleTeam: named('red') });
    expect(created.projects[0]).toMatchObject({ ...given, responsibleTeam: { name: 'red' } });
    expect((await save(named('p'))).projects[0]).toEqual(created.projects[0]);
    const moved = await save({ ...named('p'), responsibleTeam: named('blue') });
    expect(moved.projects[0]).toMatchObject({ ...given, responsibleTeam: { name: 'blue' } });
    const cleared = await save({
      ...named('p'),
      description: null,
      from: null,
      to: null,
      responsibleTeam: null,
    });
    expect(cleared.projects[0]).toMatchObject({
      name: 'Work',
      description: null,
      from: null,
      to: null,
      responsibleTeam: null,
    });
  });

  it('name bad items: also an end before the stored beginning', async () => {
    await save({ ...named('p'), name: 'Work', from: day(5) });
    const { errors } = await save(
      { ...named('p'), to: day(4) },
      { ...named('1') },
      { ...named('2'), name: 'x', responsibleTeam: named('nowhere') },
      { ...named('p'), to: day(6) },
    );
    expect(told(errors)).toEqual(['0 INVALID to', '1 INVALID name', '2 NOT_FOUND responsibleTeam']);
  });

  it('have tasks, which move from one to another', async () => {
    const { projects } = await save({ ...named('p'), name: 'One' }, { ...named('q'), name: 'Two' });
    const tasksOf = async (index: number) =>
      (await admin.get(PROJECT, { id: projects[index]!.id })).project!.tasks.map(({ name }) => name);
    const saveTasks = async (...items: object[]) =>
      (await admin.get(SAVE_TASKS, { items: items as never })).saveTasks;
    const { errors } = await saveTasks(
      { ...named('t'), name: 'Task', project: named('p') },
      { ...named('u'), name: 'No project' },
      { ...named('v'), project: named('p') },
      { ...named('w'), name: 'Nowhere', project: named('nowhere') },
    );
    expect(told(errors)).toEqual(['1 INVALID project', '2 INVALID name', '3 NOT_FOUND project']);
    expect([await tasksOf(0), await tasksOf(1)]).toEqual([['Task'], []]);
    await saveTasks({ ...named('t'), name: 'Renamed' });
    expect([await tasksOf(0), await tasksOf(1)]).toEqual([['Renamed'], []]);
    await saveTasks({ ...named('t'), project: named('q') });
    expect([await tasksOf(0), await tasksOf(1)]).toEqual([[], ['Renamed']]);
  });

  it('have requirements: changed where owner, skill and level are the same, removed by headcount 0', async () => {
    await skillsOf('a', 'b');
    const { projects } = await save({ ...named('p'), name: 'Work' });
    await admin.get(SAVE_TASKS, { items: [{ ...named('t'), name: 'Task', project: named('p') }] });
    const need = { project: named('p'), skill: named('a'), level: 0.6 };
    const require = async (...items: object[]) =>
      (await admin.get(SAVE_REQUIREMENTS, { items: items as never })).saveRequirements;
    const required = async () => (await admin.get(PROJECT, { id: projects[0]!.id })).project!;
    await require({ ...need, importance: 2, headcount: 3 }, { ...need, skill: named('b'), level: 0.3 }, {
      task: named('t'),
      skill: named('b'),
      level: 0.9,
    });
    const before = await required();
    expect(before.requirements).toEqual([
      { id: expect.any(String), level: 0.6, importance: 2, headcount: 3, skill: { name: 'a' } },
      { id: expect.any(String), level: 0.3, importance: 1, headcount: 1, skill: { name: 'b' } },
    ]);
    expect(before.tasks).toEqual([{ name: 'Task', requirements: [{ level: 0.9 }] }]);
    await require({ ...need, headcount: 4 });
    expect((await required()).requirements[0]).toEqual({ ...before.requirements[0], headcount: 4 });
    await require({ ...need, headcount: 0 });
    expect((await required()).requirements).toEqual([before.requirements[1]]);
  });

  it('name requirements that cannot be', async () => {
    await skillsOf('a');
    await save({ ...named('p'), name: 'Work' });
    const need = { project: named('p'), skill: named('a'), level: 0.5 };
    const { saveRequirements } = await admin.get(SAVE_REQUIREMENTS, {
      items: [
        { ...need, level: 1 },
        { ...need, level: 0 },
        { ...need, project: null },
        { ...need, task: named('t') },
        { ...need, importance: 0 },
        { ...need, headcount: 1_001 },
        { ...need, skill: named('nowhere') },
        { ...need, project: named('nowhere') },
        need,
      ],
    });
    expect(saveRequirements.done).toBe(1);
    expect(told(saveRequirements.errors)).toEqual([
      '0 INVALID level',
      '1 INVALID level',
      '2 INVALID give',
      '3 INVALID give',
      '4 INVALID importance',
      '5 INVALID headcount',
      '6 NOT_FOUND skill',
      '7 NOT_FOUND project',
    ]);
  });

  it('have assignments, shown until they end', async () => {
    const ann = await personOf('ann');
    const { projects } = await save({ ...named('p'), name: 'Work' });
    const work = { person: named('ann'), project: named('p') };
    const assign = async (...items: object[]) =>
      (await admin.get(SAVE_ASSIGNMENTS, { items: items as never })).saveAssignments;
    const shown = async () => (await admin.get(PROJECT, { id: projects[0]!.id })).project!.assignments;
    expect(await assign({ ...work, share: 0.5, from: day(0) })).toEqual({ done: 1, errors: [] });
    expect(await shown()).toEqual([{ person: { id: ann }, share: 0.5, from: day(0), to: null }]);
    await assign({ ...work, from: day(0), to: '2090-01-01T00:00:00Z' });
    expect(await shown()).toEqual([
      { person: { id: ann }, share: 0.5, from: day(0), to: '2090-01-01T00:00:00.000Z' },
    ]);
    await assign({ ...work, from: day(0), to: day(1) });
    expect(await shown()).toEqual([]);
    const { done, errors } = await assign(
      { ...work, share: 0 },
      { ...work, share: 1.1 },
      { ...work, person: named('nobody') },
      { ...work, project: named('nowhere') },
      { ...work, from: day(1), to: day(1) },
      { ...work, from: day(1) },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 INVALID share',
      '1 INVALID share',
      '2 NOT_FOUND person',
      '3 NOT_FOUND project',
      '4 INVALID to',
    ]);
  });
});

describe('difficulties', () => {
  const state = async (...items: object[]) =>
    (await admin.get(SAVE_DIFFICULTIES, { items: items as never })).saveDifficulties;

  it('are IN_USE once answers were read with them, where they would change', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 2, source });
    const [asked, open] = graph.questions.map(({ reference }) => reference);
    const skill = graph.skills[0]!.reference;
    expect(await state({ question: asked, difficulty: 1 }, { skill, difficulty: 0.5 })).toEqual({
      done: 2,
      errors: [],
    });
    expect(await state({ question: asked, difficulty: 1.5 })).toMatchObject({ done: 1 });
    await recordAll(admin, [answer(graph, 0, 0)]);
    const { done, errors } = await state(
      { question: asked, difficulty: 1 },
      { skill, difficulty: 0.6 },
      { question: open, difficulty: -3 },
    );
    expect(done).toBe(1);
    expect(errors.map(({ index, code }) => [index, code])).toEqual([
      [0, 'IN_USE'],
      [1, 'IN_USE'],
    ]);
    const stated = await state({ question: asked, difficulty: 1.5 }, { skill, difficulty: 0.5 });
    expect(stated).toEqual({ done: 2, errors: [] });
  });

  it('are accepted as stated although another item of the batch would change them', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1, source });
    const question = graph.questions[0]!.reference;
    await state({ question, difficulty: 1 });
    await recordAll(admin, [answer(graph, 0, 0)]);
    const { done } = await state({ question, difficulty: 2 }, { question, difficulty: 1 });
    expect(done).toBe(1);
  });

  it('stay open for the next version of an answered question', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1, source });
    const question = graph.questions[0]!.reference;
    await recordAll(admin, [answer(graph, 0, 0)]);
    await admin.get(SAVE_QUESTIONS, { items: [{ ...question, prompt: 'Asked anew?' }] });
    const { errors } = await state(
      { question, version: 1, difficulty: 1 },
      { question, version: 2, difficulty: 1 },
      { question, difficulty: 1 },
    );
    expect(errors.map(({ index, code }) => [index, code])).toEqual([[0, 'IN_USE']]);
  });

  it('name bad items', async () => {
    await skillsOf('a');
    const { errors } = await state(
      { skill: named('a'), difficulty: 11 },
      { difficulty: 1 },
      { skill: named('nowhere'), difficulty: 1 },
      { question: named('nowhere'), difficulty: 1 },
      { skill: named('a') },
      { skill: named('a'), difficulty: 2 },
    );
    expect(told(errors)).toEqual([
      '0 INVALID difficulty',
      '1 INVALID give',
      '2 NOT_FOUND skill',
      '3 NOT_FOUND question',
      '4 INVALID difficulty',
    ]);
  });
});

describe('several mutations in one request', () => {
  it('see what the ones before them wrote', async () => {
    const person = named('ann');
    const team = [{ ...named('team'), name: 'Team', leads: [person] }];
    const result = await admin.get(SEVERAL, {
      person: [{ ...person, name: 'Ann' }],
      team,
      renamed: [{ ...person, name: 'Anne' }],
      membership: [{ person, team: named('team') }],
    });
    const { id } = result.first.people[0]!;
    expect(result.first.people).toEqual([{ id, name: 'Ann' }]);
    expect(result.team).toEqual({ teams: [{ members: [], leads: [{ id, name: 'Ann' }] }], errors: [] });
    expect(result.second.people).toEqual([{ id, name: 'Anne' }]);
    expect(result.again.teams).toEqual([
      { members: [{ person: { name: 'Anne' } }], leads: [{ name: 'Anne' }] },
    ]);
  });
});

describe('two items of one batch on one', () => {
  it('person may leave out in the second what the first created it with', async () => {
    const { savePeople } = await admin.get(SAVE_PEOPLE, {
      items: [
        { ...named('1'), name: 'Ann' },
        { ...named('1'), email: 'ann@example.org' },
      ],
    });
    expect(savePeople.errors).toEqual([]);
  });

  it('team may leave out in the second what the first created it with', async () => {
    const { saveTeams } = await admin.get(SAVE_TEAMS, {
      items: [
        { ...named('1'), name: 'Team' },
        { ...named('1'), leads: [] },
      ],
    });
    expect(saveTeams.errors).toEqual([]);
  });

  it('team leave the leads that the last one gives', async () => {
    await personOf('ann');
    const bob = await personOf('bob');
    const { saveTeams } = await admin.get(SAVE_TEAMS, {
      items: ['ann', 'bob'].map((lead) => ({ ...named('team'), name: 'Team', leads: [named(lead)] })),
    });
    expect(saveTeams.teams.map((team) => team!.leads)).toEqual([[{ id: bob }], [{ id: bob }]]);
  });
});
