import fc from 'fast-check';
import { HeldPlans, type PlansOfPerson, type ProjectFields, type TaskFields } from './held-plans';

const [people, teams, projects, tasks] = ['p', 't', 'j', 'k'].map((kind) =>
  [0, 1, 2, 3].map((one) => `${kind}${String(one)}`),
) as [string[], string[], string[], string[]];
/** The last one of which is not held. */
const skills = ['s0', 's1', 's2', 'gone'];

const stretch = (of: readonly string[]) =>
  fc.record({
    of: fc.constantFrom(...of),
    share: fc.constantFrom(0.25, 1),
    from: fc.nat(3),
    to: fc.option(fc.nat(9)),
  });
const stretches = (of: readonly string[]) => fc.array(stretch(of), { maxLength: 4 });
const required = fc.array(
  fc.record({
    requirement: fc.uuid(),
    level: fc.constantFrom(0.2, 0.5),
    band: fc.constantFrom(null, 'competent'),
    importance: fc.constantFrom(0.5, 1),
    headcount: fc.nat(3),
    skillKey: fc.constantFrom(...skills),
  }),
  { maxLength: 4 },
);
const person: fc.Arbitrary<PlansOfPerson> = fc.record({
  key: fc.constantFrom(...people),
  ...{ memberships: stretches(teams), assignments: stretches(projects), availability: stretches(['']) },
});
const project: fc.Arbitrary<ProjectFields> = fc
  .record({
    key: fc.constantFrom(...projects),
    ...{ name: fc.constantFrom('One', 'Two'), from: fc.constant(null), to: fc.option(fc.nat(9)) },
    ...{ archivedAt: fc.constantFrom(null, null, 1), teams: fc.subarray(teams), required },
  })
  .map((fields) => ({ ...fields, sortName: fields.name.toLowerCase() }));
const task: fc.Arbitrary<TaskFields> = fc.record({
  key: fc.constantFrom(...tasks),
  ...{ name: fc.constantFrom('Do', 'Done'), project: fc.option(fc.constantFrom(...projects)), required },
});

/** What is held, in plain objects. */
class Modelled {
  readonly people = new Map<string, PlansOfPerson>();
  readonly projects = new Map<string, ProjectFields>();
  readonly tasks = new Map<string, TaskFields>();

  requiredBy(key: string): object[] {
    const owners = [
      ...[this.projects.get(key)].flatMap((one) => (one ? { task: null, required: one.required } : [])),
      ...[...this.tasks.values()].flatMap((one) =>
        one.project === key ? { task: one, required: one.required } : [],
      ),
    ];
    return owners
      .flatMap(({ task: owner, required: needs }) =>
        needs.map((need) => ({
          ...{ ...need, project: key, task: owner?.key ?? null, taskName: owner?.name ?? null },
          ...{ skillName: need.skillKey, skillSortName: need.skillKey },
        })),
      )
      .filter(({ skillKey }) => skillKey !== 'gone');
  }

  stretchesOf(kind: 'memberships' | 'assignments', of: string): object[] {
    return people.flatMap((key, place) =>
      (this.people.get(key)?.[kind] ?? []).flatMap((one) => (one.of === of ? { ...one, place } : [])),
    );
  }
}

type Step =
  | { readonly person: PlansOfPerson }
  | { readonly project: ProjectFields }
  | { readonly task: TaskFields }
  | { readonly gone: 'people' | 'projects' | 'tasks'; readonly key: string };
const gone = (kind: 'people' | 'projects' | 'tasks', keys: readonly string[]) =>
  fc.record({ gone: fc.constant(kind), key: fc.constantFrom(...keys) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ person }) },
  { weight: 2, arbitrary: fc.record({ project }) },
  { weight: 2, arbitrary: fc.record({ task }) },
  ...[gone('people', people), gone('projects', projects), gone('tasks', tasks)],
);

function go(plans: HeldPlans, model: Modelled, one: Step): void {
  if ('person' in one) {
    plans.putPerson(one.person);
    model.people.set(one.person.key, one.person);
  } else if ('project' in one) {
    plans.putProject(one.project);
    model.projects.set(one.project.key, one.project);
  } else if ('task' in one) {
    plans.putTask(one.task);
    model.tasks.set(one.task.key, one.task);
  } else {
    if (one.gone === 'people') plans.removePerson(one.key);
    else if (one.gone === 'projects') plans.removeProject(one.key);
    else plans.removeTask(one.key);
    model[one.gone].delete(one.key);
  }
}

function held(): HeldPlans {
  const places = new Map(people.map((key, place) => [key, place]));
  return new HeldPlans({
    people: { placeOf: (key) => places.get(key) },
    skillNamed: (key) => (key === 'gone' ? undefined : { key, name: key, sortName: key }),
  });
}

/** In whatever order. */
const those = (some: readonly object[]): unknown =>
  some.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

describe('plans in memory', () => {
  it('are what was put there last, from whichever side they are asked for, whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const [plans, model] = [held(), new Modelled()];
        for (const one of steps) go(plans, model, one);
        people.forEach((key, place) => {
          const { memberships = [], assignments = [], availability = [] } = model.people.get(key) ?? {};
          const at = (some: readonly object[]): unknown => those(some.map((one) => ({ ...one, place })));
          expect(those(plans.membershipsAt(place))).toEqual(at(memberships));
          expect(those(plans.assignmentsAt(place))).toEqual(at(assignments));
          expect(those(plans.availabilityAt(place))).toEqual(at(availability));
        });
        const withMembers = teams.filter((team) => model.stretchesOf('memberships', team).length > 0);
        expect(plans.teamsWithMembers().sort()).toEqual(withMembers);
        for (const team of teams) {
          expect(those(plans.membershipsIn(team))).toEqual(those(model.stretchesOf('memberships', team)));
          const owned = [...model.projects.values()].filter((one) => one.teams.includes(team));
          const inOrder = owned.map(({ name, key }) => `${name} ${key}`).sort();
          expect(plans.projectsOfTeam(team)).toEqual(inOrder.map((one) => one.split(' ')[1]));
        }
        for (const one of projects) {
          expect(plans.projectNamed(one)?.name).toBe(model.projects.get(one)?.name);
          expect(those(plans.assignmentsTo(one))).toEqual(those(model.stretchesOf('assignments', one)));
          const needs = model.projects.has(one) ? model.requiredBy(one) : [];
          expect(those(plans.requiredBy(one))).toEqual(those(needs));
        }
        const open = [...model.projects.values()].filter(
          (one) => one.archivedAt === null && (one.to ?? 10) > 5,
        );
        expect(plans.openProjects(5).sort()).toEqual(open.map(({ key }) => key).sort());
      }),
    );
  });

  it('have each team with all that are within it once, wherever teams were moved', () => {
    const moved = fc.array(
      fc.record({ key: fc.constantFrom(...teams), to: fc.option(fc.constantFrom(...teams)) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(moved, fc.array(person, { maxLength: 3 }), (moves, members) => {
        const plans = held();
        const above = new Map<string, string>();
        const upwards = (team: string): string[] => {
          const next = above.get(team);
          return next === undefined ? [team] : [team, ...upwards(next)];
        };
        for (const one of members) plans.putPerson(one);
        for (const { key, to } of moves) {
          if (to !== null && upwards(to).includes(key)) continue;
          if (to === null) {
            above.delete(key);
            plans.removeTeam(key);
          } else {
            above.set(key, to);
            plans.putTeam({ key, broader: [to] });
          }
        }
        for (const team of teams)
          expect(plans.teamsWithin(team).sort()).toEqual(teams.filter((one) => upwards(one).includes(team)));
        for (const team of teams) expect(plans.teamsAbove(team)).toEqual(upwards(team));
        const own = teams.filter((team) => plans.membershipsIn(team).length > 0);
        expect(plans.teamsWithMembers().sort()).toEqual([...new Set(own.flatMap(upwards))].sort());
      }),
    );
  });

  it('give what is required by skill, then by level', () => {
    fc.assert(
      fc.property(project, task, (one, part) => {
        const plans = held();
        plans.putProject(one);
        plans.putTask({ ...part, project: one.key });
        const order = plans
          .requiredBy(one.key)
          .map((row) => `${row.skillSortName} ${String(row.level)} ${row.requirement}`);
        expect(order).toEqual([...order].sort());
      }),
    );
  });
});
