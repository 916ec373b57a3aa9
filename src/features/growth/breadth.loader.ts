import { beliefsOf } from '../../estimators/abilities';
import { holdersOf, narrowingOf } from '../../estimators/breadth';
import { probabilityAtLeast } from '../../estimators/level';
import { daysPerMonth } from '../../estimators/learning-pace';
import { percent, toOnePlace } from '../../shared/percent';
import { byName } from '../../shared/name-order';
import { grouped } from '../../shared/grouped';
import { takeTurns } from '../../shared/slices';
import { counted } from '../../shared/words';
import { sees } from '../access/viewer';
import { countableSkills } from '../counting/abilities';
import { disclosed, withheld } from '../disclosure/disclosure';
import { Withheld } from '../disclosure/withheld.type';
import { peopleOfScope } from '../gaps/gaps.read';
import { namedPerson } from '../people/people.store';
import type { RequestContext } from '../request/context';
import type { BatchRead } from '../request/loaders';
import type { Named, States } from '../request/states';
import { namedSkill } from '../skills/skill.store';
import { momentOf } from '../states/stored-state';
import { askedInPeriods } from './breadth.read';
import { LearningBreadth, LoneSkill, TeamBreadth } from './breadth.type';

interface BreadthWanted {
  /** From which level on a skill counts as held. */
  readonly level: number;
  readonly first: number;
}

/** Internal ids of the people of teams, by team. */
async function peopleOfTeams(
  context: RequestContext,
  teams: readonly string[],
): Promise<Map<string, string[]>> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  return new Map(teams.map((team) => [team, peopleOfScope({ states, plans }, 'team', team, context.now)]));
}

/** How broad teams are; who is named as holding a skill is looked at. */
export const breadthOfTeam: BatchRead<string, TeamBreadth | Withheld, BreadthWanted> = async (
  context,
  teams,
  wanted,
) => {
  const [states, visible, peopleOf] = await Promise.all([
    context.states(),
    context.visible(),
    peopleOfTeams(context, teams),
  ]);
  const everybody = [...new Set([...peopleOf.values()].flat())];
  const skills = [...new Set(everybody.flatMap((person) => states.skillsOfPerson(person)))];
  const countable = await countableSkills(context, skills, everybody);
  const known = new Map<string, OneSkill[]>(teams.map((team) => [team, []]));
  for (const one of countable) {
    await takeTurns(context.gone);
    const named = states.skillNamed(one.skill);
    if (!named) continue;
    const probabilities = new Map<string, number>();
    for (const [person, ability] of beliefsOf(one.abilitiesOn(context.now)))
      probabilities.set(person, probabilityAtLeast(ability, wanted.level, one.reference));
    for (const [team, people] of peopleOf) {
      const ofTeam = people.filter((person) => probabilities.has(person));
      const whom = [{ people: ofTeam, whom: 'the members known in the skill' }];
      const isShown = ofTeam.length > 0 && disclosed(visible, whom, () => true) === true;
      if (isShown)
        known
          .get(team)
          ?.push({ named, holders: ofTeam.map((person) => [person, probabilities.get(person) ?? 0]) });
    }
  }
  return teams.map((team) => {
    const people = peopleOf.get(team) ?? [];
    return disclosed(visible, [{ people, whom: 'the people of the team' }], () =>
      breadthOf(states, team, people, known.get(team) ?? [], wanted, (key) => {
        if (!sees(visible, key)) return false;
        context.looks.add('gaps', key);
        return true;
      }),
    );
  });
};

/** A skill with those of a team who are known in it, and how likely each holds it. */
interface OneSkill {
  readonly named: Named;
  readonly holders: readonly (readonly [person: string, probability: number])[];
}

function breadthOf(
  states: States,
  teamKey: string,
  people: readonly string[],
  skills: readonly OneSkill[],
  { first }: BreadthWanted,
  mayName: (person: string) => boolean,
): TeamBreadth {
  const held = skills
    .map((one) => ({ ...one, figures: holdersOf(one.holders.map(([, probability]) => probability)) }))
    .filter(({ figures }) => figures.busFactor > 0);
  const lone = held
    .filter(({ figures }) => figures.busFactor === 1)
    .sort((one, other) => other.figures.onlyOne - one.figures.onlyOne || byName(one.named, other.named));
  const loneSkills = lone.slice(0, first).map(({ named, holders, figures }) => {
    const [[best] = ['']] = [...holders].sort(
      ([one, often], [other, rarely]) => rarely - often || (one < other ? -1 : 1),
    );
    const place = states.placeOf(best);
    return Object.assign(new LoneSkill(), {
      skill: namedSkill(named),
      expectedHolders: figures.expected,
      onlyOneProbability: figures.onlyOne,
      unknown: people.length - holders.length,
      holder: place !== undefined && mayName(best) ? namedPerson(states.personAt(place)) : null,
      summary: `${named.name}: ${toOnePlace(figures.expected)} of the team expected to hold it.`,
    });
  });
  return Object.assign(new TeamBreadth(), {
    ...{
      teamKey,
      personCount: people.length,
      heldSkills: held.length,
      loneSkillCount: lone.length,
      loneSkills,
    },
    summary: `The team likely holds ${counted(held.length, 'skill')}; of these ${String(lone.length)} would likely be lost with one person.`,
  });
}

/** Whether the learning of teams narrows, for those who see all their people, who are looked at. */
export const learningOfTeam: BatchRead<string, LearningBreadth | Withheld, { months: number }> = async (
  context,
  teams,
  { months },
) => {
  const [visible, peopleOf] = await Promise.all([context.visible(), peopleOfTeams(context, teams)]);
  const seen = [...peopleOf].filter(([, people]) => people.every((person) => sees(visible, person)));
  const everybody = [...new Set(seen.flatMap(([, people]) => people))];
  const since = context.now - momentOf(months * daysPerMonth);
  const asked = grouped(await askedInPeriods(context, everybody, since), ({ person }) => person);
  for (const person of everybody) context.looks.add('gaps', person);
  const shown = new Map(seen);
  return teams.map((team) => {
    const people = shown.get(team);
    if (!people)
      return withheld(
        'Some of the people of the team are not yours to see: what people learned when is said of nobody else.',
      );
    return learningOf(narrowingOf(people.flatMap((person) => asked.get(person) ?? [])), since);
  });
};

function learningOf(narrowing: ReturnType<typeof narrowingOf>, since: number): LearningBreadth {
  return Object.assign(new LearningBreadth(), {
    since: new Date(since),
    sample: narrowing?.sample ?? 0,
    skillsBefore: narrowing?.before ?? null,
    skillsRecent: narrowing?.recent ?? null,
    narrowsProbability: narrowing?.probability ?? null,
    summary: narrowing
      ? `That the team learns fewer different skills than before has probability ${percent(narrowing.probability)}.`
      : 'Too little was learned to compare the two periods.',
  });
}
