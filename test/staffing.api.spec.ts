import { percent } from '../src/shared/percent';
import { normalCdf } from '../src/estimators/normal';
import { keyOfGlobalId } from '../src/shared/ids';
import { abilityOf, STORED_ABILITIES } from './kit/ability';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  asOf,
  assigned,
  buildStaffing,
  CANDIDATES,
  candidatesOf,
  eligible,
  elsewhere,
  ended,
  leaver,
  requirements,
  unknown,
  type Candidates,
  type Staffing,
} from './kit/staffing';

let app: TestApp;
let admin: Client;
let staffing: Staffing;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  staffing = await buildStaffing(admin);
});
afterAll(() => app.close());

const candidates = (given: object = {}, client = admin) => candidatesOf(client, staffing.project, given);
const idOf = (position: number) => staffing.graph.people[position]!.id;
const namesOf = ({ nodes }: Candidates) => nodes.map(({ person }) => person.id);

/** Fit by the definition, from what is stored and by arithmetic of the spec's own. */
async function independently(people: readonly number[], at: string) {
  const rows = await app.database.query(STORED_ABILITIES, {
    skills: null,
    people: people.map((position) => keyOfGlobalId('Person', idOf(position))),
  });
  return people
    .map((position) => {
      const reasons = requirements.map(({ skill, level, importance }) => {
        const row = rows.find(
          (one) =>
            one.person === keyOfGlobalId('Person', idOf(position)) &&
            one.skill === keyOfGlobalId('Skill', staffing.graph.skills[skill]!.id),
        );
        if (!row) return { importance, probability: null };
        const { mean, variance } = abilityOf(row, Date.parse(at));
        const threshold = Math.log(level / (1 - level)) + row.reference;
        return { importance, probability: normalCdf((mean - threshold) / Math.sqrt(variance)) };
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
          expect(summary.match(/%/g)).toHaveLength(1);
          expect(summary).toContain(`with probability ${percent(probability)}.`);
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
      expect(summary).toContain(`${percent(fit)}: meets `);
      expect(summary).toMatch(/ of 3 requirements, is unknown in 1[.]$/);
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
    const { project: found } = await admin.get(CANDIDATES, { id: staffing.emptyProject, first: 5 });
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
