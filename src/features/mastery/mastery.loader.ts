import type { Page } from '../../graph/page';
import { cursorOf } from '../../graph/page';
import { connect, type Connection } from '../../shared/connection';
import { ForbiddenError } from '../../shared/errors';
import { inOrderOf, load, type BatchRead } from '../access/loaders';
import { sees } from '../access/viewer';
import { personByKey } from '../people/people.loader';
import { namedPerson } from '../people/people.store';
import { namedSkill } from '../skills/skill.store';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { masteryOf } from './mastery.read';
import {
  countOfPeople,
  countOfSkills,
  masteryOfPeople,
  peopleOfSkills,
  type PersonSkills,
} from './mastery.store';
import type { Mastery } from './mastery.type';

interface Wanted {
  readonly page: Page;
  readonly asOf: number;
}

interface SkillsWanted extends Wanted {
  /** Whether of the skills nothing but their names is asked for: the rest then stays where it is. */
  readonly namesOnly: boolean;
}

/** In how many skills each person is known; asked only of those whom the viewer sees. */
const skillsCounted: BatchRead<string, number, null> = async ({ database }, keys) =>
  inOrderOf(
    keys,
    await countOfPeople(database, keys),
    ({ key }) => key,
    ({ count }) => count,
    () => 0,
  );

/** How many people are known in each skill, of those whom the viewer sees. */
const peopleCounted: BatchRead<string, number, null> = async ({ database, visible }, keys) =>
  inOrderOf(
    keys,
    await countOfSkills(database, keys, await visible()),
    ({ key }) => key,
    ({ count }) => count,
    () => 0,
  );

/** A page of each person's mastery by skill name; ForbiddenError for people whom the viewer does not see. */
export const masteryOfPerson: BatchRead<string, Connection<Mastery>, SkillsWanted> = async (
  context,
  keys,
  { page, asOf, namesOnly },
) => {
  const visible = await context.visible();
  const rows = await masteryOfPeople(
    context.database,
    keys.filter((key) => sees(visible, key)),
    page,
    namesOnly,
  );
  const byPerson = new Map(rows.map((row) => [row.person, row]));
  const people = await Promise.all(keys.map((key) => load(context, personByKey, key, null)));
  return keys.map((key, index) => {
    const person = people[index];
    if (!person || !sees(visible, key)) {
      return new ForbiddenError(
        'The mastery of this person is not yours to see: people show it themselves, or a lead of their team does.',
      );
    }
    const row = byPerson.get(key);
    const count = (): Promise<number> => load(context, skillsCounted, key, null);
    if (!row) return connect<Mastery>([], page, () => '', count);
    return orError(() =>
      connect(
        row.means.map((_, at) =>
          masteryOf(person, skillAt(row, at), row, at, row.references[at] ?? 0, asOf, context.now),
        ),
        page,
        ({ skill }) => cursorOf([skill.sortName, skill.key]),
        count,
      ),
    );
  });
};

/** A page of each skill's people by name, of those whom the viewer sees. */
export const masteryOfSkill: BatchRead<string, Connection<Mastery>, Wanted> = async (
  context,
  keys,
  { page, asOf },
) => {
  const rows = await peopleOfSkills(context.database, keys, page, await context.visible());
  const bySkill = new Map(rows.map((row) => [row.skill, row]));
  const skills = await Promise.all(keys.map((key) => load(context, skillByKey, key, null)));
  return keys.map((key, index) => {
    const row = bySkill.get(key);
    const skill = skills[index];
    const count = (): Promise<number> => load(context, peopleCounted, key, null);
    if (!row || !skill) return connect<Mastery>([], page, () => '', count);
    return orError(() =>
      connect(
        row.people.map(([personKey, name, sortName], at) => {
          const person = namedPerson({ key: personKey, name, sortName });
          return masteryOf(person, skill, row, at, row.reference, asOf, context.now);
        }),
        page,
        ({ person }) => cursorOf([person.sortName, person.key]),
        count,
      ),
    );
  });
};

function skillAt({ names, skills }: PersonSkills, position: number): Skill {
  const name = names[position] ?? '';
  const [key, sortName] = skills?.[position] ?? [];
  if (key === undefined || sortName === undefined) return { key: '', id: '', name, sortName: '' };
  return namedSkill({ key, name, sortName });
}

/** An error of one key is that key's own: the others of the batch get their answer. */
function orError<Value>(compute: () => Value): Value | Error {
  try {
    return compute();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
