import { normalCdf } from '../src/estimators/normal';
import { statement } from '../src/graph/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import type { StaffingCandidatesQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, recordAll, type TestGraph } from './kit/graph';

const SET_UP = graphql(`
  mutation StaffingSetUp(
    $people: [PersonInput!]!
    $teams: [TeamInput!]!
    $memberships: [MembershipInput!]!
    $projects: [ProjectInput!]!
    $tasks: [TaskInput!]!
    $requirements: [RequirementInput!]!
    $assignments: [AssignmentInput!]!
    $difficulties: [DifficultyInput!]!
  ) {
    savePeople(items: $people) {
      errors {
        message
      }
    }
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
      projects {
        id
      }
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
    saveDifficulties(items: $difficulties) {
      errors {
        message
      }
    }
  }
`);
const CANDIDATES = graphql(`
  query StaffingCandidates(
    $id: ID!
    $first: Int! = 200
    $after: String
    $asOf: DateTimeISO
    $includeAssigned: Boolean! = false
  ) {
    project(id: $id) {
      candidates(first: $first, after: $after, asOf: $asOf, includeAssigned: $includeAssigned) {
        edges {
          cursor
        }
        nodes {
          person {
            id
            name
          }
          fit
          knownShare
          summary
          requirements {
            requirement {
              level
              importance
              skill {
                id
              }
              task {
                name
              }
            }
            status
            probability
            level
            interval {
              low
              high
            }
            summary
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);
type Candidates = NonNullable<StaffingCandidatesQuery['project']>['candidates'];

/** What is stored, read past the API. */
const STORED = statement<{
  person: string;
  skill: string;
  mean: number;
  variance: number;
  lastEvidenceAt: number;
  reference: number;
  priorVariance: number;
  fadingPerDay: number;
}>(
  'spec.storedMastery',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $people AS key
   MATCH (person:Person {id: key})-[mastery:HAS_SKILL]->(skill:Skill)
   OPTIONAL MATCH (calibration)-[reference:SETS]->(skill)
   RETURN key AS person, skill.id AS skill, mastery.mean AS mean, mastery.variance AS variance,
          mastery.lastEvidenceAt AS lastEvidenceAt, coalesce(reference.difficulty, 0.0) AS reference,
          calibration.priorVariance AS priorVariance, calibration.fadingPerDay AS fadingPerDay`,
);

/** People by position: eight ordinary ones, of whom the last two answered alike; then those of the special cases. */
const [twin, otherTwin, assigned, ended, leaver, unknown, elsewhere] = [6, 7, 8, 9, 10, 11, 12] as const;
const requirements = [
  { skill: 0, level: 0.6, importance: 3, ofTask: false },
  { skill: 0, level: 0.8, importance: 0.5, ofTask: false },
  { skill: 1, level: 0.5, importance: 1.5, ofTask: true },
];
const asOf = day(100);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let project: string;
let emptyProject: string;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 13, skills: 3, questionsPerSkill: 3 });
  const { source } = graph;
  const [team, otherTeam] = ['team', 'other team'].map((id) => ({ source, id }));
  const [work, noWork] = ['project', 'empty project'].map((id) => ({ source, id }));
  const task = { source, id: 'task' };
  const person = (position: number) => graph.people[position]!.reference;
  const result = await admin.get(SET_UP, {
    people: [{ ...person(leaver), activeUntil: day(50) }],
    teams: [team!, otherTeam!].map((one) => ({ ...one, name: one.id })),
    memberships: graph.people.map(({ reference }, position) => ({
      person: reference,
      team: position % 2 === 0 ? team! : otherTeam!,
    })),
    projects: [
      { ...work!, name: 'Work', responsibleTeam: team! },
      { ...noWork!, name: 'No work' },
    ],
    tasks: [{ ...task, name: 'Task', project: work! }],
    requirements: requirements.map(({ skill, level, importance, ofTask }) => ({
      ...(ofTask ? { task } : { project: work! }),
      skill: graph.skills[skill]!.reference,
      level,
      importance,
    })),
    assignments: [
      { project: work!, person: person(assigned) },
      { project: work!, person: person(ended), from: day(0), to: day(1) },
    ],
    difficulties: [{ skill: graph.skills[1]!.reference, difficulty: 0.8 }],
  });
  for (const payload of Object.values(result)) expect(payload.errors).toEqual([]);
  [project, emptyProject] = result.saveProjects.projects.map((one) => one!.id) as [string, string];

  const score = (position: number, question: number) => ((position * 7 + question * 5) % 11) / 10;
  const answers = [0, 1, 2, 3, 4, 5, assigned, ended, leaver].flatMap((position) =>
    // Every third person is unknown in the task's skill.
    [0, 1, 2, ...(position % 3 === 0 ? [] : [3, 4, 5])].map((question) =>
      answer(graph, position, question, {
        score: score(position, question),
        at: day(position * 3 + question),
      }),
    ),
  );
  const alike = [twin, otherTwin].flatMap((position) =>
    [0, 3].map((question) => answer(graph, position, question, { score: 1, at: day(20) })),
  );
  await recordAll(admin, [...answers, ...alike, answer(graph, elsewhere, 6)]);
});
afterAll(() => app.close());

async function candidates(given: object = {}, client = admin): Promise<Candidates> {
  return (await client.get(CANDIDATES, { id: project, asOf, ...given })).project!.candidates;
}
const namesOf = ({ nodes }: Candidates) => nodes.map(({ person }) => person.id);
const idOf = (position: number) => graph.people[position]!.id;

/** Fit by the definition, from what is stored and by arithmetic of the spec's own. */
async function independently(people: readonly number[], at: string) {
  const rows = await app.database.query(STORED, {
    people: people.map((position) => keyOfGlobalId('Person', idOf(position))),
  });
  return people
    .map((position) => {
      const reasons = requirements.map(({ skill, level, importance }) => {
        const row = rows.find(
          (one) =>
            one.person === keyOfGlobalId('Person', idOf(position)) &&
            one.skill === keyOfGlobalId('Skill', graph.skills[skill]!.id),
        );
        if (!row) return { importance, probability: null };
        const days = (Date.parse(at) - row.lastEvidenceAt) / 86_400_000;
        const variance = Math.min(row.priorVariance, row.variance + row.fadingPerDay * days);
        const threshold = Math.log(level / (1 - level)) + row.reference;
        return { importance, probability: normalCdf((row.mean - threshold) / Math.sqrt(variance)) };
      });
      const total = reasons.reduce((sum, { importance }) => sum + importance, 0);
      const known = reasons.filter(({ probability }) => probability !== null);
      return {
        id: idOf(position),
        key: keyOfGlobalId('Person', idOf(position))!,
        fit: known.reduce((sum, { importance, probability }) => sum + importance * probability!, 0) / total,
        knownShare: known.reduce((sum, { importance }) => sum + importance, 0) / total,
        probabilities: reasons.map(({ probability }) => probability),
      };
    })
    .sort((a, b) => b.fit - a.fit || (a.key < b.key ? -1 : 1));
}

const eligible = [0, 1, 2, 3, 4, 5, twin, otherTwin, ended];

describe('candidates', () => {
  it('are ranked by the importance-weighted probability that each requirement is met', async () => {
    const { nodes } = await candidates();
    const expected = await independently(eligible, asOf);
    expect(nodes.map(({ person }) => person.id)).toEqual(expected.map(({ id }) => id));
    nodes.forEach(({ fit, knownShare, requirements: reasons }, index) => {
      expect(fit).toBeCloseTo(expected[index]!.fit, 9);
      expect(knownShare).toBeCloseTo(expected[index]!.knownShare, 12);
      const probabilities = new Map(
        reasons.map(({ requirement, probability }) => [requirement.level, probability]),
      );
      requirements.forEach(({ level }, position) => {
        const probability = expected[index]!.probabilities[position] ?? null;
        if (probability === null) expect(probabilities.get(level)).toBeNull();
        else expect(probabilities.get(level)).toBeCloseTo(probability, 9);
      });
    });
    expect(new Set(expected.map(({ fit }) => fit)).size).toBe(eligible.length - 1);
  });

  it('have one reason for each requirement of the project and of its tasks', async () => {
    const { nodes } = await candidates();
    for (const { requirements: reasons } of nodes) {
      expect(reasons.map(({ requirement }) => [requirement.level, requirement.task?.name ?? null])).toEqual([
        [0.6, null],
        [0.8, null],
        [0.5, 'Task'],
      ]);
      for (const { status, probability, level, interval, summary } of reasons) {
        if (probability == null) {
          expect([status, level, interval]).toEqual(['UNKNOWN', null, null]);
          expect(summary).toContain('unknown');
        } else {
          expect(status).toBe(probability >= 0.5 ? 'MEETS' : 'BELOW');
          expect(interval!.low).toBeLessThan(level!);
          expect(level!).toBeLessThan(interval!.high);
        }
      }
    }
    const statuses = new Set(
      nodes.flatMap(({ requirements: reasons }) => reasons.map(({ status }) => status)),
    );
    expect([...statuses].sort()).toEqual(['BELOW', 'MEETS', 'UNKNOWN']);
  });

  it('show the level that mastery shows for that date', async () => {
    const { nodes } = await candidates();
    const first = nodes[0]!;
    const { data } = await admin.ask<
      { person: { mastery: { nodes: { level: number; skill: { id: string } }[] } } },
      { id: string; asOf: string }
    >(
      'query ($id: ID!, $asOf: DateTimeISO) { person(id: $id) { mastery(asOf: $asOf) { nodes { level skill { id } } } } }',
      {
        id: first.person.id,
        asOf,
      },
    );
    const levels = new Map(data!.person.mastery.nodes.map(({ skill, level }) => [skill.id, level]));
    for (const { requirement, level } of first.requirements)
      expect(level).toBe(levels.get(requirement.skill.id));
  });

  it('have nothing added for what is unknown, and say how much is known', async () => {
    const { nodes } = await candidates();
    const partly = nodes.filter(({ knownShare }) => knownShare < 1);
    expect(partly.length).toBeGreaterThan(0);
    for (const { fit, knownShare, summary } of partly) {
      expect(knownShare).toBeCloseTo(3.5 / 5, 12);
      expect(fit).toBeLessThan(knownShare);
      expect(summary).toContain('70 % of what matters is known');
    }
  });

  it('come from every team', async () => {
    const found = namesOf(await candidates());
    const odd = eligible.filter((position) => position % 2 === 1).map(idOf);
    expect(found.filter((id) => odd.includes(id))).toHaveLength(odd.length);
    expect(odd.length).toBeLessThan(found.length);
  });

  it('leave out who is assigned, unless asked for; an ended assignment does not count', async () => {
    expect(namesOf(await candidates())).not.toContain(idOf(assigned));
    expect(namesOf(await candidates())).toContain(idOf(ended));
    const all = namesOf(await candidates({ includeAssigned: true }));
    expect(all).toContain(idOf(assigned));
    expect(all).toEqual((await independently([...eligible, assigned], asOf)).map(({ id }) => id));
  });

  it.each([
    ['leavers', leaver],
    ['people unknown in all of the skills', unknown],
    ['people known only in skills that are not required', elsewhere],
  ])('leave out %s', async (_, position) => {
    expect(namesOf(await candidates({ includeAssigned: true }))).not.toContain(idOf(position));
  });

  it('are none where nothing is required', async () => {
    const { project: found } = await admin.get(CANDIDATES, { id: emptyProject, first: 5 });
    expect(found!.candidates).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('meet a requirement from the configured probability on', async () => {
    const strict = await startApp({ SKILLWAKE_MEETS_FROM: '0.95' });
    try {
      const { nodes } = await candidates({}, await strict.as('admin'));
      for (const { status, probability } of nodes.flatMap(({ requirements: reasons }) => reasons))
        if (probability != null) expect(status).toBe(probability >= 0.95 ? 'MEETS' : 'BELOW');
    } finally {
      await strict.close();
    }
  });

  it('cost as many statements for one as for all', async () => {
    const costOf = async (first: number) => {
      app.forget();
      await candidates({ first });
      return app.statements.length;
    };
    expect(await costOf(1)).toBe(await costOf(200));
  });
});

describe('pages of candidates', () => {
  async function allPages(first: number, given: object = {}): Promise<Candidates['nodes']> {
    const nodes: Candidates['nodes'] = [];
    for (let after: string | null = null; ;) {
      const page: Candidates = await candidates({ first, after, ...given });
      expect(page.nodes.length).toBeLessThanOrEqual(first);
      expect(page.pageInfo).toMatchObject({
        hasPreviousPage: after !== null,
        startCursor: page.edges[0]!.cursor,
        endCursor: page.edges.at(-1)!.cursor,
      });
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor ?? null;
    }
  }

  it.each([1, 2, 4, 9])('of %p give the whole order, nobody twice, equal fits included', async (first) => {
    expect(await allPages(first)).toEqual((await candidates()).nodes);
  });

  it('stay at the date of the first one', async () => {
    const first = await candidates({ first: 3 });
    const rest = await candidates({ asOf: null, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual((await candidates()).nodes);
    // Some months later certainty has faded, so that a page which was not pinned would show other figures.
    const later = (await candidates({ asOf: day(250) })).nodes;
    expect(later.map(({ fit }) => fit)).not.toEqual((await candidates()).nodes.map(({ fit }) => fit));
  });

  it('stay at the moment of the first one where no date was given', async () => {
    const nodes = await allPages(4, { asOf: null });
    expect(nodes.map(({ person }) => person.id).sort()).toEqual(eligible.map(idOf).sort());
  });

  const refusal = async (given: object) => {
    const { data, errors } = await admin.ask(CANDIDATES, { id: project, ...given });
    expect(data).toEqual({ project: null });
    return { code: errors![0]!.extensions.code, message: errors![0]!.message };
  };

  it('are refused with another date than their cursor’s', async () => {
    const after = (await candidates({ first: 3 })).pageInfo.endCursor;
    expect(await refusal({ after, asOf: day(101) })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await candidates({ after, asOf })).toBeDefined();
  });

  it('are CURSOR_EXPIRED where another calibration made the cursor', async () => {
    const after = (await candidates({ first: 3 })).pageInfo.endCursor!;
    const [calibration, ...place] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [number];
    const former = Buffer.from(JSON.stringify([calibration - 1, ...place])).toString('base64url');
    expect(await refusal({ after: former })).toMatchObject({
      code: 'CURSOR_EXPIRED',
      message: expect.stringContaining('start from the first page'),
    });
  });

  it.each(['nonsense', Buffer.from('["a","b"]').toString('base64url'), ''])(
    'are refused after %p, which is no cursor',
    async (after) => {
      expect(await refusal({ after })).toMatchObject({ code: 'BAD_INPUT' });
    },
  );

  it.each([0, -1, 201])('are refused where %p are asked for', async (first) => {
    expect(await refusal({ first })).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('are refused for a date before evidence that counts', async () => {
    expect(await refusal({ asOf: day(1) })).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('before evidence'),
    });
  });
});

describe('evidence that comes between two pages', () => {
  /** A project that requires the one skill, with two candidates, and a third person who has not answered yet. */
  async function smallProject() {
    const small = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
    const work = { source: small.source, id: 'project' };
    const { saveProjects } = await admin.get(SET_UP, {
      people: [],
      teams: [],
      memberships: [],
      projects: [{ ...work, name: 'Work' }],
      tasks: [],
      requirements: [{ project: work, skill: small.skills[0]!.reference, level: 0.5 }],
      assignments: [],
      difficulties: [],
    });
    await recordAll(admin, [answer(small, 0, 0), answer(small, 1, 0, { score: 0 })]);
    const id = saveProjects.projects[0]!.id;
    return { small, ask: (given: object) => admin.ask(CANDIDATES, { id, first: 1, ...given }) };
  }
  const later = (seconds: number) => ({ at: new Date(Date.now() + 1_000 * seconds).toISOString() });

  it('makes the cursor CURSOR_EXPIRED: its order no longer stands', async () => {
    const { small, ask } = await smallProject();
    const after = (await ask({})).data!.project!.candidates.pageInfo.endCursor;
    await recordAll(admin, [answer(small, 2, 0, later(0))]);
    expect((await ask({ after })).errors![0]!.extensions.code).toBe('CURSOR_EXPIRED');
  });

  it('leaves the list readable where it lies ahead of the clock by less than the allowed skew', async () => {
    const { small, ask } = await smallProject();
    await recordAll(admin, [answer(small, 2, 0, later(100))]);
    expect((await ask({})).errors).toBeUndefined();
  });
});
