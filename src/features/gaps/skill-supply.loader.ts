import { folded } from '../../shared/folding';
import { beliefsOf } from '../../estimators/abilities';
import { bandProbabilities, expectedLevel } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import type { LevelBand } from '../../shared/bands';
import { byName } from '../../shared/name-order';
import { toOnePlace } from '../../shared/percent';
import { mapInSlices, takeTurns } from '../../shared/slices';
import { counted } from '../../shared/words';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { teamByKey } from '../people/people.loader';
import { skillByKey } from '../skills/skill.loader';
import { countableSkills } from '../counting/abilities';
import { disclosed } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { peopleOfScope } from './gaps.read';
import { SkillSupplyFigures, type SkillSupply, type TeamSkillSupply } from './skill-supply.type';

export interface SkillSupplyWanted {
  /** Internal id. */
  readonly skill: string;
  readonly narrower: boolean;
  /** Internal id; undefined for every team. */
  readonly team: string | undefined;
  readonly asOf: number;
}

/** A group of people, by internal id. */
interface Counted {
  readonly people: readonly string[];
  /** Those of them who are known. */
  readonly known: readonly string[];
}

/** By person the probabilities of the bands, of whoever is known. */
type Known = ReadonlyMap<string, readonly number[]>;

/** What the organisation has of a skill; null where there is no such skill, or no such team. */
export async function skillSupply(
  context: RequestContext,
  { skill: wanted, narrower, team: asked, asOf }: SkillSupplyWanted,
): Promise<SkillSupply | null> {
  const [skill, askedTeam] = await Promise.all([
    load(context, skillByKey, wanted, null),
    asked === undefined ? null : load(context, teamByKey, asked, null),
  ]);
  if (!skill || (asked !== undefined && !askedTeam)) return null;
  // Of a skill that was merged away that of the one it became.
  const { key } = skill;
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const skills = narrower ? states.withNarrower(key) : [key];
  const [known, visible] = await Promise.all([knownPeople(context, skills, asOf), context.visible()]);
  const countedOf = (people: readonly string[]): Counted => ({
    people,
    known: people.filter((person) => known.has(person)),
  });
  const whole = countedOf(states.activePeople(context.now));
  const groups = new Map(
    await mapInSlices(
      asked === undefined ? plans.teamsWithMembers() : [asked],
      (team) => [team, countedOf(peopleOfScope({ states, plans }, 'team', team, context.now))] as const,
      context.gone,
    ),
  );
  const figures = ({ people, known: some }: Counted): SkillSupplyFigures | Withheld =>
    disclosed(
      visible,
      [
        { people, whom: 'the people of the group' },
        { people: some, whom: 'the people known in the skill' },
      ],
      () => figuresOf(skill.name, { people, known: some }, known, context.rules.bands),
    );
  const shown = [...groups].filter(([, { people }]) => asked !== undefined || people.length > 0);
  const teams = await Promise.all(
    shown.map(async ([team, group]): Promise<TeamSkillSupply[]> => {
      const found = await load(context, teamByKey, team, null);
      return found ? [{ team: found, supply: figures(group) }] : [];
    }),
  );
  return {
    asOf: new Date(asOf),
    skill,
    total: figures(whole),
    teams: teams.flat().sort(byNameOfTeam),
  };
}

function byNameOfTeam({ team: left }: TeamSkillSupply, { team: right }: TeamSkillSupply): number {
  return byName(
    { sortName: folded(left.name), key: left.key },
    { sortName: folded(right.name), key: right.key },
  );
}

/** Everybody active who is known in one of the skills at least: they count with the one in which they are expected to be best. */
async function knownPeople(context: RequestContext, skills: readonly string[], asOf: number): Promise<Known> {
  const best = new Map<string, { ability: Gaussian; reference: number; level: number }>();
  // By internal id, so that of equal levels always the same one counts.
  const rows = [...(await countableSkills(context, skills))].sort((left, right) =>
    left.skill < right.skill ? -1 : 1,
  );
  for (const row of rows) {
    await takeTurns(context.gone);
    for (const [person, ability] of beliefsOf(row.abilitiesOn(asOf))) {
      const level = expectedLevel(ability, row.reference);
      if (level > (best.get(person)?.level ?? -1))
        best.set(person, { ability, reference: row.reference, level });
    }
  }
  const levels = context.rules.bands.map(({ from }) => from);
  return new Map(
    await mapInSlices(
      best,
      ([person, { ability, reference }]) => [person, bandProbabilities(ability, levels, reference)] as const,
      context.gone,
    ),
  );
}

function figuresOf(
  skill: string,
  { people, known: knownOf }: Counted,
  known: Known,
  bands: readonly LevelBand[],
): SkillSupplyFigures {
  const shown = bands.map(({ name, from, to }, band) => ({
    band: name,
    from,
    to,
    expectedPeople: knownOf.reduce((sum, person) => sum + (known.get(person)?.[band] ?? 0), 0),
  }));
  const unknown = people.length - knownOf.length;
  const expected = shown
    .map(({ band, expectedPeople }) => `${toOnePlace(expectedPeople)} ${band}`)
    .join(', ');
  return Object.assign(new SkillSupplyFigures(), {
    personCount: people.length,
    known: knownOf.length,
    unknown,
    bands: shown,
    summary: `Of ${counted(people.length, 'person', 'people')} ${String(knownOf.length)} ${knownOf.length === 1 ? 'is' : 'are'} known in ${skill}: expected are ${expected}; ${String(unknown)} unknown.`,
  });
}
