import { FilteredQuestion } from '../../graph/nouns/list';
import { idsFilter } from '../../graph/nouns/noun-list';
import { calibrationInForce } from '../calibrations/calibration.store';
import { HeldList } from '../nouns/held-list';
import type { Counted } from '../nouns/lists';
import type { RequestContext } from '../request/context';
import type { SkillOfStates } from '../request/states';
import { skillFilters } from '../skills/skill.list';
import { meetingOf, type MeetingOf, type MeetingRow } from './mastery.list';

const ofPeople = {
  name: 'mastery.broaderOfPeople',
  filters: { ...skillFilters, skills: idsFilter('Skill', 'skill.id IN $filter.skills') },
};

/** The skills, at any height, above those that each person has evidence on. */
export const broaderOfPerson = new HeldList<SkillOfStates>(ofPeople, {
  NAME: ({ sortName, key }) => [sortName, key],
});

const meeting = new FilteredQuestion<MeetingRow>(
  ofPeople,
  (conditions) => `${calibrationInForce}
   UNWIND $parents AS parent
   MATCH (:Person {id: parent})-[:HAS_SKILL {slot: slot}]->(known:Skill)
   WITH DISTINCT parent, known
   MATCH (known)-[:BROADER*1..]->(skill:Skill)
   WITH DISTINCT parent, skill WHERE ${conditions}
   RETURN parent, collect(skill.id) AS keys`,
);

/** Which of them meet conditions. */
export function broaderOfPeopleMeeting(
  context: RequestContext,
  people: readonly string[],
  counted: Counted,
): Promise<MeetingOf> {
  return meetingOf(context, meeting, people, counted);
}
