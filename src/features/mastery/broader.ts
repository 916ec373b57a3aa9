import { broaderAbility, KnownBelow } from '../../estimators/broader';
import { levelOf, type Level } from '../../estimators/level';
import type { GeneralFigures, OffsetFigures } from '../../estimators/person-state';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import type { Person } from '../people/person.type';
import type { KnownEdge, SkillOfStates, States } from '../request/states';
import { namedSkill } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import type { BroaderMastery, BroaderMasteryPart } from './broader.type';
import { byName } from '../../shared/name-order';
import { percent } from '../../shared/percent';
import { MasteryOnDate } from './mastery-on-date';
import { dayOf } from '../states/stored-state';

const mostNamed = 3;

/** What is known of one person on a date, held against the skills above. */
export class BroaderOfPerson {
  private readonly below: KnownBelow;
  private readonly known: readonly KnownSkill[];
  private readonly general: GeneralFigures;
  private readonly parameters: ModelParameters;
  /** What the person is known in and all above, by internal id. */
  private readonly places: ReadonlyMap<string, SkillOfStates>;

  constructor(
    private readonly person: Person,
    states: States,
    private readonly asOf: number,
    private readonly now: number,
  ) {
    const keys = states.skillsOfPerson(person.key);
    const walk = states.walk(keys, asOf);
    walk.comeTo(person.key);
    this.places = states.withBroader(keys);
    this.parameters = states.calibration;
    this.general = walk.generalFigures();
    this.known = keys.flatMap((key, skill) => {
      const place = this.places.get(key);
      return place ? [{ place, edge: walk.edge(skill), offset: walk.offsetFigures(skill) }] : [];
    });
    this.below = new KnownBelow(keys, this.places);
  }

  /** The skills, at any height, above those that the person has evidence on. */
  skills(): SkillOfStates[] {
    const above = new Set([...this.places.values()].flatMap(({ broader }) => broader));
    return [...above].flatMap((key) => this.places.get(key) ?? []);
  }

  /** In one of these. Throws BadInputError where the date lies before evidence concerned. */
  in(row: SkillOfStates): BroaderMastery {
    const { known, unknown } = this.below.sharesOf(row.key) ?? {
      known: new Map<string, number>(),
      unknown: 1,
    };
    const counted = this.known.flatMap((one) => {
      const share = known.get(one.place.key) ?? 0;
      return share > 0 ? [{ known: one, share }] : [];
    });
    const from = counted
      .map((one) => this.partOf(one))
      .sort((left, right) => byName(left.mastery.skill, right.mastery.skill));
    const skill = namedSkill(row);
    const interval = levelOf(this.abilityFrom(counted, row, unknown), 0);
    return {
      person: this.person,
      skill,
      asOf: new Date(this.asOf),
      level: interval.level,
      interval,
      knownShare: Math.min(1, 1 - unknown),
      from,
      summary: summaryOfBroaderMastery(this.person, skill, interval, from, unknown),
    };
  }

  private partOf({ known: { place, edge }, share }: CountedSkill): BroaderMasteryPart {
    const dates = { asOf: this.asOf, now: this.now };
    return { share, mastery: MasteryOnDate.of(this.person, namedSkill(place), edge, place.reference, dates) };
  }

  private abilityFrom(
    counted: readonly CountedSkill[],
    { reference }: SkillOfStates,
    unknown: number,
  ): Gaussian {
    const known = counted.map(({ share, known: { offset, place } }) => ({
      share,
      skill: offset,
      reference: place.reference,
    }));
    return broaderAbility(this.general, { known, unknown, reference }, dayOf(this.asOf), this.parameters);
  }
}

/** A skill that the person has evidence on. */
interface KnownSkill {
  readonly place: SkillOfStates;
  readonly edge: KnownEdge;
  readonly offset: OffsetFigures;
}

/** A skill with evidence, and how much of the broader one it stands for. */
interface CountedSkill {
  readonly known: KnownSkill;
  readonly share: number;
}

function summaryOfBroaderMastery(
  person: Person,
  skill: Skill,
  { level, low, high }: Level,
  from: readonly BroaderMasteryPart[],
  unknown: number,
): string {
  const named = [...from]
    .sort((left, right) => right.share - left.share)
    .slice(0, mostNamed)
    .map(({ mastery }) => mastery.skill.name);
  const rest = from.length - named.length;
  const parts = rest > 0 ? `${named.join(', ')} and ${String(rest)} more` : named.join(', ');
  const open = unknown > 0 ? `; ${percent(unknown)} of it is unknown` : '';
  return `${person.name} is expected to answer a reference question in ${skill.name} right with probability ${percent(level)} (90 % interval ${percent(low)} to ${percent(high)}), derived from ${parts}${open}.`;
}
