import type { Connection } from '../../shared/connection';
import type { Listed } from '../../graph/nouns/list';
import { countedOf, countsOf, pageFrom, parametersOf, questionOfList, type Wanted } from '../nouns/lists';
import { inGroupsOf, inOrderOf, load, orError, type BatchRead } from '../request/loaders';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees } from '../access/viewer';
import { personByKey } from '../people/people.loader';
import type { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import type { SkillNameRow } from '../skills/skill.store';
import { BroaderOfPerson } from './broader';
import { broaderOfPerson, countNarrower, knownSkill, knownOfPeople, placesAbove } from './broader.store';
import type { BroaderMastery } from './broader.type';

interface BroaderWanted extends Wanted {
  readonly asOf: number;
}

/** Above how many skills each person is known below; asked only of those whom the viewer sees. */
const broaderCounted = countsOf(broaderOfPerson, () => Promise.resolve(undefined));

/** A page of each person's broader skills; ForbiddenError for people whom the viewer does not see. */
export const broaderMasteryOfPerson: BatchRead<string, Connection<BroaderMastery>, BroaderWanted> = async (
  context,
  keys,
  wanted,
) => {
  const visible = await context.visible();
  const parents = keys.filter((key) => sees(visible, key));
  const [rows, people] = await Promise.all([
    context.database.query<Listed<SkillNameRow>>(broaderOfPerson.page(wanted.cut), {
      parents,
      ...parametersOf(broaderOfPerson, wanted),
    }),
    Promise.all(keys.map((key) => load(context, personByKey, key, null))),
  ]);
  const listed = inGroupsOf(
    keys,
    rows,
    ({ parent }) => parent,
    (row) => row,
  );
  const listedPeople = keys.filter((_, index) => (listed[index]?.length ?? 0) > 0);
  const broaderOf = await broaderOfPeople(context, listedPeople);
  return keys.map((key, index) => {
    const person = people[index];
    if (!person || !sees(visible, key)) return notYoursToSee('The mastery of this person');
    const broader = broaderOf(person, wanted.asOf);
    // Also where it is refused for its date: that tells of evidence.
    context.looks.add('mastery', key);
    return orError(() => {
      // Who withdrew evidence since the list was read is known in less.
      const derived = (listed[index] ?? []).flatMap((row) => {
        const mastery = broader?.in(row);
        return mastery ? [{ mastery, place: row.place }] : [];
      });
      const shown = pageFrom(
        context,
        questionOfList(broaderOfPerson, key, wanted),
        wanted,
        derived,
        ({ mastery }) => mastery,
        ({ place }) => place,
        () => load(context, broaderCounted, key, countedOf(wanted)),
      );
      return shown;
    });
  });
};

/** What is known of these people, held against the skills above; undefined for anybody else. */
async function broaderOfPeople(
  { database, now }: RequestContext,
  keys: readonly string[],
): Promise<(person: Person, asOf: number) => BroaderOfPerson | undefined> {
  const stored = new Map((await knownOfPeople(database, keys)).map((row) => [row.person, row]));
  const known = new Set(
    [...stored.values()].flatMap((row) => row.known.map((skill) => knownSkill.fieldsOf(skill).key)),
  );
  const places = await placesAbove(database, [...known]);
  return (person, asOf) => {
    const found = stored.get(person.key);
    return found && new BroaderOfPerson(person, found, places, asOf, now);
  };
}

/** How many skills in use are below a skill, by internal id. */
export const narrowerCounted: BatchRead<string, number, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await countNarrower(context.database, keys),
    ({ skill }) => skill,
    ({ narrower }) => narrower,
    () => 0,
  );
