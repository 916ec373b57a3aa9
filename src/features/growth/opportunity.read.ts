import { statement } from '../../graph/driver/statement';
import type { RequestContext } from '../request/context';

/** From which level on a module begins that is an advanced one. */
const advancedFrom = 0.5;

/** What the graph says of whether somebody is ready for harder work. */
export interface Signs {
  readonly person: string;
  readonly advanced: number;
  readonly helped: number;
}

/** A person, and who must have attested the help that counts, null for whoever did; internal ids. */
export interface AskedOf {
  readonly person: string;
  readonly attestedBy: string | null;
}

const SIGNS = statement<Signs>(
  'growth.signs',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   RETURN item.person AS person,
     COUNT {
       MATCH (person)-[:ENROLLED_IN]->(module:Module)
       WHERE EXISTS { MATCH (module)-[teaching:TEACHES]->(:Skill) WHERE teaching.from >= $advancedFrom }
         AND EXISTS { MATCH (person)<-[:TAKEN_BY]-(taken:Visit)-[:OF]->(:Revision)<-[:HAS_REVISION]-(module)
           WHERE NOT taken.withdrawn AND taken.completedAt IS NOT NULL }
       RETURN DISTINCT module } AS advanced,
     COUNT { MATCH (person)<-[:GIVEN_BY]-(help:Help)
       WHERE NOT help.withdrawn
         AND (item.attestedBy IS NULL OR EXISTS { (help)-[:ATTESTED_BY]->(:Person {id: item.attestedBy}) }) } AS helped`,
);

export function signsOf(
  { database }: Pick<RequestContext, 'database'>,
  items: readonly AskedOf[],
): Promise<Signs[]> {
  return items.length === 0 ? Promise.resolve([]) : database.query(SIGNS, { items, advancedFrom });
}
