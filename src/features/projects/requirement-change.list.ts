import { roleNames } from '../access/role.type';
import type { Role } from '../access/viewer';
import { NodeList } from '../nouns/lists';
import type { RequirementChange } from './requirement-change.type';

type RequirementChangeRow = Omit<RequirementChange, 'at' | 'role'> & {
  readonly at: number;
  readonly role: Role;
};

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
    columns: `head([(change)-[:MADE_BY]->(viewer:Person) | viewer.id]) AS viewerKey, change.skill AS skillKey,
            change.at AS at, change.role AS role, change.level AS level,
            change.importanceBefore AS importanceBefore, change.importanceAfter AS importanceAfter,
            change.headcountBefore AS headcountBefore, change.headcountAfter AS headcountAfter`,
  },
  () => ({ nodeOf: ({ at, role, ...row }) => ({ ...row, at: new Date(at), role: roleNames[role] }) }),
);
