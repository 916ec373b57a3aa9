import { statement } from '../driver/statement';
import { changeInSteps, type Migration } from './migration';

const KEEP_PROJECTS = statement<{ changed: number }>(
  'migrations.keepProjectsOfChanges',
  `MATCH (project:Project)-[:HAS_CHANGE]->(change:RequirementChange) WHERE change.project IS NULL
   WITH project, change LIMIT 10000
   SET change.project = project.id, change.projectName = project.name
   RETURN count(change) AS changed`,
  'Every change of a requirement is given its project, once.',
);

export const projectsOfChanges: Migration = {
  number: 10,
  what: 'which project a change of requirements was made to stands in the change itself, and outlives the project',
  async run(database) {
    await changeInSteps(database, KEEP_PROJECTS);
  },
};
