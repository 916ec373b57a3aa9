import { broaderAbility, KnownBelow } from '../../estimators/broader';
import { levelOf, type Level } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import type { Person } from '../people/person.type';
import { namedSkill, type SkillNameRow } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import { knownSkill, type KnownPerson, type KnownSkill, type PlaceRow } from './broader.store';
import type { BroaderMastery, BroaderMasteryPart } from './broader.type';
import { byName } from '../../shared/name-order';
import { percent } from '../../shared/percent';
import { MasteryOnDate } from './mastery-on-date';
import { dayOf, edgeColumns, personStateOf, skillStateOf } from '../states/stored-state';

const mostNamed = 3;

/** What is known of one person on a date, held against the skills above. */
export class BroaderOfPerson {
  private readonly below: KnownBelow;
  private readonly known: readonly KnownSkill[];

  constructor(
    private readonly person: Person,
    private readonly stored: KnownPerson,
    private readonly places: ReadonlyMap<string, PlaceRow>,
    private readonly asOf: number,
    private readonly now: number,
  ) {
    this.known = stored.known.map((row) => knownSkill.fieldsOf(row));
    this.below = new KnownBelow(
      this.known.map(({ key }) => key),
      places,
    );
  }

  /**
   * Undefined where nothing is known below the skill any more. Throws BadInputError where the date lies before evidence
   * concerned.
   */
  in(row: SkillNameRow): BroaderMastery | undefined {
    const shares = this.below.sharesOf(row.key);
    if (!shares) return undefined;
    const counted = this.known.flatMap((known) => {
      const share = shares.known.get(known.key) ?? 0;
      return share > 0 ? [{ known, share }] : [];
    });
    const from = counted
      .map((one) => this.partOf(one))
      .sort((left, right) => byName(left.mastery.skill, right.mastery.skill));
    const skill = namedSkill(row);
    const interval = levelOf(this.abilityFrom(counted, row, shares.unknown), 0);
    return {
      person: this.person,
      skill,
      asOf: new Date(this.asOf),
      level: interval.level,
      interval,
      knownShare: Math.min(1, 1 - shares.unknown),
      from,
      summary: summaryOfBroaderMastery(this.person, skill, interval, from, shares.unknown),
    };
  }

  private partOf({ known, share }: CountedSkill): BroaderMasteryPart {
    const { general, calibration } = this.stored;
    const { edge, reference } = known;
    const stored = { general, edge, calibration, reference };
    return {
      share,
      mastery: MasteryOnDate.of(this.person, namedSkill(known), stored, this.asOf, this.now),
    };
  }

  private abilityFrom(counted: readonly CountedSkill[], { key }: SkillNameRow, unknown: number): Gaussian {
    const { general, calibration } = this.stored;
    const known = counted.map(({ share, known: { edge, reference } }) => ({
      share,
      skill: skillStateOf(edgeColumns.fieldsOf(edge)),
      reference,
    }));
    const reference = this.places.get(key)?.reference ?? 0;
    return broaderAbility(
      personStateOf(general, null),
      { known, unknown, reference },
      dayOf(this.asOf),
      calibration,
    );
  }
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
