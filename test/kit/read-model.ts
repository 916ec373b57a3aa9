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
       RETURN [skill.id, ${edgeColumns.list('edge')}] ORDER BY skill.id }] AS row
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

/** What a process would have to hold in memory, as the graph says, a line for each person and each skill. */
export async function statesInGraph(database: Database): Promise<string[]> {
  const rows = [...(await database.query(PEOPLE)), ...(await database.query(SKILLS))];
  return rows.map(({ row }) => JSON.stringify(row));
}

/** The memory of a process. */
export class HeldInMemory {
  private readonly model: ReadModel;

  constructor(database: Database) {
    this.model = new ReadModel(database);
  }

  /** What it holds once it was brought up, in the same lines. */
  async lines(): Promise<string[]> {
    const states = await this.model.current();
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
      return [key, name, sortName, ...moments, people.generalOf(place), edges];
    };
    const held = skills.reduce((sum, skill) => sum + states.edgesOf(skill).size, 0);
    const listed = keys.reduce((sum, key) => sum + states.skillsOfPerson(key).length, 0);
    if (held !== listed) throw new Error(`${String(held)} edges by skill, ${String(listed)} by person`);
    const ofSkill = (key: string): unknown[] => {
      const { name, sortName, archivedAt, reference } = states.skillNamed(key)!;
      return [key, name, sortName, archivedAt, reference, [...states.withNarrower(key)].sort()];
    };
    return [...keys.map(ofPerson), ...skills.sort().map(ofSkill)].map((row) => JSON.stringify(row));
  }

  /** Until when a person is active, epoch milliseconds. */
  async activeUntilOf(person: string): Promise<number> {
    const { people } = await this.model.current();
    return people.figure(people.placeOf(person) ?? -1, 'activeUntil');
  }

  /** How many answers are behind each of these people's edges, by internal id. */
  async answersOf(people: readonly string[]): Promise<Map<string, number>> {
    const states = await this.model.current();
    return new Map(
      people.map((key) => [key, states.people.answers[states.people.placeOf(key) ?? -1] ?? 0] as const),
    );
  }
}
