import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation } from './kit/graph';
import {
  asOf,
  assigned,
  buildStaffing,
  candidatesOf,
  eligible,
  elsewhere,
  leaver,
  requirements,
  unknown,
  type Candidates,
  type Staffing,
} from './kit/staffing';

const FORM = graphql(`
  query FormTeam($project: ID!, $size: Int!, $constraints: TeamConstraints, $asOf: DateTimeISO) {
    formTeam(project: $project, size: $size, constraints: $constraints, asOf: $asOf) {
      objective
      value
      bound
      isProven
      readiness
      seconds
      isFewestRelaxed
      summary
      relaxed {
        kind
        person {
          id
        }
        requirement {
          level
        }
        summary
      }
      coverage {
        requirement {
          level
        }
        seats
        expectedFilled
        coveredProbability
        summary
      }
      members {
        person {
          id
          name
        }
        seatsAdded
        summary
        requirements {
          status
          probability
        }
        swap {
          cost
          isProven
          summary
          joining {
            id
          }
          leaving {
            id
          }
        }
      }
    }
  }
`);

const LOOKED_AT = graphql(`
  query FormingLookedAt($id: ID!) {
    person(id: $id) {
      accessLog(first: 200) {
        nodes {
          operation
          role
        }
      }
    }
  }
`);
let app: TestApp;
let admin: Client;
let lead: Client;
let staffing: Staffing;
let everybody: Candidates['nodes'];
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people } = staffing.graph;
  // Of the responsible team, which those at even positions belong to.
  await buildOrganisation(admin, {
    teams: [{ source, id: 'team', leads: [people[elsewhere]!.reference] }],
  });
  lead = await app.as('lead', people[elsewhere]!.id);
  everybody = (await candidatesOf(admin, staffing.project, { includeAssigned: true })).nodes;
});
afterAll(() => app.close());

const idOf = (position: number) => staffing.graph.people[position]!.id;
const form = async (size: number, constraints: object = {}, client = admin) =>
  (await client.get(FORM, { project: staffing.project, size, constraints, asOf })).formTeam!;
type Team = Awaited<ReturnType<typeof form>>;
const membersOf = ({ members }: Team) => members.map(({ person }) => person.id).sort();

/** Of one skill those at the lower level are filled by whoever fills those at the higher one, too. */
const seatsOf = ({ skill, level }: (typeof requirements)[number]) =>
  requirements.filter((one) => one.skill === skill && one.level >= level).length;

/** How likely each number of a team meets a requirement, from what candidates says of them. */
function numbersMeeting(team: readonly string[], requirement: number): number[] {
  return team.reduce<number[]>(
    (chances, id) => {
      const { level } = requirements[requirement]!;
      const p =
        everybody
          .find(({ person }) => person.id === id)!
          .requirements.find((reason) => reason.requirement.level === level)!.probability ?? 0;
      return [...chances, 0].map((chance, meet) => chance * (1 - p) + (chances[meet - 1] ?? 0) * p);
    },
    [1],
  );
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const filledBy = (team: readonly string[], requirement: number) =>
  sum(
    numbersMeeting(team, requirement).map(
      (chance, meet) => chance * Math.min(meet, seatsOf(requirements[requirement]!)),
    ),
  );
const worthOf = (team: readonly string[]) =>
  sum(requirements.map(({ importance }, place) => importance * filledBy(team, place)));
const readinessOf = (team: readonly string[]) =>
  requirements.reduce(
    (product, one, place) => product * sum(numbersMeeting(team, place).slice(seatsOf(one))),
    1,
  );
const teamsOf = (people: readonly string[], size: number): string[][] =>
  size === 0
    ? [[]]
    : people.flatMap((one, place) =>
        teamsOf(people.slice(place + 1), size - 1).map((others) => [one, ...others]),
      );
const bestWorth = (people: readonly string[], size: number) =>
  Math.max(...teamsOf(people, size).map(worthOf));
const candidates = () => everybody.map(({ person }) => person.id);

describe('a team for a project', () => {
  it('is the best of all teams, with what each member adds and what each requirement has of it', async () => {
    const team = await form(3);
    expect(team).toMatchObject({ objective: 'BEST', isProven: true, relaxed: [], isFewestRelaxed: true });
    expect(membersOf(team)).toHaveLength(3);
    expect(team.value).toBeCloseTo(bestWorth(candidates(), 3), 5);
    expect(team.value).toBeCloseTo(worthOf(membersOf(team)), 9);
    expect(team.bound).toBe(team.value);
    expect(team.readiness).toBeCloseTo(readinessOf(membersOf(team)), 9);
    expect(team.coverage.map(({ seats }) => seats)).toEqual(requirements.map(seatsOf));
    team.coverage.forEach(({ expectedFilled, summary }, place) => {
      expect(expectedFilled).toBeCloseTo(filledBy(membersOf(team), place), 9);
      expect(summary.match(/%/g)).toHaveLength(1);
    });
    for (const { person, seatsAdded } of team.members) {
      const others = membersOf(team).filter((id) => id !== person.id);
      const added = requirements.map(
        (_, place) => filledBy(membersOf(team), place) - filledBy(others, place),
      );
      expect(seatsAdded).toBeCloseTo(sum(added), 9);
    }
    expect(team.summary).toMatch(/seats expected to stay empty, all requirements.*no team is better\.$/);
  });

  it('says what it would lose without each member, and who would join', async () => {
    const team = await form(3);
    for (const { person, swap } of team.members) {
      const others = candidates().filter((id) => id !== person.id);
      expect(swap!.isProven).toBe(true);
      expect(swap!.cost).toBeCloseTo(team.value - bestWorth(others, 3), 5);
      expect(swap!.leaving.map(({ id }) => id)).toContain(person.id);
      expect(swap!.joining).toHaveLength(swap!.leaving.length);
      expect(swap!.summary).toContain('would join');
    }
  });

  it('has whom it must have and not whom it may not, those who are assigned where they are kept', async () => {
    const [worst, best] = [everybody.at(-1)!.person.id, membersOf(await form(3))[0]!];
    const held = await form(3, { mustHave: [worst, idOf(unknown)], mayNot: [best] });
    expect(membersOf(held)).toEqual(expect.arrayContaining([worst, idOf(unknown)]));
    expect(membersOf(held)).not.toContain(best);
    expect(membersOf(await form(2, { keepAssigned: true }))).toContain(idOf(assigned));
    const unknownOne = held.members.find(({ person }) => person.id === idOf(unknown))!;
    expect(unknownOne.seatsAdded).toBe(0);
    expect(new Set(unknownOne.requirements.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
  });

  it('is the cheapest that covers everything with a probability, or the smallest', async () => {
    const probability = 0.9 * Math.max(...teamsOf(candidates(), 5).map(readinessOf));
    const smallest = await form(10, { objective: 'CHEAPEST', probability });
    const sizes = [1, 2, 3, 4, 5].filter((size) =>
      teamsOf(candidates(), size).some((team) => readinessOf(team) >= probability),
    );
    expect(smallest).toMatchObject({ value: sizes[0], isProven: true, relaxed: [] });
    expect(readinessOf(membersOf(smallest))).toBeGreaterThanOrEqual(probability);
    const costs = candidates().map((person, place) => ({ person, cost: 1 + ((place * 7) % 5) }));
    const costOf = (team: readonly string[]) =>
      sum(team.map((id) => costs.find(({ person }) => person === id)!.cost));
    const cheapest = await form(4, { objective: 'CHEAPEST', probability: probability / 2, costs });
    const feasible = [1, 2, 3, 4]
      .flatMap((size) => teamsOf(candidates(), size))
      .filter((team) => readinessOf(team) >= probability / 2);
    expect(cheapest.value).toBe(Math.min(...feasible.map(costOf)));
    expect(costOf(membersOf(cheapest))).toBe(cheapest.value);
  });

  it('has a mentor for everybody below a requirement where that is asked', async () => {
    const team = await form(4, { mentors: true });
    requirements.forEach((_, place) => {
      const statuses = team.members.map(({ requirements: reasons }) => reasons[place]!.status);
      if (statuses.includes('BELOW')) expect(statuses).toContain('MEETS');
    });
  });

  it('gives up the fewest constraints where no team keeps all, and says which', async () => {
    const [one, two, three] = eligible.map(idOf);
    const larger = await form(2, { mustHave: [one, two, three] });
    expect(larger).toMatchObject({ relaxed: [{ kind: 'SIZE' }], isFewestRelaxed: true });
    expect(membersOf(larger)).toEqual([one, two, three].sort());
    expect(larger.relaxed[0]!.summary).toContain('3 people');
    const covered = await form(10, { objective: 'CHEAPEST', probability: 0.9, redundancy: 10 });
    expect(covered.relaxed.map(({ kind }) => kind)).toContain('REQUIREMENT');
    expect(covered.summary).toContain('No team keeps every constraint');
  });

  it('shows a lead nothing in full of people who are not theirs', async () => {
    const [exact, shown] = [await form(3), await form(3, {}, lead)];
    expect(membersOf(shown)).toEqual(membersOf(exact));
    const isSeen = (id: string) => staffing.graph.people.findIndex((one) => one.id === id) % 2 === 0;
    const unseen = shown.members.filter(({ person }) => !isSeen(person.id));
    expect(unseen.length).toBeGreaterThan(0);
    for (const { seatsAdded, requirements: reasons } of unseen) {
      expect(seatsAdded).toBeNull();
      expect(reasons.map(({ probability }) => probability)).toEqual(requirements.map(() => null));
    }
    for (const figure of [shown.value, shown.readiness, ...shown.coverage.map((one) => one.expectedFilled)])
      expect(figure).toBe(Math.round(10 * figure) / 10);
  });

  it('is a look at everybody proposed, and at whom the constraints name', async () => {
    // What was looked at is written once this API is closed.
    const other = await startApp();
    const team = await form(2, { mayNot: [idOf(unknown)] }, await other.as('hr', idOf(0)));
    await other.close();
    const joining = team.members.flatMap(({ swap }) => swap?.joining.map(({ id }) => id) ?? []);
    const looked = new Set([...membersOf(team), ...joining, idOf(unknown)]);
    for (const { id } of staffing.graph.people.filter((_, position) => position !== leaver)) {
      const { person } = await (await app.as('person', id)).get(LOOKED_AT, { id });
      const looks = person!.accessLog!.nodes.filter(({ operation }) => operation === 'FormTeam');
      expect([id, looks.some(({ role }) => role === 'HR')]).toEqual([id, looked.has(id)]);
    }
  });

  it('is not formed for others, nor of people who left, nor out of range', async () => {
    const outsider = await app.as('lead', idOf(1));
    const ask = async (client: Client, given: object) =>
      (await client.ask(FORM, { project: staffing.project, size: 3, asOf, ...given })).errors?.map(
        ({ extensions, message }) => [extensions.code, message.split(':')[0]],
      );
    expect(await ask(outsider, {})).toMatchObject([['FORBIDDEN', expect.any(String)]]);
    expect(await ask(admin, { size: 51 })).toEqual([['BAD_INPUT', 'size']]);
    expect(await ask(admin, { constraints: { probability: 1 } })).toEqual([['BAD_INPUT', 'probability']]);
    expect(await ask(admin, { constraints: { mustHave: [idOf(leaver)] } })).toEqual([
      ['BAD_INPUT', 'mustHave'],
    ]);
    expect(await ask(admin, { constraints: { mayNot: [staffing.project] } })).toEqual([
      ['BAD_INPUT', 'mayNot.0'],
    ]);
    expect(await ask(admin, { project: idOf(0) })).toEqual([['BAD_INPUT', 'project']]);
  });
});
