import { FilteredQuestion } from '../../graph/nouns/list';
import { dateFilter, keptFilters } from '../../graph/nouns/noun-list';
import { calibrationInForce } from '../calibrations/calibration.store';
import { recordedSince } from '../evidence/evidence.store';
import { HeldList } from '../nouns/held-list';
import type { Counted } from '../nouns/lists';
import { isVisible, personFilters } from '../people/people.list';
import type { RequestContext } from '../request/context';
import type { KnownEdge, KnownSkill, Named } from '../request/states';
import { skillFilters } from '../skills/skill.list';

/** What somebody is known by, beside whom or what it is listed by. */
export interface KnownRow {
  /** The skill of a person's list, the person of a skill's. */
  readonly named: Named;
  readonly edge: KnownEdge;
}

const recorded = recordedSince('item');

const edgeFilters = {
  updatedSince: dateFilter(`(EXISTS {
           MATCH (person)<-[:BY]-(item:Answer)-[:TO]->(version:QuestionVersion)-[:ASSESSES]->(skill)
           WHERE ${recorded} OR EXISTS {
             MATCH (version)<-[:ABOUT]-(decision:Decision) WHERE decision.recordedAt >= $filter.updatedSince } }
         OR EXISTS { MATCH (person)<-[:BY]-(item:Claim)-[:CLAIMS]->(skill) WHERE ${recorded} })`),
  evidenceSince: dateFilter('edge.lastEvidenceAt >= $filter.evidenceSince'),
  evidenceBefore: dateFilter('edge.lastEvidenceAt < $filter.evidenceBefore'),
  minimumAnswers: { where: 'edge.answers >= $filter.minimumAnswers' },
};

/** Whether a condition is one on figures of individuals. */
export function isOfFigures(filter: string): boolean {
  return Object.hasOwn(edgeFilters, filter);
}

const ofPeople = {
  name: 'mastery.ofPeople',
  filters: {
    ...skillFilters,
    ...edgeFilters,
    skills: keptFilters('Skill', 'skills', 'skill'),
    archived: { where: skillFilters.archived.where },
  },
};
const ofSkills = { name: 'mastery.ofSkills', filters: { ...personFilters, ...edgeFilters } };

const orders = {
  NAME: ({ named }: KnownRow) => [named.sortName, named.key],
  LAST_EVIDENCE_AT: ({ named, edge }: KnownRow) => [edge.lastEvidenceAt, named.key],
};

/** The skills of people. */
export const skillsOfPerson = new HeldList<KnownSkill>(ofPeople, {
  ...orders,
  ANSWERS: ({ named, edge }) => [edge.answers, named.key],
});

/** The people of skills. */
export const peopleOfSkill = new HeldList<KnownRow>(ofSkills, orders);

export interface MeetingRow {
  readonly parent: string;
  readonly keys: readonly string[];
}

const skillsMeeting = new FilteredQuestion<MeetingRow>(
  ofPeople,
  (conditions) => `${calibrationInForce}
   UNWIND $parents AS parent
   MATCH (person:Person {id: parent})-[edge:HAS_SKILL {slot: slot}]->(skill:Skill)
   WHERE ${conditions}
   RETURN parent, collect(skill.id) AS keys`,
);
const peopleMeeting = new FilteredQuestion<MeetingRow>(
  { ...ofSkills, where: [isVisible] },
  (conditions) => `${calibrationInForce}
   UNWIND $parents AS parent
   MATCH (skill:Skill {id: parent})<-[edge:HAS_SKILL {slot: slot}]-(person:Person)
   WHERE ${conditions}
   RETURN parent, collect(person.id) AS keys`,
);

/** Of each parent what meets the conditions of a client, internal ids; undefined where there are none. */
export type MeetingOf = (parent: string) => ReadonlySet<string> | undefined;

export async function meetingOf(
  context: RequestContext,
  question: FilteredQuestion<MeetingRow>,
  parents: readonly string[],
  { filters, filter }: Counted,
): Promise<MeetingOf> {
  if (filters.length === 0) return () => undefined;
  const rows = await context.database.query(question.statement(filters), {
    ...{ parents, filter, now: context.now },
    ...(await context.visible()),
  });
  const found = new Map(rows.map(({ parent, keys }) => [parent, new Set(keys)]));
  return (parent) => found.get(parent) ?? new Set();
}

/** Which skills of people meet conditions. */
export function skillsOfPeopleMeeting(
  context: RequestContext,
  people: readonly string[],
  counted: Counted,
): Promise<MeetingOf> {
  return meetingOf(context, skillsMeeting, people, counted);
}

/** Which people of skills meet conditions, of those whom the viewer sees. */
export function peopleOfSkillsMeeting(
  context: RequestContext,
  skills: readonly string[],
  counted: Counted,
): Promise<MeetingOf> {
  return meetingOf(context, peopleMeeting, skills, counted);
}
