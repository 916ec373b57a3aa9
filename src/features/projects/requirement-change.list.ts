import { globalId } from '../../shared/ids';
import { idFilter } from '../../graph/nouns/noun-list';
import { roleNames } from '../access/role.type';
import type { Role } from '../access/viewer';
import { NodeList } from '../nouns/lists';
import type { RequirementChange } from './requirement-change.type';

type RequirementChangeRow = Omit<RequirementChange, 'at' | 'role' | 'projectId'> & {
  readonly at: number;
  readonly role: Role;
};

const columns = `head([(change)-[:MADE_BY]->(viewer:Person) | viewer.id]) AS viewerKey, change.skill AS skillKey,
            change.project AS projectKey, change.projectName AS projectName,
            change.at AS at, change.role AS role, change.level AS level,
            change.importanceBefore AS importanceBefore, change.importanceAfter AS importanceAfter,
            change.headcountBefore AS headcountBefore, change.headcountAfter AS headcountAfter`;

export const changesOfProject = new NodeList<RequirementChangeRow, RequirementChange>(
  {
    name: 'requirements.changes',
    nested: true,
    match: 'MATCH (:Project {id: parent})-[:HAS_CHANGE]->(change:RequirementChange)',
    filters: {},
    orders: {
      AT: [
        ['change.at', 'number'],
        ['change.id', 'string'],
      ],
    },
    columns,
  },
  () => ({ nodeOf: changeOf }),
);

/** Of all projects, those too that are not stored any more. */
export const requirementChangeList = new NodeList<RequirementChangeRow, RequirementChange>(
  {
    name: 'requirements.allChanges',
    nested: false,
    match: 'MATCH (change:RequirementChange)',
    filters: { project: idFilter('Project', 'change.project = $filter.project') },
    // Internal ids rise with the time.
    orders: { AT: [['change.id', 'string']] },
    columns,
  },
  () => ({ nodeOf: changeOf }),
);

function changeOf({ at, role, ...row }: RequirementChangeRow): RequirementChange {
  const projectId = globalId('Project', row.projectKey);
  return { ...row, projectId, at: new Date(at), role: roleNames[role] };
}
