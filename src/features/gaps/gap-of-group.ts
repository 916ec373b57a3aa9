import { beliefsOf, type Abilities } from '../../estimators/abilities';
import { levelOf, probabilityAtLeast, requiredAbility } from '../../estimators/level';
import type { Seats, SeatsSupply } from '../../estimators/supply';
import type { Gaussian } from '../../estimators/types';
import { requiredInWords } from '../../shared/bands';
import { percent, toOnePlace } from '../../shared/percent';
import { mapInSlices } from '../../shared/slices';
import { namesInWords } from '../../shared/words';
import { sees, type Visible } from '../access/viewer';
import { disclosed } from '../disclosure/disclosure';
import { Withheld } from '../disclosure/withheld.type';
import { personByKey } from '../people/people.loader';
import type { Problem } from '../diagnosis/problem.type';
import { requirementOf } from '../projects/requirement.store';
import type { Requirement } from '../projects/requirement.type';
import { load, type BatchRead } from '../request/loaders';
import type { NeedRow } from '../request/plans';
import { GapSupply, type Gap, type NearPerson } from './gap.type';
import { RemainingShortfall } from './remaining-shortfall';
import { unknownAmong, type SentenceOfGroup } from './sentence-of-group';

/** How many people are named as nearest to a requirement. */
export const nearestShown = 3;

/** Some people, and on the date the abilities of those who are known, by skill. */
export interface Group {
  /** How many people, the unknown included. */
  readonly size: number;
  /** Who they are where they are told apart, internal ids; none where the group is everybody active. */
  readonly members: readonly string[];
  /** Whether somebody is among them, by internal id. */
  readonly has: (person: string) => boolean;
  /** The date that the abilities are of, epoch milliseconds. */
  readonly asOf: number;
  readonly skills: ReadonlyMap<string, { readonly reference: number; readonly abilities: Abilities }>;
}

/** A person by key, with how near they are. */
interface Near {
  readonly person: string;
  readonly ability: Gaussian;
  readonly level: number;
  readonly probability: number;
}

/** The seats of a need, given the difficulty of the skill's reference question. */
export function seatsOf({ requirement, skillKey, level, headcount }: NeedRow, reference: number): Seats {
  return { id: requirement, skill: skillKey, threshold: requiredAbility(level, reference), headcount };
}

/** A gap with the group that it is of: who is nearest is looked for only where it is asked for. */
export class GapOfGroup implements Gap {
  readonly requirement: Requirement;
  readonly demand: number;
  readonly supply: GapSupply | Withheld;

  constructor(
    readonly need: NeedRow,
    readonly problem: Problem | null,
    readonly group: Group,
    /** What is required of the skill along with it, itself too: their seats take distinct people. */
    readonly alongWith: readonly NeedRow[],
    figures: SeatsSupply,
    private readonly visible: Visible,
  ) {
    this.requirement = requirementOf(need);
    this.demand = need.headcount;
    const { known } = this;
    this.supply = disclosed(visible, [{ people: known, whom: 'the people known in the skill' }], () =>
      Object.assign(new GapSupply(), {
        ...figures,
        known: known.length,
        unknown: group.size - known.length,
      }),
    );
  }

  /** Internal id of the project that requires it; null where none does. */
  get projectKey(): string | null {
    return this.problem || this.need.project === '' ? null : this.need.project;
  }

  /** Difficulty of the skill's reference question, logits. */
  get reference(): number {
    return this.group.skills.get(this.need.skillKey)?.reference ?? 0;
  }

  /** The ability that it takes, logits. */
  get threshold(): number {
    return requiredAbility(this.need.level, this.reference);
  }

  /** What the group would lack of it if it were another one. */
  shortfallOfOthers(gone: AbortSignal): RemainingShortfall {
    const seats = this.alongWith.map((need) => seatsOf(need, this.reference));
    return new RemainingShortfall(
      seats,
      this.need.requirement,
      this.group.skills.get(this.need.skillKey)?.abilities,
      gone,
    );
  }

  /** Internal ids of those of the group who are known in the skill. */
  private get known(): readonly string[] {
    return this.group.skills.get(this.need.skillKey)?.abilities.people ?? [];
  }

  get sentence(): SentenceOfGroup {
    const { members } = this.group;
    return {
      unknown: members.length === 0 ? null : () => unknownAmong(members, this.visible, this.known),
      inWords: (names) => this.inWords(names),
    };
  }

  /** The gap in one sentence, with the names of some who are unknown. */
  inWords(names: readonly string[] = []): string {
    return summaryOfGap(this.need, this.supply, this.problem !== null, names);
  }

  /** Those nearest to the requirement without meeting it, of whom the viewer sees: none of them meets it with at least this probability. */
  nearest(meetsFrom: number): readonly Near[] {
    const { need, visible } = this;
    const skill = this.group.skills.get(need.skillKey);
    if (!skill) return [];
    return [...beliefsOf(skill.abilities)]
      .filter(([person]) => sees(visible, person))
      .map(([person, ability]) => ({
        ...{ person, ability },
        level: levelOf(ability, skill.reference).level,
        probability: probabilityAtLeast(ability, need.level, skill.reference),
      }))
      .filter(({ probability }) => probability < meetsFrom)
      .sort((left, right) => right.probability - left.probability || (left.person < right.person ? -1 : 1))
      .slice(0, nearestShown);
  }
}

/** Who is nearest to each of these gaps, found turn by turn and loaded together; each is looked at by this. */
export const nearestOfGap: BatchRead<GapOfGroup, NearPerson[], null> = async (context, gaps) => {
  const found = await mapInSlices(gaps, (gap) => gap.nearest(context.rules.meetsFrom), context.gone);
  const near = async ({ person: key, level, probability }: Near): Promise<NearPerson | undefined> => {
    const person = await load(context, personByKey, key, null);
    if (!person) return undefined;
    context.looks.add('gaps', person.key);
    return { person, level, probability };
  };
  const ofGaps = await Promise.all(found.map((people) => Promise.all(people.map(near))));
  return ofGaps.map((people) => people.filter((one) => one !== undefined));
};

function summaryOfGap(
  row: NeedRow,
  supply: GapSupply | Withheld,
  lacked: boolean,
  names: readonly string[],
): string {
  const level = requiredInWords(row.level, row.band);
  const required = lacked
    ? `The team misses the questions on ${row.skillName} that others pass, and ${String(row.headcount)} of it are enrolled to reach ${level}`
    : `${String(row.headcount)} of ${row.skillName} at ${level}`;
  if (supply instanceof Withheld) return `${required}: withheld. ${supply.reason}`;
  const unknown = names.length === 0 ? '' : ` (${namesInWords(names, supply.unknown)})`;
  return `${required}: ${toOnePlace(supply.expectedShortfall)} expected to be lacking; ${toOnePlace(supply.expectedSupply)} people expected at that level, ${String(supply.unknown)} unknown${unknown}; all covered with probability ${percent(supply.coveredProbability)}.`;
}
