import { expectAll, LostRaceError } from '../../graph/driver/errors';
import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { Role } from '../access/viewer';
import { lockPeople, type PersonNameRow } from '../people/people.store';
import type { ProjectNameRow } from '../projects/project.store';
import type { ShareOfTime, WorkingTime } from '../staffing/free-share';
import type { AnsweredAs } from './proposal.type';

export interface AnswerRow {
  readonly by: PersonNameRow;
  readonly as: AnsweredAs;
  readonly accepts: boolean;
  readonly reason: string | null;
  readonly at: number;
}

export interface MemberRow {
  /** Internal id of the member's place in the proposal. */
  readonly member: string;
  readonly person: PersonNameRow;
  readonly share: number;
  readonly from: number;
  readonly to: number | null;
  readonly why: string | null;
  readonly leftOut: boolean;
  readonly answers: readonly AnswerRow[];
}

export interface ProposalRow {
  readonly key: string;
  readonly project: ProjectNameRow;
  readonly why: string;
  readonly proposedBy: PersonNameRow | null;
  readonly role: Role;
  readonly proposedAt: number;
  readonly expiresAt: number;
  readonly confirmedBy: PersonNameRow | null;
  readonly confirmedAt: number | null;
  readonly withdrawnAt: number | null;
  readonly updatedAt: number;
  readonly coveredProbability: number;
  readonly expectedFilled: number;
  readonly seats: number;
  readonly members: readonly MemberRow[];
}

const named = (variable: string): string =>
  `{key: ${variable}.id, name: ${variable}.name, sortName: ${variable}.sortName}`;

/** Cypher: what a ProposalRow holds, given `proposal` and its `project`. */
export const proposalColumns = `proposal.key AS key, {key: project.id, name: project.name} AS project, proposal.why AS why,
          head([(proposal)-[:PROPOSED_BY]->(proposer:Person) | ${named('proposer')}]) AS proposedBy,
          proposal.role AS role, proposal.proposedAt AS proposedAt, proposal.expiresAt AS expiresAt,
          head([(proposal)-[:CONFIRMED_BY]->(confirmer:Person) | ${named('confirmer')}]) AS confirmedBy,
          proposal.confirmedAt AS confirmedAt, proposal.withdrawnAt AS withdrawnAt, proposal.updatedAt AS updatedAt,
          proposal.coveredProbability AS coveredProbability, proposal.expectedFilled AS expectedFilled,
          proposal.seats AS seats, COLLECT {
            MATCH (proposal)-[:HAS_MEMBER]->(member:ProposedMember)-[:PROPOSES]->(proposed:Person)
            WITH member, proposed ORDER BY proposed.sortName, proposed.id
            RETURN {member: member.id, person: ${named('proposed')}, share: member.share, from: member.from,
              to: member.to, why: member.why, leftOut: coalesce(member.leftOut, false), answers: COLLECT {
                MATCH (member)-[answer:ANSWERED_BY]->(answerer:Person)
                WITH answer, answerer ORDER BY answer.at, answerer.id
                RETURN {by: ${named('answerer')}, as: answer.as, accepts: answer.accepts, reason: answer.reason, at: answer.at}
              }}
          } AS members`;

const BY_KEY = statement<ProposalRow>(
  'proposals.byKey',
  `MATCH (proposal:Proposal {key: $key})
   MATCH (proposal)<-[:HAS_PROPOSAL]-(project:Project)
   RETURN ${proposalColumns}`,
);

/** Undefined where there is none. */
export async function proposalNow(queries: Queries, key: string): Promise<ProposalRow | undefined> {
  return (await queries.query(BY_KEY, { key }))[0];
}

const LOCK = statement(
  'proposals.lock',
  `MATCH (proposal:Proposal {key: $key}) SET proposal.updatedAt = proposal.updatedAt`,
);

/**
 * A proposal as it is once nobody else can change it before the transaction ends, nor those who are proposed, nor who is given
 * by internal id besides; undefined where there is none.
 */
export async function lockedProposal(
  tx: Queries,
  key: string,
  besides: readonly string[] = [],
): Promise<ProposalRow | undefined> {
  const before = await proposalNow(tx, key);
  if (!before) return undefined;
  const locked = new Set(
    await lockPeople(tx, [...before.members.map(({ person }) => person.key), ...besides]),
  );
  await tx.query(LOCK, { key });
  const proposal = await proposalNow(tx, key);
  const people = [...(proposal?.members ?? []).map(({ person }) => person.key), ...besides];
  // One of them was merged into another meanwhile.
  if (!people.every((person) => locked.has(person))) throw new LostRaceError();
  return proposal;
}

/** A proposal to be kept. */
export interface NewProposal {
  readonly key: string;
  /** Internal ids. */
  readonly project: string;
  readonly proposedBy: string | undefined;
  readonly properties: {
    readonly why: string;
    readonly role: Role;
    readonly proposedAt: number;
    readonly expiresAt: number;
    readonly updatedAt: number;
    readonly coveredProbability: number;
    readonly expectedFilled: number;
    readonly seats: number;
  };
  readonly members: readonly {
    readonly person: string;
    readonly properties: Pick<MemberRow, 'share' | 'from' | 'to' | 'why'>;
  }[];
}

const PROPOSE = statement<{ member: string }>(
  'proposals.propose',
  `MATCH (project:Project {id: $project})
   CREATE (project)-[:HAS_PROPOSAL]->(proposal:Proposal {key: $key})
   SET proposal += $properties
   WITH proposal
   UNWIND $members AS item
   MATCH (person:Person {id: item.person})
   CREATE (proposal)-[:HAS_MEMBER]->(member:ProposedMember {id: item.id})-[:PROPOSES]->(person)
   SET member += item.properties
   RETURN member.id AS member`,
);

const SIGN = statement(
  'proposals.sign',
  `MATCH (proposal:Proposal {key: $key})
   MATCH (proposer:Person {id: $proposedBy})
   CREATE (proposal)-[:PROPOSED_BY]->(proposer)`,
);

/** Keeps a proposal that is not there; loses the race where another writer keeps one of the same key. */
export async function keepProposal(
  tx: Queries,
  { members, proposedBy, ...proposal }: NewProposal,
): Promise<void> {
  const rows = await tx.query(PROPOSE, {
    ...proposal,
    members: members.map((member) => ({ ...member, id: newKey() })),
  });
  expectAll(rows.length, members.length);
  if (proposedBy !== undefined) await tx.query(SIGN, { key: proposal.key, proposedBy });
}

const ANSWER = statement(
  'proposals.answer',
  `MATCH (proposal:Proposal {key: $key})-[:HAS_MEMBER]->(member:ProposedMember {id: $member})
   MATCH (answerer:Person {id: $by})
   MERGE (member)-[answer:ANSWERED_BY]->(answerer)
   SET answer.as = $as, answer.accepts = $accepts, answer.reason = $reason, answer.at = $now, proposal.updatedAt = $now`,
);

/** What somebody answers for a member of a locked proposal, in the place of what they answered before. */
export interface NewAnswer extends Pick<AnswerRow, 'as' | 'accepts' | 'reason'> {
  readonly key: string;
  readonly member: string;
  /** Internal id. */
  readonly by: string;
}

export async function keepAnswer(tx: Queries, answer: NewAnswer, now: number): Promise<void> {
  await tx.query(ANSWER, { ...answer, now });
}

const CONFIRM = statement(
  'proposals.confirm',
  `MATCH (proposal:Proposal {key: $key})
   MATCH (confirmer:Person {id: $by})
   CREATE (proposal)-[:CONFIRMED_BY]->(confirmer)
   SET proposal.confirmedAt = $now, proposal.updatedAt = $now
   WITH proposal
   MATCH (proposal)-[:HAS_MEMBER]->(member:ProposedMember) WHERE member.id IN $leftOut
   SET member.leftOut = true`,
);

/** Says of a locked proposal who confirmed it, and which members were left out. */
export async function keepConfirmation(
  tx: Queries,
  confirmed: { readonly key: string; readonly by: string; readonly leftOut: readonly string[] },
  now: number,
): Promise<void> {
  await tx.query(CONFIRM, { ...confirmed, now });
}

const WITHDRAW = statement(
  'proposals.withdraw',
  `MATCH (proposal:Proposal {key: $key})
   SET proposal.withdrawnAt = $now, proposal.updatedAt = $now`,
);

export async function keepWithdrawal(tx: Queries, key: string, now: number): Promise<void> {
  await tx.query(WITHDRAW, { key, now });
}

/** An assignment with its project, internal id. */
export interface AssignedTime extends ShareOfTime {
  readonly project: string;
}

interface PersonTime extends Pick<WorkingTime, 'availability'> {
  readonly person: string;
  readonly activeUntil: number | null;
  readonly assignments: readonly AssignedTime[];
}

const TIME = statement<PersonTime>(
  'proposals.workingTime',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, person.activeUntil AS activeUntil,
          [(person)-[:HAS_AVAILABILITY]->(stated:Availability) | {share: stated.share, from: stated.from, to: stated.to}]
            AS availability,
          [(person)-[assigned:ASSIGNED_TO]->(project:Project) |
            {project: project.id, share: assigned.share, from: assigned.from, to: assigned.to}] AS assignments`,
);

/** What working time people have and what takes it, by internal id, as the transaction sees it. */
export async function workingTimes(
  tx: Queries,
  people: readonly string[],
): Promise<ReadonlyMap<string, PersonTime>> {
  const rows = await tx.query(TIME, { people });
  return new Map(rows.map((row) => [row.person, row]));
}
