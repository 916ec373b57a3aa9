import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { dateFilter } from '../../graph/nouns/noun-list';
import { scoreRead, type GivenScore, type VersionStanding } from '../calibrations/version-standing';
import { NodeList } from '../nouns/lists';
import { isVisible } from '../people/people.list';
import { namedPerson, type PersonNameRow } from '../people/people.store';
import { evidenceId, externalNameOf } from '../../shared/ids';
import { summaryOfAnswer, summaryOfDecision } from './decision-summary';
import { QuestionDecisionKind, type AnswerDecision, type QuestionDecision } from './decision.type';

interface DecisionRow {
  readonly decision: string;
  readonly version: string;
  readonly kind: QuestionDecisionKind;
  readonly key: string | null;
  readonly reason: string;
  readonly at: number;
  readonly by: ColumnRow<PersonNameRow> | null;
  readonly holds: boolean;
}

const decider = new Columns<PersonNameRow>({ key: '.id', name: '.name', sortName: '.sortName' });

/** Cypher: whether one decision comes after another, in the order in which they hold. */
const comesAfter = (one: string, other: string): string =>
  `(${one}.at > ${other}.at OR ${one}.at = ${other}.at AND ${one}.id > ${other}.id)`;

const columns = `decision.id AS decision, version.id AS version, decision.kind AS kind, decision.key AS key,
            decision.reason AS reason, decision.at AS at,
            head([(decision)-[:DECIDED_BY]->(by:Person) | ${decider.list('by')}]) AS by,
            NOT EXISTS { MATCH (version)<-[:ABOUT]-(later:Decision) WHERE ${comesAfter('later', 'decision')} } AS holds`;

const filters = {
  kinds: { where: 'decision.kind IN $filter.kinds' },
  recordedSince: dateFilter('decision.recordedAt >= $filter.recordedSince'),
};

function decisionOf(row: DecisionRow): QuestionDecision {
  const { decision, version, kind, key, reason, at, by, holds } = row;
  return {
    versionKey: version,
    id: evidenceId(decision),
    externalId: externalNameOf(decision),
    ...{ kind, key, reason, at: new Date(at), holds },
    by: by && namedPerson(decider.fieldsOf(by)),
    summary: summaryOfDecision(row, holds),
  };
}

export const decisionsOnVersion = new NodeList<DecisionRow, QuestionDecision>(
  {
    name: 'decisions.ofVersions',
    nested: true,
    match: 'MATCH (version:QuestionVersion {id: parent})<-[:ABOUT]-(decision:Decision)',
    filters,
    orders: {
      AT: [
        ['decision.at', 'number'],
        ['decision.id', 'string'],
      ],
    },
    columns,
  },
  () => ({ nodeOf: decisionOf }),
);

interface AnswerRow extends DecisionRow, GivenScore {
  readonly answer: string;
  readonly answeredAt: number;
  /** What was decided before. */
  readonly earlier: readonly [kind: QuestionDecisionKind, key: string | null] | null;
}

/** How a version stands by a decision alone. */
function standingBy(kind: QuestionDecisionKind, key: string | null): Omit<VersionStanding, 'doubted'> {
  return { withdrawn: kind === QuestionDecisionKind.WITHDRAW, rekeyed: key };
}

function answerDecisionOf(row: AnswerRow): AnswerDecision {
  const { answer, answeredAt, kind, key, earlier } = row;
  const before =
    scoreRead(row, earlier ? standingBy(...earlier) : { withdrawn: false, rekeyed: null }) ?? null;
  const after = scoreRead(row, standingBy(kind, key)) ?? null;
  return {
    decision: decisionOf(row),
    externalId: externalNameOf(answer),
    answeredAt: new Date(answeredAt),
    scoreBefore: before,
    scoreAfter: after,
    summary: summaryOfAnswer(row, answeredAt, before, after),
  };
}

export const decisionsOnAnswersOf = new NodeList<AnswerRow, AnswerDecision>(
  {
    name: 'decisions.ofPeople',
    nested: true,
    match: `MATCH (person:Person {id: parent})<-[:BY]-(answer:Answer)-[:TO]->(version:QuestionVersion)
     MATCH (version)<-[:ABOUT]-(decision:Decision)`,
    where: [isVisible, 'NOT answer.withdrawn'],
    filters,
    orders: {
      AT: [
        ['decision.at', 'number'],
        ['decision.id', 'string'],
        ['answer.id', 'string'],
      ],
    },
    columns: `${columns}, answer.id AS answer, answer.at AS answeredAt, answer.score AS score, answer.response AS response,
            COLLECT { MATCH (version)<-[:ABOUT]-(earlier:Decision) WHERE ${comesAfter('decision', 'earlier')}
              RETURN [earlier.kind, earlier.key] ORDER BY earlier.at DESC, earlier.id DESC LIMIT 1 }[0] AS earlier`,
  },
  async (context) => ({ parameters: { ...(await context.visible()) }, nodeOf: answerDecisionOf }),
);
