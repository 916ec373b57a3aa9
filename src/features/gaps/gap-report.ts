import { expectedCoverage, type Abilities } from '../../estimators/coverage';
import { levelOf, probabilityAtLeast, requiredAbility } from '../../estimators/level';
import type { Supply } from '../../estimators/supply';
import { levelInWords } from '../../shared/bands';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { sees, type Visible } from '../access/viewer';
import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import { personByKey } from '../people/people.loader';
import { projectByKey } from '../projects/project.loader';
import { requirementOf, type NeedRow } from '../projects/requirement.store';
import { fewPeople, tooFew, withheldAsFew } from '../disclosure/disclosure';
import { Withheld } from '../disclosure/withheld.type';
import { Gap, GapReport, GapSupply, type NearPerson } from './gap.type';

const nearestShown = 3;

/** Some people, and on the date the abilities of those who are known, by skill. */
export interface Group {
  /** How many people, the unknown included. */
  readonly size: number;
  readonly skills: ReadonlyMap<string, { readonly reference: number; readonly abilities: Abilities }>;
}

/** What a group lacks for all these needs together. */
export async function gapReport(
  context: RequestContext,
  need: readonly NeedRow[],
  group: Group,
  asOf: number,
): Promise<GapReport> {
  const visible = await context.visible();
  const supply = supplyFor(need, group);
  const gaps = await Promise.all(need.map((row) => gapOf(context, row, group, supply, visible)));
  const hidden = gaps.some((gap) => gap.supply instanceof Withheld);
  return Object.assign(new GapReport(), {
    asOf: new Date(asOf),
    people: group.size,
    gaps,
    allCoveredProbability: hidden ? null : supply.allCoveredProbability,
    summary:
      need.length === 0
        ? 'Nothing is required yet, so nothing is lacking.'
        : hidden
          ? `${counted(group.size, 'person is', 'people are')} held against ${counted(need.length, 'requirement', 'requirements')}; some figures are withheld.`
          : `${counted(need.length, 'requirement is', 'requirements are')} covered, all together, by ${counted(group.size, 'person', 'people')} with probability ${percent(supply.allCoveredProbability)}.`,
  });
}

function supplyFor(need: readonly NeedRow[], { skills }: Group): Supply {
  const seats = need.map((row) => ({
    id: row.requirement,
    skill: row.skillKey,
    threshold: requiredAbility(row.level, skills.get(row.skillKey)?.reference ?? 0),
    headcount: row.headcount,
  }));
  return expectedCoverage(seats, (skill) => skills.get(skill)?.abilities);
}

async function gapOf(
  context: RequestContext,
  row: NeedRow,
  group: Group,
  supply: Supply,
  visible: Visible,
): Promise<Gap> {
  const known = [...(group.skills.get(row.skillKey)?.abilities.keys() ?? [])];
  const figures = supply.bySeats.get(row.requirement);
  const project = await load(context, projectByKey, row.project, null);
  if (!figures || !project) throw new Error(`Requirement ${row.requirement} vanished while gaps were read.`);
  const shown = tooFew(known, visible)
    ? withheldAsFew(`${fewPeople} are known in the skill`)
    : Object.assign(new GapSupply(), {
        ...figures,
        known: known.length,
        unknown: group.size - known.length,
      });
  const required = `${String(row.headcount)} of ${row.skillName} at ${levelInWords(row.level, row.band)}`;
  return Object.assign(new Gap(), {
    requirement: requirementOf(row),
    project,
    demand: row.headcount,
    supply: shown,
    findNearest: () => nearest(context, row, group, visible),
    summary:
      shown instanceof Withheld
        ? `${required}: withheld. ${shown.reason}`
        : `${required}: covered with probability ${percent(shown.coveredProbability)}, ${shown.expectedSupply.toFixed(1)} people expected at that level, ${String(shown.unknown)} unknown.`,
  });
}

async function nearest(
  context: RequestContext,
  row: NeedRow,
  group: Group,
  visible: Visible,
): Promise<NearPerson[]> {
  const skill = group.skills.get(row.skillKey);
  if (!skill) return [];
  const below = [...skill.abilities]
    .filter(([person]) => sees(visible, person))
    .map(([person, ability]) => ({
      person,
      ability,
      probability: probabilityAtLeast(ability, row.level, skill.reference),
    }))
    .filter(({ probability }) => probability < context.rules.meetsFrom)
    .sort((left, right) => right.probability - left.probability || (left.person < right.person ? -1 : 1))
    .slice(0, nearestShown);
  const people = await Promise.all(below.map(({ person }) => load(context, personByKey, person, null)));
  return below.flatMap(({ ability, probability }, index) => {
    const person = people[index];
    if (person) context.looks.add('gaps', person.key);
    return person ? [{ person, probability, level: levelOf(ability, skill.reference).level }] : [];
  });
}
