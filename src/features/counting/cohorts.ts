import { createHash } from 'node:crypto';
import { smallestGroup } from '../disclosure/disclosure';

/** Somebody who is known in a skill and counted in none of its cohorts yet. */
export interface Waiting {
  /** Internal id. */
  readonly person: string;
  /** Internal ids of the teams that they belong to, in order. */
  readonly teams: readonly string[];
}

/** Somebody counted in a cohort. */
export interface Member {
  /** Names those whom the same viewers see: the whole of them or none. */
  readonly circle: string;
  /** Whether what is known of them is otherwise than when they were counted. */
  readonly moved: boolean;
}

/** A cohort has as many as this, or more, where so many wait in a team. */
const usualSize = 10;

/**
 * Cuts people who wait into cohorts, of five people at least: those of one team together, since a team's figure then is
 * made of its own people, and what is left of small teams with each other. Who is left is fewer than five, and waits on.
 * Within a team they stand in an order that is the same for every skill and has nothing to do with them, so that the same
 * people come together again and again: what many cohorts of different skills have in common says the less.
 */
export function cohortsOf(waiting: readonly Waiting[]): Waiting[][] {
  const byTeam = new Map<string, Waiting[]>();
  for (const one of inOrder(waiting)) {
    const team = one.teams[0] ?? '';
    const there = byTeam.get(team);
    if (there) there.push(one);
    else byTeam.set(team, [one]);
  }
  const teams = [...byTeam].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, people]) => people);
  const isEnough = (people: readonly Waiting[]): boolean => people.length >= smallestGroup;
  const rest = teams.filter((people) => !isEnough(people)).flat();
  return [...teams.filter(isEnough), ...(isEnough(rest) ? [rest] : [])].flatMap(cut);
}

function inOrder(waiting: readonly Waiting[]): Waiting[] {
  return waiting
    .map((one) => ({ one, place: createHash('sha256').update(one.person).digest('hex') }))
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .map(({ one }) => one);
}

/** In parts of the usual size or more, as even as they can be. */
function cut(people: readonly Waiting[]): Waiting[][] {
  const parts = Math.max(1, Math.floor(people.length / usualSize));
  return Array.from({ length: parts }, (_, part) =>
    people.slice(
      Math.floor((part * people.length) / parts),
      Math.floor(((part + 1) * people.length) / parts),
    ),
  );
}

/**
 * Whether a cohort may be computed again: only where nobody could work out what moved fewer than five people whom they do not
 * see. Whoever sees some circles knows what moved these; of the others five have to have moved, or none. Viewers to whom
 * fewer than five of the cohort are unseen are not shown it.
 */
export function mayBeRenewed(members: readonly Member[]): boolean {
  if (members.filter(({ moved }) => moved).length < smallestGroup) return false;
  const circles = new Map<string, { size: number; moved: number }>();
  for (const { circle, moved } of members) {
    const there = circles.get(circle) ?? { size: 0, moved: 0 };
    circles.set(circle, { size: there.size + 1, moved: there.moved + (moved ? 1 : 0) });
  }
  // By how many moved, below five: the most people that some circles have in which just so many did.
  const most = [0, ...Array<number>(smallestGroup - 1).fill(-Infinity)];
  for (const { size, moved } of circles.values()) {
    for (let sum = smallestGroup - 1; sum >= moved; sum--)
      most[sum] = Math.max(most[sum] ?? -Infinity, (most[sum - moved] ?? -Infinity) + size);
  }
  return most.every((people, moved) => moved === 0 || people < smallestGroup);
}
