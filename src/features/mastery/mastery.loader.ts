import type { Page } from '../../graph/page';
import { cursorOf } from '../../graph/page';
import { connect, type Connection } from '../../shared/connection';
import { ForbiddenError } from '../../shared/errors';
import { load, type BatchRead } from '../access/loaders';
import { sees } from '../access/viewer';
import { personByKey } from '../people/people.loader';
import { personOf } from '../people/people.store';
import { skillOf } from '../skills/skill.store';
import { skillByKey } from '../skills/skill.loader';
import { masteryOf } from './mastery.read';
import { masteryOfPeople, peopleOfSkills } from './mastery.store';
import type { Mastery } from './mastery.type';

interface Wanted {
  readonly page: Page;
  readonly asOf: number;
}

/** A page of each person's mastery by skill name; ForbiddenError for people whom the viewer does not see. */
export const masteryOfPerson: BatchRead<string, Connection<Mastery>, Wanted> = async (
  context,
  keys,
  { page, asOf },
) => {
  const visible = await context.visible();
  const rows = await masteryOfPeople(
    context.database,
    keys.filter((key) => sees(visible, key)),
    page,
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
    if (!row) return connect<Mastery>([], page, () => '');
    return orError(() => {
      const mastery = row.skills.map((edge) =>
        masteryOf(person, skillOf(edge), edge, row.parameters, asOf, context.now),
      );
      context.looks.add('mastery', key);
      return connect(mastery, page, ({ skill }) => cursorOf([skill.sortName, skill.key]));
    });
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
    if (!row || !skill) return connect<Mastery>([], page, () => '');
    return orError(() => {
      const mastery = row.people.map((edge) =>
        masteryOf(
          personOf(edge, true),
          skill,
          { ...edge, reference: row.reference },
          row.parameters,
          asOf,
          context.now,
        ),
      );
      const shown = connect(mastery, page, ({ person }) => cursorOf([person.sortName, person.key]));
      for (const { person } of shown.nodes) context.looks.add('mastery', person.key);
      return shown;
    });
  });
};

/** An error of one key is that key's own: the others of the batch get their answer. */
function orError<Value>(compute: () => Value): Value | Error {
  try {
    return compute();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
