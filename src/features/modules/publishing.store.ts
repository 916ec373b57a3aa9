import { touched } from '../../graph/nouns/identity';
import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { Content, PageContent } from './content';
import { listsOf, resourceColumns, resourcesOf, type ResourceLists } from './revision.store';

export interface CurrentContent extends Content {
  /** Internal id of the module. */
  readonly module: string;
  readonly number: number;
}

interface CurrentContentRow extends ResourceLists {
  module: string;
  number: number;
  pages: PageContent[];
}

const CURRENT_CONTENTS = statement<CurrentContentRow>(
  'modules.currentContents',
  `UNWIND $keys AS key
   MATCH (:Module {id: key})-[:CURRENT]->(revision:Revision)
   RETURN key AS module, revision.number AS number, ${resourceColumns},
          COLLECT {
            MATCH (revision)-[:HAS_PAGE]->(page:Page)
            RETURN {
              title: page.title, kind: page.kind, expectedSeconds: page.expectedSeconds,
              asks: COLLECT {
                MATCH (page)-[asked:ASKS]->(version:QuestionVersion)
                RETURN {section: asked.section, version: version.id} ORDER BY asked.position
              }
            } ORDER BY page.number
          } AS pages`,
);

/** What the current revisions show. Lock the modules first, else another writer may publish meanwhile. */
export async function currentContents(tx: Queries, keys: readonly string[]): Promise<CurrentContent[]> {
  if (keys.length === 0) return [];
  const rows = await tx.query(CURRENT_CONTENTS, { keys });
  return rows.map((row) => ({
    module: row.module,
    number: row.number,
    pages: row.pages,
    resources: resourcesOf(row),
  }));
}

/** A revision to publish. */
export interface Publication extends CurrentContent {
  /** Internal id of the new revision. */
  readonly revision: string;
  readonly note: string | null;
  /** Whether chance decides who takes it and who the one before. */
  readonly assignedAtRandom: boolean;
  readonly publishedAt: number;
}

const ADD_REVISIONS = statement(
  'modules.addRevisions',
  `UNWIND $items AS item
   MATCH (module:Module {id: item.module})
   CREATE (module)-[:HAS_REVISION]->(:Revision {
     id: item.revision, number: toInteger(item.number), note: item.note,
     assignedAtRandom: item.assignedAtRandom, publishedAt: item.publishedAt,
     resourceTitles: item.resourceTitles, resourceKinds: item.resourceKinds, resourceUrls: item.resourceUrls
   })`,
);

const ADD_PAGES = statement(
  'modules.addPages',
  `UNWIND $pages AS item
   MATCH (revision:Revision {id: item.revision})
   CREATE (revision)-[:HAS_PAGE]->(:Page {
     id: item.page, number: toInteger(item.number), title: item.title, kind: item.kind,
     expectedSeconds: toInteger(item.expectedSeconds)
   })`,
);

const ASK_QUESTIONS = statement(
  'modules.askQuestions',
  `UNWIND $asked AS item
   MATCH (page:Page {id: item.page})
   MATCH (version:QuestionVersion {id: item.version})
   CREATE (page)-[:ASKS {section: item.section, position: toInteger(item.position)}]->(version)`,
);

const SET_CURRENT = statement(
  'modules.setCurrent',
  `UNWIND $items AS item
   MATCH (module:Module {id: item.module})
   OPTIONAL MATCH (module)-[former:CURRENT]->(:Revision)
   DELETE former
   WITH DISTINCT item, module
   MATCH (revision:Revision {id: item.revision})
   CREATE (module)-[:CURRENT]->(revision)
   SET ${touched('module')}`,
);

/** Adds revisions and makes the last one given for each module its current one. */
export async function publish(tx: Queries, items: readonly Publication[], now: number): Promise<void> {
  if (items.length === 0) return;
  const pages = items.flatMap(({ revision, pages: shown }) =>
    shown.map((page, index) => ({ ...page, revision, page: newKey(), number: index + 1 })),
  );
  const asked = pages.flatMap(({ page, asks }) =>
    asks.map(({ section, version }, index) => ({ page, version, section, position: index + 1 })),
  );
  await tx.query(ADD_REVISIONS, {
    items: items.map(({ pages: _, resources, ...item }) => ({ ...item, ...listsOf(resources) })),
  });
  if (pages.length > 0) {
    await tx.query(ADD_PAGES, { pages: pages.map(({ asks: _, ...page }) => page) });
  }
  if (asked.length > 0) await tx.query(ASK_QUESTIONS, { asked });
  const last = new Map(items.map(({ module, revision }) => [module, { module, revision }]));
  await tx.query(SET_CURRENT, { items: [...last.values()], now });
  tx.changed('catalogue', last.keys());
}
