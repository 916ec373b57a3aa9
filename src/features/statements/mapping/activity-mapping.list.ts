import { NodeList } from '../../nouns/lists';
import type { ActivityMapping as StoredMapping } from './activity-mapping.store';
import type { ActivityMapping } from './activity-mapping.type';
import { ContentKind } from './content';

interface MappingRow extends Omit<StoredMapping, 'key'> {
  readonly kind: ContentKind;
  readonly savedAt: number;
}

export const activityMappingList = new NodeList<MappingRow, ActivityMapping>(
  {
    name: 'statements.activityMappings',
    nested: false,
    match: 'MATCH (mapping:ActivityMapping)',
    filters: {
      platform: { where: 'mapping.platform = $filter.platform' },
      iri: { where: 'mapping.name = $filter.iri' },
      kind: { where: 'mapping.kind = $filter.kind' },
    },
    // The key begins with the platform, and holds no other for all of them.
    orders: { PLATFORM: [['mapping.key', 'string']] },
    columns: `mapping.platform AS platform, mapping.of AS of, mapping.name AS name, mapping.kind AS kind,
            mapping.target AS target, mapping.number AS number, mapping.page AS page, mapping.savedAt AS savedAt`,
  },
  () => ({ nodeOf: mappingOf }),
);

function mappingOf({ of, name, number, savedAt, ...row }: MappingRow): ActivityMapping {
  const isQuestion = row.kind === ContentKind.QUESTION;
  return {
    ...row,
    activity: of === 'activity' ? name : null,
    type: of === 'type' ? name : null,
    revision: isQuestion ? null : number,
    version: isQuestion ? number : null,
    savedAt: new Date(savedAt),
  };
}
