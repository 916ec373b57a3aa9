import { idFilter, nounFilters, nounOrders } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { isVisible, personFilter } from '../people/people.list';
import { toTeamWithin } from '../people/team.store';
import { projectColumns, projectOf, type ProjectRow } from './project.store';
import type { Project, RoleTemplate, Task } from './project.type';
import { roleTemplateColumns, roleTemplateOf, type RoleTemplateRow } from './role-template.store';
import { taskColumns, taskOf, type TaskRow } from './task.store';
import type { RequestContext } from '../request/context';
import { skillFilter } from '../skills/skill.list';

const projects = {
  filters: {
    ...nounFilters('Project', 'project'),
    open: { where: 'coalesce(project.to > $now, true) = $filter.open' },
    responsibleTeam: idFilter(
      'Team',
      'EXISTS { (project)<-[:RESPONSIBLE_FOR]-(:Team {id: $filter.responsibleTeam}) }',
    ),
    within: idFilter('Team', `EXISTS { ${toTeamWithin('(project)<-[:RESPONSIBLE_FOR]-(:Team)')} }`),
    requiring: skillFilter(
      'requiring',
      '(project)-[:REQUIRES]->(one:Skill)',
      '(project)-[:HAS_TASK]->(:Task)-[:REQUIRES]->(one:Skill)',
    ),
    assigned: personFilter(
      'assigned',
      'person',
      (isAssigned) => `EXISTS { MATCH (project)<-[assignment:ASSIGNED_TO]-(person:Person)
          WHERE ${isAssigned} AND coalesce(assignment.to > $now, true) AND ${isVisible} }`,
    ),
  },
  orders: nounOrders('project'),
  columns: projectColumns,
};
const asProjects = async (context: RequestContext, filters: readonly string[]) => {
  const visible = await context.visible();
  // Asked for by who is assigned, projects of people whom the viewer does not see are not found.
  const onlyVisible = !visible.everyone && filters.includes('assigned');
  return { parameters: { now: context.now, ...visible }, nodeOf: projectOf, onlyVisible };
};

export const projectList = new NodeList<ProjectRow, Project>(
  { name: 'projects.list', nested: false, match: 'MATCH (project:Project)', ...projects },
  asProjects,
);

export const projectsOfTeam = new NodeList<ProjectRow, Project>(
  {
    name: 'projects.ofTeam',
    nested: true,
    match: 'MATCH (:Team {id: parent})-[:RESPONSIBLE_FOR]->(project:Project)',
    ...projects,
  },
  asProjects,
);

export const tasksOfProject = new NodeList<TaskRow, Task>(
  {
    name: 'projects.tasks',
    nested: true,
    match: 'MATCH (:Project {id: parent})-[:HAS_TASK]->(task:Task)',
    filters: nounFilters('Task', 'task'),
    orders: nounOrders('task'),
    columns: taskColumns,
  },
  () => ({ nodeOf: taskOf }),
);

export const roleTemplateList = new NodeList<RoleTemplateRow, RoleTemplate>(
  {
    name: 'roleTemplates.list',
    nested: false,
    match: 'MATCH (role:RoleTemplate)',
    filters: {
      ...nounFilters('RoleTemplate', 'role'),
      requiring: skillFilter('requiring', '(role)-[:REQUIRES]->(one:Skill)'),
    },
    orders: nounOrders('role'),
    columns: roleTemplateColumns,
  },
  () => ({ nodeOf: roleTemplateOf }),
);
