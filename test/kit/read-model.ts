import type { Stretch } from '../../src/features/request/plans';
import { ReadModel } from '../../src/features/states/read-model';
import { edgeColumns } from '../../src/features/states/stored-state';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';

const PEOPLE = statement<{ row: unknown[] }>(
  'test.statesOfPeople',
  `MATCH (calibration:Calibration {current: true})
   MATCH (person:Person)
   RETURN [person.id, person.name, person.sortName, person.activeUntil, person.archivedAt,
     CASE calibration.slot WHEN 0 THEN person.general0 ELSE person.general1 END,
     COLLECT { MATCH (person)-[edge:HAS_SKILL]->(skill:Skill) WHERE edge.slot = calibration.slot
       RETURN [skill.id, ${edgeColumns.list('edge')}] ORDER BY skill.id },
     COLLECT { MATCH (person)-[one:MEMBER_OF]->(team) RETURN [team.id, 1.0, one.from, one.to] ORDER BY team.id, one.from },
     COLLECT { MATCH (person)-[one:ASSIGNED_TO]->(project)
       RETURN [project.id, one.share, one.from, one.to] ORDER BY project.id, one.from },
     COLLECT { MATCH (person)-[:HAS_AVAILABILITY]->(one) RETURN ['', one.share, one.from, one.to] ORDER BY one.from }] AS row
   ORDER BY person.id`,
  'a spec looks at everybody',
);
const SKILLS = statement<{ row: unknown[] }>(
  'test.statesOfSkills',
  `MATCH (calibration:Calibration {current: true})
   MATCH (skill:Skill)
   RETURN [skill.id, skill.name, skill.sortName, skill.archivedAt,
     coalesce(head([(skill)<-[sets:SETS]-(calibration) | sets.difficulty]), 0.0),
     COLLECT { MATCH (skill)<-[:BROADER*0..]-(below:Skill) RETURN DISTINCT below.id ORDER BY below.id }] AS row
   ORDER BY skill.id`,
  'a spec looks at all',
);

const PROJECTS = statement<{ row: unknown[] }>(
  'test.plansOfProjects',
  `MATCH (project:Project)
   CALL (project) {
     CALL (project) {
       MATCH (project)-[requirement:REQUIRES]->(skill)
       RETURN requirement, skill, null AS task
       UNION ALL
       MATCH (project)-[:HAS_TASK]->(task)-[requirement:REQUIRES]->(skill)
       RETURN requirement, skill, task
     }
     WITH requirement, skill, task ORDER BY skill.sortName, skill.id, requirement.level, requirement.id
     RETURN collect([requirement.id, requirement.level, requirement.band, requirement.importance, requirement.headcount,
       task.id, task.name, skill.id, skill.name, skill.sortName]) AS required
   }
   RETURN [project.id, project.name, project.sortName, project.from, project.to, project.archivedAt,
     COLLECT { MATCH (project)<-[:RESPONSIBLE_FOR]-(team) RETURN team.id ORDER BY team.id }, required,
     COLLECT { MATCH (project)<-[one:ASSIGNED_TO]-(person) RETURN [person.id, one.from] ORDER BY person.id, one.from }] AS row
   ORDER BY project.id`,
  'a spec looks at all',
);
const TEAMS = statement<{ row: unknown[] }>(
  'test.plansOfTeams',
  `MATCH (team:Team) WHERE EXISTS { (team)<-[:BROADER*0..]-(:Team)<-[:MEMBER_OF]-() }
   RETURN [team.id,
     COLLECT { MATCH (team)<-[one:MEMBER_OF]-(person) RETURN [person.id, one.from] ORDER BY person.id, one.from },
     COLLECT { MATCH (team)-[:RESPONSIBLE_FOR]->(project) RETURN project.id ORDER BY project.sortName, project.id },
     COLLECT { MATCH (team)<-[:BROADER*0..]-(below:Team) RETURN below.id ORDER BY below.id }] AS row
   ORDER BY team.id`,
  'a spec looks at all',
);

/** What a process would have to hold in memory, as the graph says, a line for each person, skill, project and team with members. */
export async function statesInGraph(database: Database): Promise<string[]> {
  const rows = [];
  for (const statement of [PEOPLE, SKILLS, PROJECTS, TEAMS]) rows.push(...(await database.query(statement)));
  return rows.map(({ row }) => JSON.stringify(row));
}

function inOrder(stretches: readonly Stretch[]): unknown[] {
  return [...stretches]
    .sort((one, other) => (one.of === other.of ? one.from - other.from : one.of < other.of ? -1 : 1))
    .map(({ of, share, from, to }) => [of, share, from, to]);
}

/** The memory of a process. */
export class HeldInMemory {
  private readonly model: ReadModel;

  constructor(database: Database) {
    this.model = new ReadModel(database);
  }

  /** What it holds once it was brought up, in the same lines. */
  async lines(): Promise<string[]> {
    const { states, plans } = await this.model.current();
    const { people } = states;
    const skills = states.skillKeys();
    const keys = people.keys.filter((key) => key !== undefined).sort();
    const finite = (moment: number) => (moment === Infinity ? null : moment);
    const ofPerson = (key: string): unknown[] => {
      const place = people.placeOf(key) ?? -1;
      const edges = states
        .skillsOfPerson(key)
        .sort()
        .map((skill) => {
          const columns = states.edgesOf(skill);
          const at = columns.find(place);
          return [skill, columns.edgeAt(at)];
        });
      const { name, sortName } = states.personAt(place);
      const moments = [
        finite(people.figure(place, 'activeUntil')),
        finite(people.figure(place, 'archivedAt')),
      ];
      const planned = [plans.membershipsAt(place), plans.assignmentsAt(place), plans.availabilityAt(place)];
      return [key, name, sortName, ...moments, people.generalOf(place), edges, ...planned.map(inOrder)];
    };
    const held = skills.reduce((sum, skill) => sum + states.edgesOf(skill).size, 0);
    const listed = keys.reduce((sum, key) => sum + states.skillsOfPerson(key).length, 0);
    if (held !== listed) throw new Error(`${String(held)} edges by skill, ${String(listed)} by person`);
    const ofSkill = (key: string): unknown[] => {
      const { name, sortName, archivedAt, reference } = states.skillNamed(key)!;
      return [key, name, sortName, archivedAt, reference, [...states.withNarrower(key)].sort()];
    };
    const whose = (stretches: readonly Stretch[]): unknown[] =>
      stretches
        .map(({ place, from }) => [states.keyAt(place), from] as const)
        .sort(([one, from], [other, begins]) => (one === other ? from - begins : one < other ? -1 : 1));
    const ofProject = (key: string): unknown[] => {
      const { name, sortName, from, to, archivedAt, teams } = plans.projectNamed(key)!;
      const required = plans
        .requiredBy(key)
        .map((row) => [
          ...[row.requirement, row.level, row.band, row.importance, row.headcount],
          ...[row.task, row.taskName, row.skillKey, row.skillName, row.skillSortName],
        ]);
      const assigned = whose(plans.assignmentsTo(key));
      return [key, name, sortName, from, to, archivedAt, [...teams].sort(), required, assigned];
    };
    const ofTeam = (key: string): unknown[] => [
      key,
      whose(plans.membershipsIn(key)),
      plans.projectsOfTeam(key),
      plans.teamsWithin(key).sort(),
    ];
    return [
      ...keys.map(ofPerson),
      ...skills.sort().map(ofSkill),
      ...plans.projectKeys().sort().map(ofProject),
      ...plans.teamsWithMembers().sort().map(ofTeam),
    ].map((row) => JSON.stringify(row));
  }

  /** Until when a person is active, epoch milliseconds. */
  async activeUntilOf(person: string): Promise<number> {
    const { people } = (await this.model.current()).states;
    return people.figure(people.placeOf(person) ?? -1, 'activeUntil');
  }

  /** The share that each of these people is assigned to projects altogether, by internal id. */
  async assignedOf(people: readonly string[]): Promise<Map<string, number>> {
    const { states, plans } = await this.model.current();
    const shareOf = (key: string): number =>
      plans.assignmentsAt(states.placeOf(key) ?? -1).reduce((sum, { share }) => sum + share, 0);
    return new Map(people.map((key) => [key, shareOf(key)] as const));
  }

  /** How many answers are behind each of these people's edges, by internal id. */
  async answersOf(people: readonly string[]): Promise<Map<string, number>> {
    const { states } = await this.model.current();
    return new Map(
      people.map((key) => [key, states.people.answers[states.people.placeOf(key) ?? -1] ?? 0] as const),
    );
  }
}
