import { beliefsOf } from '../../estimators/abilities';
import { expectedToCombine, splitSteps, type Chances } from '../../estimators/combining';
import { probabilityAtLeast } from '../../estimators/level';
import { toOnePlace } from '../../shared/percent';
import { inSlices, mapInSlices } from '../../shared/slices';
import { sees, type Visible } from '../access/viewer';
import { countableSkills } from '../counting/abilities';
import { fewPeople, withheld } from '../disclosure/disclosure';
import { inWholeGroups } from '../disclosure/whole-fives';
import { Withheld } from '../disclosure/withheld.type';
import type { Requirement } from '../projects/requirement.type';
import type { RequestContext } from '../request/context';
import { Combining } from './job-description.type';

/** A role is proposed to be split where fewer people than this are expected to fill it as it is. */
export const tooFewCombine = 0.5;

/** How many people have all that is required, and two parts of it where too few have. */
export interface Combined {
  readonly combining: Combining | Withheld;
  /** What each part requires, and how many people are expected to have all of that. */
  readonly parts: readonly { readonly requirements: Requirement[]; readonly expectedPeople: number }[];
}

/** Of at least two requirements of different skills, among everybody active. */
export async function combinedOf(
  context: RequestContext,
  required: readonly Requirement[],
): Promise<Combined> {
  const { people, chances } = await chancesOf(context, required);
  const all = required.map((_, need) => need);
  const visible = await context.visible();
  if (people.some((person) => !sees(visible, person)))
    return { combining: combiningOfSome(people, chances, visible), parts: [] };
  const expectedPeople = expectedToCombine(chances, all);
  const combining = combiningOf(expectedPeople);
  if (expectedPeople >= tooFewCombine) return { combining, parts: [] };
  const related = (one: number, other: number): boolean => {
    const task = required[one]?.task?.key;
    return task !== undefined && task === required[other]?.task?.key;
  };
  const parts = await inSlices(splitSteps(chances, related), context.gone);
  return {
    combining,
    parts: parts.map((part) => ({
      requirements: required.filter((_, need) => part.includes(need)),
      expectedPeople: expectedToCombine(chances, part),
    })),
  };
}

function combiningOf(expectedPeople: number): Combining {
  const expected = toOnePlace(expectedPeople);
  const summary = `${expected} ${expected === '1.0' ? 'person' : 'people'} expected here to have all that is to be brought.`;
  return Object.assign(new Combining(), { expectedPeople, summary });
}

/**
 * Where the viewer does not see everybody who counts: who is known in several skills at once are other people than those of
 * a cohort, so that of the unseen no more is said than whole groups.
 */
function combiningOfSome(
  people: readonly string[],
  chances: Chances,
  visible: Visible,
): Combining | Withheld {
  const all = [...chances.keys()];
  const among = (isCounted: (person: string) => boolean): number => {
    const places = [...people.keys()].filter((place) => isCounted(people[place] ?? ''));
    const some = chances.map((column) => Float64Array.from(places, (place) => column[place] ?? 0));
    return expectedToCombine(some, all);
  };
  const unseen = inWholeGroups(among((person) => !sees(visible, person)));
  return unseen === 0
    ? withheld(
        `Of people who are not yours to see ${fewPeople} are expected to combine it: too few to say anything of.`,
      )
    : combiningOf(unseen + among((person) => sees(visible, person)));
}

/** How likely everybody who is known in one of the skills has each level; 0 where they are unknown. */
async function chancesOf(
  context: RequestContext,
  required: readonly Requirement[],
): Promise<{ people: readonly string[]; chances: Chances }> {
  const countable = await countableSkills(
    context,
    required.map(({ skill }) => skill.key),
  );
  const places = new Map<string, number>();
  const byNeed = await mapInSlices(
    countable,
    (one, need) => {
      const level = required[need]?.level ?? 1;
      return [...beliefsOf(one.abilitiesOn(context.now))].map(([person, ability]) => {
        const place = places.get(person) ?? places.size;
        places.set(person, place);
        return { place, chance: probabilityAtLeast(ability, level, one.reference) };
      });
    },
    context.gone,
  );
  const chances = byNeed.map((known) => {
    const column = new Float64Array(places.size);
    for (const { place, chance } of known) column[place] = chance;
    return column;
  });
  return { people: [...places.keys()], chances };
}
