import { Page, type Connection } from '../../shared/connection';
import {
  countedOf,
  countsOf,
  pageFrom,
  parametersOf,
  questionOfList,
  type Counted,
  type Wanted,
} from '../nouns/lists';
import type { RequestContext } from '../request/context';
import { load, orError, type BatchRead } from '../request/loaders';
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
  knownPerson,
  peopleOfSkill,
  skillNames,
  skillsOfPerson,
  type PersonSkills,
  type SkillPeople,
} from './mastery.store';
import type { Mastery } from './mastery.type';
import { SkillNameOnly } from './skill-name-only';

interface MasteryWanted extends Wanted {
  readonly asOf: number;
}

interface SkillsWanted extends MasteryWanted {
  /** Whether of the skills nothing but their names is asked for: the rest then stays where it is. */
  readonly namesOnly: boolean;
}

/** In how many skills each person is known; asked only of those whom the viewer sees. */
const skillsCounted = countsOf(skillsOfPerson, () => Promise.resolve(undefined));

/** How many people are known in each skill, of those whom the viewer sees. */
const peopleCounted = countsOf(peopleOfSkill, async (context) => ({
  now: context.now,
  ...(await context.visible()),
}));

/** Notes that all known in these skills are looked at, as far as conditions that are not on figures leave them. */
async function lookAtHolders(
  context: RequestContext,
  skills: readonly string[],
  { filters, filter }: Counted,
): Promise<void> {
  const others = filters.filter((name) => !isOfFigures(name));
  const rows = await context.database.query(peopleOfSkill.individuals(others), {
    parents: skills,
    filter,
    now: context.now,
    ...(await context.visible()),
  });
  for (const { key } of rows) context.looks.add('mastery', key);
}

/** The same as a loader, for totals, which tell of everybody who is counted. */
const holdersLookedAt: BatchRead<string, true, Counted> = async (context, skills, counted) => {
  await lookAtHolders(context, skills, counted);
  return skills.map(() => true);
};

/** A page of each person's mastery; ForbiddenError for people whom the viewer does not see. */
export const masteryOfPerson: BatchRead<string, Connection<Mastery>, SkillsWanted> = async (
  context,
  keys,
  wanted,
) => {
  const visible = await context.visible();
  const rows = await context.database.query<PersonSkills>(skillsOfPerson.page(wanted.cut), {
    parents: keys.filter((key) => sees(visible, key)),
    namesOnly: wanted.namesOnly,
    ...parametersOf(skillsOfPerson, wanted),
  });
  const byPerson = new Map(rows.map((row) => [row.parent, row]));
  const people = await Promise.all(keys.map((key) => load(context, personByKey, key, null)));
  return keys.map((key, index) => {
    const person = people[index];
    const row = byPerson.get(key);
    if (!person || !row) {
      return notYoursToSee('The mastery of this person');
    }
    // Also where it is refused for its date: that tells of evidence.
    context.looks.add('mastery', key);
    return orError(() =>
      pageFrom(
        context,
        questionOfList(skillsOfPerson, key, wanted),
        wanted,
        [...row.edges.keys()],
        (at) => {
          const { general, calibration } = row;
          const reference = row.references[at] ?? 0;
          const stored = { general, edge: elementAt(row.edges, at), calibration, reference };
          return MasteryOnDate.of(person, skillAt(row, at), stored, wanted.asOf, context.now);
        },
        (at) => row.places[at] ?? [],
        () => load(context, skillsCounted, key, countedOf(wanted)),
      ),
    );
  });
};

/** A page of each skill's people, of those whom the viewer sees. */
export const masteryOfSkill: BatchRead<string, Connection<Mastery>, MasteryWanted> = async (
  context,
  keys,
  wanted,
) => {
  const visible = await context.visible();
  const onlyVisible = !visible.everyone;
  const rows = await context.database.query<SkillPeople>(peopleOfSkill.page(wanted.cut), {
    parents: keys,
    namesOnly: false,
    now: context.now,
    ...parametersOf(peopleOfSkill, wanted),
    ...visible,
  });
  // Who is left out for their figures is told about as well.
  if (wanted.cut.filters.some(isOfFigures)) await lookAtHolders(context, keys, countedOf(wanted));
  const bySkill = new Map(rows.map((row) => [row.parent, row]));
  const skills = await Promise.all(keys.map((key) => load(context, skillByKey, key, null)));
  return keys.map((key, index) => {
    const row = bySkill.get(key);
    const skill = skills[index];
    const count = async (): Promise<number> => {
      await load(context, holdersLookedAt, key, countedOf(wanted));
      return load(context, peopleCounted, key, countedOf(wanted));
    };
    if (!row || !skill)
      return new Page<Mastery>([], () => '', { before: false, after: false, onlyVisible }, count);
    for (const known of row.people.slice(0, wanted.length))
      context.looks.add('mastery', knownPerson.fieldsOf(known).key);
    return orError(() =>
      pageFrom(
        context,
        questionOfList(peopleOfSkill, key, wanted),
        { ...wanted, onlyVisible },
        [...row.people.keys()],
        (at) => {
          const { calibration, edges, reference } = row;
          const known = knownPerson.fieldsOf(elementAt(row.people, at));
          const stored = { general: known.general, edge: elementAt(edges, at), calibration, reference };
          return MasteryOnDate.of(namedPerson(known), skill, stored, wanted.asOf, context.now);
        },
        (at) => row.places[at] ?? [],
        count,
      ),
    );
  });
};

function elementAt<Element>(list: readonly Element[], at: number): Element {
  const element = list[at];
  if (element === undefined) throw new Error('Columns of one row differ in length.');
  return element;
}

function skillAt({ names, skills }: PersonSkills, position: number): Skill {
  const name = elementAt(names, position);
  if (!skills) return new SkillNameOnly(name);
  const { key, sortName } = skillNames.fieldsOf(elementAt(skills, position));
  return namedSkill({ key, name, sortName });
}
