import { Page, type Connection } from '../../shared/connection';
import { takeTurns } from '../../shared/slices';
import { countedOf, pageFrom, questionOfList, type Counted, type Wanted } from '../nouns/lists';
import type { RequestContext } from '../request/context';
import { load, orError, type BatchRead } from '../request/loaders';
import type { Named, States } from '../request/states';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees } from '../access/viewer';
import { personByKey } from '../people/people.loader';
import { namedPerson } from '../people/people.store';
import { namedSkill } from '../skills/skill.store';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { MasteryOnDate } from './mastery-on-date';
import {
  isOfFigures,
  peopleOfSkill,
  peopleOfSkillsMeeting,
  skillsOfPeopleMeeting,
  skillsOfPerson,
  type KnownRow,
} from './mastery.list';
import type { Mastery } from './mastery.type';

interface MasteryWanted extends Wanted {
  readonly asOf: number;
}

/** How many people are gone through before others may have a turn. */
const between = 1_000;

/** A page of each person's mastery; ForbiddenError for people whom the viewer does not see. */
export const masteryOfPerson: BatchRead<string, Connection<Mastery>, MasteryWanted> = async (
  context,
  keys,
  wanted,
) => {
  const { asOf } = wanted;
  const dates = { asOf, now: context.now };
  const visible = await context.visible();
  const seen = keys.filter((key) => sees(visible, key));
  const [states, meetingOf, people] = await Promise.all([
    context.states(),
    skillsOfPeopleMeeting(context, seen, countedOf(wanted)),
    Promise.all(keys.map((key) => load(context, personByKey, key, null))),
  ]);
  return keys.map((key, index) => {
    const person = people[index];
    if (!person || !sees(visible, key)) return notYoursToSee('The mastery of this person');
    // Also where it is refused for its date: that tells of evidence.
    context.looks.add('mastery', key);
    const meeting = meetingOf(key);
    const known = states.knownOfPerson(key, asOf);
    const rows = meeting ? known.filter(({ named }) => meeting.has(named.key)) : known;
    const cut = skillsOfPerson.cut(wanted);
    for (const row of rows) cut.add(row);
    return orError(() =>
      pageFrom(
        context,
        () => questionOfList(skillsOfPerson, key, wanted),
        wanted,
        cut.rows,
        ({ row: { named, reference, edge } }) =>
          MasteryOnDate.of(person, shownSkill(named), edge, reference, dates),
        ({ place }) => place,
        () => Promise.resolve(rows.length),
      ),
    );
  });
};

const shownSkills = new WeakMap<Named, Skill>();

/** A skill as it is shown, made once for all requests as long as the states hold it by this name. */
function shownSkill(named: Named): Skill {
  const known = shownSkills.get(named);
  if (known) return known;
  const shown = namedSkill(named);
  shownSkills.set(named, shown);
  return shown;
}

/** Goes through those known in a skill whom a viewer sees and who meet conditions, turn by turn. */
async function throughHolders(
  context: RequestContext,
  states: States,
  { skill, asOf, meeting }: { skill: string; asOf: number; meeting: ReadonlySet<string> | undefined },
  visit: (row: KnownRow) => void,
): Promise<void> {
  const { everyone, personKeys } = await context.visible();
  const seen = new Set(personKeys);
  const walk = states.walk([skill], asOf);
  for (let passed = 1; walk.next(); passed++) {
    const named = states.personAt(walk.place);
    const meets = meeting ? meeting.has(named.key) : !states.isArchived(walk.place);
    if (meets && (everyone || seen.has(named.key))) visit({ named, edge: walk.edge(0) });
    if (passed % between !== 0) continue;
    await takeTurns(context.gone);
    walk.resume();
  }
}

/** Notes that all known in these skills are looked at, as far as conditions that are not on figures leave them. */
async function lookAtHolders(
  context: RequestContext,
  states: States,
  skills: readonly string[],
  { filters, filter }: Counted,
): Promise<void> {
  const others = { filters: filters.filter((name) => !isOfFigures(name)), filter };
  const meetingOf = await peopleOfSkillsMeeting(context, skills, others);
  for (const skill of skills) {
    const holders = { skill, asOf: context.now, meeting: meetingOf(skill) };
    await throughHolders(context, states, holders, ({ named }) => {
      context.looks.add('mastery', named.key);
    });
  }
}

/** The same as a loader, for totals, which tell of everybody who is counted. */
const holdersLookedAt: BatchRead<string, true, Counted> = async (context, skills, counted) => {
  await lookAtHolders(context, await context.states(), skills, counted);
  return skills.map(() => true);
};

/** A page of each skill's people, of those whom the viewer sees. */
export const masteryOfSkill: BatchRead<string, Connection<Mastery>, MasteryWanted> = async (
  context,
  keys,
  wanted,
) => {
  const { asOf } = wanted;
  const { now } = context;
  const counted = countedOf(wanted);
  const [visible, states, meetingOf, skills] = await Promise.all([
    context.visible(),
    context.states(),
    peopleOfSkillsMeeting(context, keys, counted),
    Promise.all(keys.map((key) => load(context, skillByKey, key, null))),
  ]);
  const onlyVisible = !visible.everyone;
  // Who is left out for their figures is told about as well.
  if (counted.filters.some(isOfFigures)) await lookAtHolders(context, states, keys, counted);
  const pageOf = async (key: string, index: number): Promise<Connection<Mastery> | Error> => {
    const skill = skills[index];
    const cut = peopleOfSkill.cut(wanted);
    let total = 0;
    await throughHolders(context, states, { skill: key, asOf, meeting: meetingOf(key) }, (row) => {
      total++;
      cut.add(row);
    });
    const count = async (): Promise<number> => {
      await load(context, holdersLookedAt, key, counted);
      return total;
    };
    if (!skill) return new Page<Mastery>([], () => '', { before: false, after: false, onlyVisible }, count);
    const { rows } = cut;
    for (const { row } of rows.slice(0, wanted.length)) context.looks.add('mastery', row.named.key);
    const reference = states.referenceOf(key);
    return orError(() =>
      pageFrom(
        context,
        () => questionOfList(peopleOfSkill, key, wanted),
        { ...wanted, onlyVisible },
        rows,
        ({ row: { named, edge } }) =>
          MasteryOnDate.of(namedPerson(named), skill, edge, reference, { asOf, now }),
        ({ place }) => place,
        count,
      ),
    );
  };
  return Promise.all(keys.map(pageOf));
};
