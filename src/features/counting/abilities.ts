import { AbilitiesOfPeople, type Abilities } from '../../estimators/abilities';
import { fadedBy } from '../../estimators/pooling';
import { takeTurns } from '../../shared/slices';
import { seenBy, sees } from '../access/viewer';
import type { RequestContext } from '../request/context';
import type { States, Walk } from '../request/states';
import { refuseEarlier } from '../mastery/as-of';
import { dayOf } from '../states/stored-state';
import type { Cohort } from './cohort.store';
import { countedSkills } from './counting.service';
import { smallestGroup } from '../disclosure/disclosure';

/** Whose abilities are asked for: everybody active, or these people, by internal id; of many a set. */
type Among = 'active' | readonly string[] | ReadonlySet<string>;

/** Of more people than this it is asked who is known in a skill, and no longer whether each of them is. */
const many = 2_000;

/**
 * The people of a skill as a viewer may count them: whom the viewer sees with their own ability, others with what their
 * cohort comes to. Every figure on people is computed from this, and from nothing else that is known of them.
 */
export class CountableSkill {
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;

  /**
   * @param skill internal id
   * @param standIn what an unseen person is counted with: null for nothing, undefined for whoever is seen
   */
  constructor(
    readonly skill: string,
    private readonly states: States,
    private readonly among: Among,
    private readonly context: Pick<RequestContext, 'now' | 'looks'>,
    private readonly standIn: (person: string) => Cohort | null | undefined,
  ) {
    this.reference = states.referenceOf(skill);
  }

  /**
   * Abilities on the date of each of these people who counts as known; throws BadInputError where the date lies before
   * evidence that is counted.
   */
  abilitiesOn(asOf: number, counts: (person: string) => boolean = () => true): Abilities {
    const { calibration } = this.states;
    const abilities = new AbilitiesOfPeople();
    const walk = this.states.walk([this.skill], asOf);
    for (const person of this.known(walk)) {
      if (!counts(person)) continue;
      const cohort = this.standIn(person);
      if (cohort) {
        refuseEarlier(asOf, cohort.at, this.context.now);
        abilities.add(person, fadedBy(cohort, dayOf(asOf) - dayOf(cohort.at), calibration));
      } else if (cohort === undefined) {
        this.refuseOrLook(asOf, walk, counts);
        abilities.add(person, walk.ability(0));
      }
    }
    return abilities.columns;
  }

  /** Those who are known in the skill; the walk has come to each as they are given. */
  private *known(walk: Walk): Iterable<string> {
    const { states, among, context } = this;
    if (among === 'active') {
      while (walk.next())
        if (states.isActive(walk.place, context.now) && !states.isArchived(walk.place))
          yield states.keyAt(walk.place);
    } else if (among instanceof Set) {
      while (walk.next()) {
        const person = states.keyAt(walk.place);
        if (among.has(person)) yield person;
      }
    } else for (const person of among) if (walk.comeTo(person)) yield person;
  }

  /** That it is refused tells when somebody's latest evidence happened: it is a look at all who are seen and counted. */
  private refuseOrLook(asOf: number, walk: Walk, counts: (person: string) => boolean): void {
    const { now, looks } = this.context;
    // As of now nothing is refused: whose evidence is the latest need not be found.
    if (asOf >= now) return;
    try {
      refuseEarlier(asOf, walk.latest(), now);
    } catch (refusal) {
      for (const person of this.known(this.states.walk([this.skill], asOf)))
        if (counts(person) && this.standIn(person) === undefined) looks.add('gaps', person);
      throw refusal;
    }
  }
}

/** Skills with everybody active who is known in them, or with those of these people. */
export async function countableSkills(
  context: RequestContext,
  skills: readonly string[],
  people: 'active' | readonly string[] = 'active',
): Promise<CountableSkill[]> {
  const among = people !== 'active' && people.length > many ? new Set(people) : people;
  const [states, visible] = await Promise.all([context.states(), context.visible()]);
  // Who sees all of them needs nobody to stand in for anybody.
  if (visible.everyone || (people !== 'active' && people.every((person) => sees(visible, person))))
    return skills.map((skill) => new CountableSkill(skill, states, among, context, () => undefined));
  const { database, now, gone } = context;
  const seen = seenBy(visible);
  const standIns = new Map<string, Map<string, Cohort>>();
  for (const { skill, cohorts } of await countedSkills(database, states, skills, now)) {
    await takeTurns(gone);
    const ofSkill = new Map<string, Cohort>();
    standIns.set(skill, ofSkill);
    for (const cohort of cohorts) {
      // Less those whom the viewer sees, and may take away, it has to speak of five people still.
      const unseen = cohort.members.filter(({ person }) => !seen.has(person));
      if (unseen.length >= smallestGroup) for (const { person } of unseen) ofSkill.set(person, cohort);
    }
  }
  return skills.map((skill) => {
    const ofUnseen = standIns.get(skill);
    const standIn = (person: string): Cohort | null | undefined =>
      seen.has(person) ? undefined : (ofUnseen?.get(person) ?? null);
    return new CountableSkill(skill, states, among, context, standIn);
  });
}
