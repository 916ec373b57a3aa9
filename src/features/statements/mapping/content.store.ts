import type { Reference } from '../../../graph/nouns/identity';
import { statement, type Queries } from '../../../graph/driver/statement';
import { referenceTo } from './actors';
import { activityKey, ContentKind, mappingKey, type Content, type NamedActivity } from './content';
import { sourceOf } from './source';

interface MappingRow {
  readonly key: string;
  readonly kind: ContentKind;
  readonly target: string | null;
  readonly number: number | null;
  readonly page: number | null;
}

const MAPPED = statement<MappingRow>(
  'statements.activitiesMapped',
  `UNWIND $keys AS key
   MATCH (mapping:ActivityMapping {key: key})
   RETURN key, mapping.kind AS kind, mapping.target AS target, mapping.number AS number, mapping.page AS page`,
);

const CALLED = statement<{ reference: Reference; target: string; isModule: boolean }>(
  'statements.activitiesCalled',
  `UNWIND $references AS reference
   MATCH (:OutsideId {key: reference})-[:IDENTIFIES]->(node:Module|Question)
   RETURN reference, node.id AS target, node:Module AS isModule`,
);

const SINGLE_PAGES = statement<{ module: string }>(
  'statements.modulesOfOnePage',
  `UNWIND $modules AS key
   MATCH (module:Module {id: key})-[:CURRENT]->(revision:Revision)
   WHERE COUNT { (revision)-[:HAS_PAGE]->(:Page) } = 1
   RETURN key AS module`,
);

/**
 * What activities are here, by activityKey: what an administrator said of the activity, else what has its IRI as an external
 * id from the platform, else what an administrator said of its type; of the platform before of all.
 */
export async function contentOf(
  queries: Queries,
  activities: readonly NamedActivity[],
): Promise<ReadonlyMap<string, Content>> {
  const wanted = [...new Map(activities.map((activity) => [activityKey(activity), activity])).values()];
  if (wanted.length === 0) return new Map();
  const [mapped, called] = await Promise.all([
    queries.query(MAPPED, {
      keys: [...new Set(wanted.flatMap((one) => [...ofActivity(one), ...ofType(one)]))],
    }),
    queries.query(CALLED, { references: [...new Set(wanted.flatMap(referencesOf))] }),
  ]);
  const byKey = new Map(mapped.map((row) => [row.key, row]));
  const byReference = new Map(called.map((row) => [row.reference, row]));
  const found = new Map<string, Content>();
  for (const activity of wanted) {
    const first = <Row>(keys: readonly string[], rows: ReadonlyMap<string, Row>): Row | undefined =>
      keys.map((key) => rows.get(key)).find((row) => row !== undefined);
    const said = first(ofActivity(activity), byKey);
    const outside = said ? undefined : first(referencesOf(activity), byReference);
    const content = said ?? (outside && asContent(outside)) ?? first(ofType(activity), byKey);
    if (content) found.set(activityKey(activity), { ...content, key: content.target });
  }
  return withOnlyPages(queries, found);
}

function ofActivity({ platform, id }: NamedActivity): string[] {
  return [platform, null].map((of) => mappingKey(of, 'activity', id));
}

function ofType({ platform, type }: NamedActivity): string[] {
  return type === undefined ? [] : [platform, null].map((of) => mappingKey(of, 'type', type));
}

function referencesOf({ platform, id }: NamedActivity): Reference[] {
  return (['Question', 'Module'] as const).flatMap((kind) => referenceTo(kind, sourceOf(platform), id) ?? []);
}

function asContent({ target, isModule }: { target: string; isModule: boolean }): Omit<MappingRow, 'key'> {
  return { kind: isModule ? ContentKind.MODULE : ContentKind.QUESTION, target, number: null, page: null };
}

/** A module that has one page is that page, too. */
async function withOnlyPages(
  queries: Queries,
  found: ReadonlyMap<string, Content>,
): Promise<ReadonlyMap<string, Content>> {
  const modules = [...found.values()].flatMap(({ kind, key }) =>
    kind === ContentKind.MODULE && key !== null ? [key] : [],
  );
  if (modules.length === 0) return found;
  const rows = await queries.query(SINGLE_PAGES, { modules: [...new Set(modules)] });
  const single = new Set(rows.map(({ module }) => module));
  return new Map(
    [...found].map(([activity, content]) => [
      activity,
      content.kind === ContentKind.MODULE && content.key !== null && single.has(content.key)
        ? { ...content, page: 1 }
        : content,
    ]),
  );
}
