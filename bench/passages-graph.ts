import { seededUniforms } from '../src/estimators/random';
import type { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { externalKey, newKey } from '../src/shared/ids';
import { makeCourseGraph, type CourseGraph, type CourseSize } from './course-graph';
import { say } from './say';

export interface PassagesSize extends CourseSize {
  readonly teams: number;
  /** Page views of each person in each module. */
  readonly views: number;
}

const MAKE_TEAMS = statement(
  'bench.teams',
  `UNWIND $teams AS row
   CREATE (team:Team {id: row.key, name: row.name, sortName: row.name})
   WITH team, row
   UNWIND row.people AS key
   MATCH (person:Person {id: key})
   CREATE (person)-[:MEMBER_OF {from: 0}]->(team)`,
);

const MAKE_VISITS = statement(
  'bench.visits',
  `UNWIND $visits AS row
   MATCH (person:Person {id: row.person})
   MATCH (revision:Revision {id: row.revision})
   CREATE (visit:Evidence:Visit {id: row.id, hash: row.hash, at: row.at, recordedAt: row.at, withdrawn: false,
     completedAt: row.completedAt, completedRecordedAt: row.completedAt, changedAt: row.changedAt, takenBy: person.id})
   CREATE (visit)-[:TAKEN_BY]->(person)
   CREATE (visit)-[:OF]->(revision)
   WITH visit, row
   UNWIND row.views AS view
   MATCH (page:Page {id: view[0]})
   CREATE (evidence:Evidence:PageView {id: row.id + view[1], hash: row.hash, at: view[2], recordedAt: view[2] + 10000,
     withdrawn: false, activeSeconds: view[3], idleSeconds: view[4], pauses: view[5], longestPauseSeconds: view[4], revisits: 0})
   CREATE (evidence)-[:DURING]->(visit)
   CREATE (evidence)-[:OF]->(page)`,
);

const begins = Date.UTC(2026, 0, 1);
const visitsAtOnce = 40;
const writers = 4;

/**
 * People of teams who all go through all modules, over some months: a tenth of them leaves on the way, each somewhere; others
 * go through the pages again until they have made all their page views.
 */
export async function makePassages(database: Database, size: PassagesSize): Promise<CourseGraph> {
  const graph = await makeCourseGraph(database, size);
  const teams = Array.from({ length: size.teams }, (_, number) => ({
    key: newKey(),
    name: `team ${String(number)}`,
    people: graph.people.filter((_person, place) => place % size.teams === number),
  }));
  await database.transaction((tx) => tx.query(MAKE_TEAMS, { teams }));
  const random = seededUniforms(19);
  const began = performance.now();
  for (const [module, revision] of graph.revisions.entries()) {
    const visits = graph.people.map((person, place) =>
      visitOf(random, {
        person,
        place,
        revision,
        module,
        views: size.views,
        pages: graph.pagesOf[module] ?? [],
      }),
    );
    const parts = Array.from({ length: Math.ceil(visits.length / visitsAtOnce) }, (_, part) =>
      visits.slice(part * visitsAtOnce, (part + 1) * visitsAtOnce),
    );
    const write = async (): Promise<void> => {
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
        const rows = part;
        await database.idempotentTransaction((tx) => tx.query(MAKE_VISITS, { visits: rows }));
      }
    };
    await Promise.all(Array.from({ length: writers }, write));
    if ((module + 1) % 10 === 0 || module + 1 === size.modules) {
      const views = (module + 1) * size.people * size.views;
      say(`${String(views)} page views written, ${((performance.now() - began) / 1_000).toFixed(0)} s.`);
    }
  }
  return graph;
}

interface Visiting {
  readonly person: string;
  readonly place: number;
  readonly revision: string;
  readonly module: number;
  readonly views: number;
  readonly pages: readonly string[];
}

function visitOf(random: () => number, { person, place, revision, module, views, pages }: Visiting): object {
  const at = begins + Math.floor(random() * 180 * 86_400_000);
  const leaves = random() < 0.1;
  const reached = leaves ? 1 + Math.floor(random() * (pages.length - 1)) : pages.length;
  const last = at + views * 60_000;
  const id = externalKey('visit', 'bench', `${String(module)}-${String(place)}`);
  return {
    ...{ id, person, revision, at },
    hash: id.slice(-43).padEnd(43, '='),
    completedAt: leaves ? null : last,
    changedAt: last,
    views: Array.from({ length: views }, (_, view) => [
      pages[view % reached],
      `-${String(view)}`,
      at + view * 60_000,
      Math.round(random() * 600) / 10,
      Math.round(random() * 100) / 10,
      Math.floor(random() * 3),
    ]),
  };
}
