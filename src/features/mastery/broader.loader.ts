import type { Connection } from '../../shared/connection';
import { countedOf, pageFrom, questionOfList, type Wanted } from '../nouns/lists';
import { load, orError, type BatchRead } from '../request/loaders';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees } from '../access/viewer';
import { personByKey } from '../people/people.loader';
import { BroaderOfPerson } from './broader';
import { broaderOfPeopleMeeting, broaderOfPerson } from './broader.list';
import type { BroaderMastery } from './broader.type';

interface BroaderWanted extends Wanted {
  readonly asOf: number;
}

/** A page of each person's broader skills; ForbiddenError for people whom the viewer does not see. */
export const broaderMasteryOfPerson: BatchRead<string, Connection<BroaderMastery>, BroaderWanted> = async (
  context,
  keys,
  wanted,
) => {
  const { now } = context;
  const visible = await context.visible();
  const seen = keys.filter((key) => sees(visible, key));
  const [states, meetingOf, people] = await Promise.all([
    context.states(),
    broaderOfPeopleMeeting(context, seen, countedOf(wanted)),
    Promise.all(keys.map((key) => load(context, personByKey, key, null))),
  ]);
  return keys.map((key, index) => {
    const person = people[index];
    if (!person || !sees(visible, key)) return notYoursToSee('The mastery of this person');
    const broader = new BroaderOfPerson(person, states, wanted.asOf, now);
    // Also where it is refused for its date: that tells of evidence.
    context.looks.add('mastery', key);
    const meeting = meetingOf(key);
    const listed = broader.skills().filter((skill) => (meeting ? meeting.has(skill.key) : skill.inUse));
    const cut = broaderOfPerson.cut(wanted);
    for (const skill of listed) cut.add(skill);
    return orError(() => {
      const derived = cut.rows.map(({ row, place }) => ({ mastery: broader.in(row), place }));
      return pageFrom(
        context,
        () => questionOfList(broaderOfPerson, key, wanted),
        wanted,
        derived,
        ({ mastery }) => mastery,
        ({ place }) => place,
        () => Promise.resolve(listed.length),
      );
    });
  });
};

/** How many skills in use are below a skill, by internal id. */
export const narrowerCounted: BatchRead<string, number, null> = async (context, keys) => {
  const states = await context.states();
  return keys.map((key) => states.narrowerInUse(key));
};
