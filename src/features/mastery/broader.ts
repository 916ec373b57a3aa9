import { broaderAbility, KnownBelow } from '../../estimators/broader';
import { levelOf, type Level } from '../../estimators/level';
import type { Person } from '../people/person.type';
import { namedSkill, type SkillNameRow } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import type { KnownPerson, PlaceRow } from './broader.store';
import type { BroaderMastery, BroaderMasteryPart } from './broader.type';
import { percent } from '../../shared/percent';
import { masteryOf } from './mastery.read';
import { dayOf, personOf, skillOf } from './stored-state';

const mostNamed = 3;

/** What is known of one person on a date, held against the skills above. */
export class BroaderOfPerson {
  private readonly below: KnownBelow;

  constructor(
    private readonly person: Person,
    private readonly stored: KnownPerson,
    private readonly places: ReadonlyMap<string, PlaceRow>,
    private readonly asOf: number,
    private readonly now: number,
  ) {
    this.below = new KnownBelow(
      stored.known.map(([key]) => key),
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
    const { general, calibration, known } = this.stored;
    const counted = known.flatMap(([key, name, sortName, reference, edge]) => {
      const share = shares.known.get(key) ?? 0;
      return share > 0 ? [{ skill: namedSkill({ key, name, sortName }), reference, edge, share }] : [];
    });
    const from = counted
      .map(({ skill, reference, edge, share }) => ({
        share,
        mastery: masteryOf(
          this.person,
          skill,
          { general, edge, calibration },
          reference,
          this.asOf,
          this.now,
        ),
      }))
      .sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
    const ability = broaderAbility(
      personOf(general, null),
      {
        known: counted.map(({ share, edge, reference }) => ({ share, skill: skillOf(edge), reference })),
        unknown: shares.unknown,
        reference: this.places.get(row.key)?.reference ?? 0,
      },
      dayOf(this.asOf),
      calibration,
    );
    const skill = namedSkill(row);
    const interval = levelOf(ability, 0);
    return {
      person: this.person,
      skill,
      asOf: new Date(this.asOf),
      level: interval.level,
      interval,
      knownShare: Math.min(1, 1 - shares.unknown),
      from,
      summary: summaryOf(this.person, skill, interval, from, shares.unknown),
    };
  }
}

/** By name; the key tells namesakes apart. */
function placeOf({ mastery: { skill } }: BroaderMasteryPart): string {
  return `${skill.sortName}\u0000${skill.key}`;
}

function summaryOf(
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
  const told = rest > 0 ? `${named.join(', ')} and ${String(rest)} more` : named.join(', ');
  const open = unknown > 0 ? `; ${percent(unknown)} of it is unknown` : '';
  return `${person.name} is expected to answer a reference question in ${skill.name} right with probability ${percent(level)} (90 % interval ${percent(low)} to ${percent(high)}), derived from ${told}${open}.`;
}
