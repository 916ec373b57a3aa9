import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import type { Page, PageKind } from './page.type';
import { ResourceKind, type Resource, type Revision } from './revision.type';

/** Resources stored as three lists, since a property holds no list of maps. */
export interface ResourceLists {
  resourceTitles: string[];
  resourceKinds: ResourceKind[];
  resourceUrls: string[];
}

export const resourceColumns = `revision.resourceTitles AS resourceTitles, revision.resourceKinds AS resourceKinds,
          revision.resourceUrls AS resourceUrls`;

export function resourcesOf({ resourceTitles, resourceKinds, resourceUrls }: ResourceLists): Resource[] {
  return resourceTitles.map((title, index) => ({
    title,
    kind: resourceKinds[index] ?? ResourceKind.LINK,
    url: resourceUrls[index] ?? '',
  }));
}

export function listsOf(resources: readonly Resource[]): ResourceLists {
  return {
    resourceTitles: resources.map(({ title }) => title),
    resourceKinds: resources.map(({ kind }) => kind),
    resourceUrls: resources.map(({ url }) => url),
  };
}

export interface RevisionRow extends ResourceLists {
  key: string;
  /** Internal id of the module. */
  module: string;
  number: number;
  note: string | null;
  assignedAtRandom: boolean;
  publishedAt: number;
}

export const revisionColumns = `revision.id AS key, module.id AS module, revision.number AS number,
          revision.note AS note, coalesce(revision.assignedAtRandom, false) AS assignedAtRandom,
          revision.publishedAt AS publishedAt, ${resourceColumns}`;

export function revisionOf(row: RevisionRow): Revision {
  return {
    key: row.key,
    id: globalId('Revision', row.key),
    moduleKey: row.module,
    number: row.number,
    note: row.note,
    assignedAtRandom: row.assignedAtRandom,
    publishedAt: new Date(row.publishedAt),
    resources: resourcesOf(row),
  };
}

const REVISIONS_BY_KEY = statement<RevisionRow>(
  'revisions.byKey',
  `UNWIND $keys AS key
   MATCH (revision:Revision {id: key})<-[:HAS_REVISION]-(module:Module)
   RETURN ${revisionColumns}`,
);

export function revisionsByKey(queries: Queries, keys: readonly string[]): Promise<RevisionRow[]> {
  return queries.query(REVISIONS_BY_KEY, { keys });
}

const CURRENT_REVISIONS = statement<RevisionRow>(
  'revisions.current',
  `UNWIND $keys AS key
   MATCH (module:Module {id: key})-[:CURRENT]->(revision:Revision)
   RETURN ${revisionColumns}`,
);

/** The current revisions of modules; none of one that has published nothing. */
export function currentRevisions(queries: Queries, keys: readonly string[]): Promise<RevisionRow[]> {
  return queries.query(CURRENT_REVISIONS, { keys });
}

export interface PageRow {
  key: string;
  /** Internal id of the revision. */
  revision: string;
  number: number;
  title: string | null;
  kind: PageKind;
  expectedSeconds: number | null;
}

export const pageColumns = `page.id AS key, revision.id AS revision, page.number AS number, page.title AS title,
          page.kind AS kind, page.expectedSeconds AS expectedSeconds`;

export function pageOf({ key, revision, number, title, kind, expectedSeconds }: PageRow): Page {
  return { key, id: globalId('Page', key), revisionKey: revision, number, title, kind, expectedSeconds };
}

const PAGES_BY_KEY = statement<PageRow>(
  'pages.byKey',
  `UNWIND $keys AS key
   MATCH (page:Page {id: key})<-[:HAS_PAGE]-(revision:Revision)
   RETURN ${pageColumns}`,
);

export function pagesByKey(queries: Queries, keys: readonly string[]): Promise<PageRow[]> {
  return queries.query(PAGES_BY_KEY, { keys });
}
