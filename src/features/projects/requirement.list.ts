import { readingOf } from '../../graph/nouns/relation';
import { idFilter, keptFilter, periodFilter, savedFilter } from '../../graph/nouns/noun-list';
import { dateOf } from '../../shared/period';
import { NodeList } from '../nouns/lists';
import { isVisible, namedBeside, personFilter } from '../people/people.list';
import { namedPerson, personNameColumns } from '../people/people.store';
import { asMeant, meantBeginning } from '../people/stretches';
import type { RequirementRow } from '../request/plans';
import type { AssignmentToSave } from './assignment.store';
import { namedProject } from './project.store';
import { requirementColumns, requirementOf } from './requirement.store';
import type { Assignment, Requirement } from './requirement.type';

/** Requirements under an owner, given how they are found from it; `task` must be bound, perhaps to null. */
function requirements(name: string, match: string): NodeList<RequirementRow, Requirement> {
  const skill = [
    ['skill.sortName', 'string'],
    ['skill.id', 'string'],
  ] as const;
  const level = ['requirement.level', 'number'] as const;
  const id = ['requirement.id', 'string'] as const;
  return new NodeList<RequirementRow, Requirement>(
    {
      name,
      nested: true,
      match,
      filters: {
        skill: keptFilter('Skill', 'skill', 'skill'),
        minimumLevel: { where: 'requirement.level >= $filter.minimumLevel' },
        updatedSince: savedFilter('requirement'),
      },
      orders: {
        SKILL: [...skill, level, id],
        LEVEL: [level, ...skill, id],
        IMPORTANCE: [['requirement.importance', 'number'], ...skill, level, id],
      },
      columns: requirementColumns,
    },
    () => ({ nodeOf: requirementOf }),
  );
}

export const requirementsOfProject = requirements(
  'requirements.ofProjects',
  `MATCH (:Project {id: parent})-[requirement:REQUIRES]->(skill:Skill)
       WITH requirement, skill, null AS task`,
);

export const requirementsOfTask = requirements(
  'requirements.ofTasks',
  'MATCH (task:Task {id: parent})-[requirement:REQUIRES]->(skill:Skill)',
);

export const requirementsOfRoleTemplate = requirements(
  'requirements.ofRoleTemplates',
  `MATCH (:RoleTemplate {id: parent})-[requirement:REQUIRES]->(skill:Skill)
       WITH requirement, skill, null AS task`,
);

interface AssignmentRow {
  personKey: string;
  personName: string;
  personSortName: string;
  projectKey: string;
  projectName: string;
  share: number;
  from: number;
  to: number | null;
}

function assignmentOf(row: AssignmentRow): Assignment {
  return {
    person: namedPerson({ key: row.personKey, name: row.personName, sortName: row.personSortName }),
    project: namedProject({ key: row.projectKey, name: row.projectName }),
    share: row.share,
    from: dateOf(row.from),
    to: dateOf(row.to),
  };
}

const assignmentColumns = `${personNameColumns}, project.id AS projectKey, project.name AS projectName,
          assignment.share AS share, assignment.from AS from, assignment.to AS to`;

export const assignmentsNow = readingOf('projects.assignmentsNow', {
  itemOf: (named: AssignmentToSave) => asMeant(named),
  match: `MATCH (person:Person {id: item.person})
     MATCH (project:Project {id: item.project})
     ${meantBeginning('(person)-[lasting:ASSIGNED_TO]->(project)')}
     MATCH (person)-[assignment:ASSIGNED_TO {from: begins}]->(project)`,
  columns: assignmentColumns,
  valueOf: assignmentOf,
});

/** Lists of assignments under one side, ordered by the name of the other. */
function assignments(name: string, match: string, other: 'person' | 'project') {
  const unique = [
    ['person.id', 'string'],
    ['project.id', 'string'],
  ] as const;
  return new NodeList<AssignmentRow, Assignment>(
    {
      name,
      nested: true,
      match,
      where: [isVisible, `${other}.archivedAt IS NULL`],
      filters: {
        states: periodFilter('assignment', 'CURRENT', 'FUTURE'),
        updatedSince: savedFilter('assignment'),
        person: personFilter('person', 'person'),
        project: idFilter('Project', 'project.id = $filter.project'),
      },
      orders: {
        NAME: [[`${other}.sortName`, 'string'], ...unique, ['assignment.from', 'number']],
        FROM: [['assignment.from', 'number'], ...unique],
      },
      columns: assignmentColumns,
    },
    async (context) => ({ ...(await namedBeside(context, other)), nodeOf: assignmentOf }),
  );
}

export const assignmentsOfProject = assignments(
  'projects.assignments',
  'MATCH (project:Project {id: parent})<-[assignment:ASSIGNED_TO]-(person:Person)',
  'person',
);

export const assignmentsOfPerson = assignments(
  'people.assignments',
  'MATCH (person:Person {id: parent})-[assignment:ASSIGNED_TO]->(project:Project)',
  'project',
);
