import { seenBy, type Visible } from '../access/viewer';
import { Withheld } from './withheld.type';

/** Figures on fewer people than this are withheld from viewers who may not see those people. */
export const smallestGroup = 5;

/** How few those are, as people read it. */
export const fewPeople = `fewer than ${String(smallestGroup)}`;

/** People whom a figure is about: all of a group, or those of them who are known. */
export interface Concerned {
  /** Internal ids. */
  readonly people: Iterable<string>;
  /** In a sentence, for example "the people known in the skill". */
  readonly whom: string;
}

/**
 * The door that every figure on people goes through: the figure, or why it is withheld. It is where it would be about
 * some of these whom the viewer may not see, but fewer than five; those whom they see do not count. What a figure says of
 * the unseen has to come from the room counting, so that it never says more than their cohorts do; all that is left to
 * withhold is a figure that seems to speak of a few people and speaks of others too.
 */
export function disclosed<Figure>(
  visible: Visible,
  concerned: readonly Concerned[],
  figure: () => Figure,
): Figure | Withheld {
  const few = concerned.find(({ people }) => tooFew(people, visible));
  if (!few) return figure();
  return withheld(`Of ${few.whom} ${fewPeople} are not yours to see: too few to say anything of.`);
}

/** Stands in place of a figure; the reason is one sentence. */
export function withheld(reason: string): Withheld {
  return Object.assign(new Withheld(), { reason });
}

function tooFew(people: Iterable<string>, visible: Visible): boolean {
  if (visible.everyone) return false;
  const seen = seenBy(visible);
  let unseen = 0;
  for (const person of people) if (!seen.has(person)) unseen++;
  return unseen > 0 && unseen < smallestGroup;
}
