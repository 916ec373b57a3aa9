import type { ListShape } from '../../graph/nouns/list';
import { dateFilter, idFilter } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { toTeamWithin } from '../people/team.store';
import { problemColumns, type ProblemRow } from './problem.store';
import type { Problem } from './problem.type';

const millisecondsPerHour = 3_600_000;

export function problemOf(row: ProblemRow, now: number): Problem {
  const from = row.reopenedAt ?? row.openedAt;
  return {
    key: row.id,
    id: row.id,
    subject: { type: row.subjectType, key: row.subjectKey },
    moduleKeys: row.modules,
    teamKey: row.team,
    verdict: row.verdict,
    kind: row.kind,
    probability: Math.round(100 * row.probability) / 100,
    openedAt: new Date(row.openedAt),
    reopenedAt: dateOf(row.reopenedAt),
    closedAt: dateOf(row.closedAt),
    closedBecause: row.closedBecause,
    closedReason: row.closedReason,
    solvedByKey: row.solvedBy,
    hoursOpen: ((row.closedAt ?? now) - from) / millisecondsPerHour,
    peopleAffected: row.people,
  };
}

function dateOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

function problems(name: string, match: string, nested: boolean): NodeList<ProblemRow, Problem> {
  const id = ['problem.id', 'string'] as const;
  const shape: ListShape = {
    name,
    nested,
    match,
    filters: {
      open: { where: '(problem.closedAt IS NULL) = $filter.open' },
      kinds: { where: 'problem.kind IN $filter.kinds' },
      verdicts: { where: 'problem.verdict IN $filter.verdicts' },
      module: idFilter('Module', 'EXISTS { (problem)-[:FOUND_IN]->(:Module {id: $filter.module}) }'),
      updatedSince: dateFilter(
        'any(at IN [problem.openedAt, problem.reopenedAt, problem.closedAt] WHERE at >= $filter.updatedSince)',
      ),
      team: idFilter('Team', 'EXISTS { (problem)-[:LACKED_BY]->(:Team {id: $filter.team}) }'),
      within: idFilter('Team', `EXISTS { ${toTeamWithin('(problem)-[:LACKED_BY]->(:Team)')} }`),
    },
    orders: {
      OPENED_AT: [['problem.openedAt', 'number'], id],
      PEOPLE: [['problem.people', 'number'], id],
      PROBABILITY: [['problem.probability', 'number'], id],
    },
    columns: problemColumns,
  };
  return new NodeList<ProblemRow, Problem>(shape, ({ now }) => ({ nodeOf: (row) => problemOf(row, now) }));
}

export const problemsOfModule = problems(
  'modules.problems',
  'MATCH (:Module {id: parent})<-[:FOUND_IN]-(problem:Problem)<-[:HAS_PROBLEM]-(subject)',
  true,
);

export const allProblems = problems(
  'problems.list',
  'MATCH (problem:Problem)<-[:HAS_PROBLEM]-(subject)',
  false,
);
