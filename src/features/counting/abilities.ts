import { fadedBy } from '../../estimators/pooling';
import type { Gaussian } from '../../estimators/types';
import { takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { refuseEarlier } from '../mastery/as-of';
import { abilityAt, dayOf, latestBehind } from '../states/stored-state';
import type { Cohort } from './cohort.store';
import { countedSkills } from './counting.service';
import { smallestGroup } from '../disclosure/disclosure';
import { holdersAmong, holdersOfSkills, type SkillHolders } from './holders.read';

/**
 * The people of a skill as a viewer may count them: whom the viewer sees with their own ability, others with what their
 * cohort comes to. Every figure on people is computed from this, and from nothing else that is known of them.
 */
export class CountableSkill {
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;

  /** @param standIn what an unseen person is counted with: null for nothing, undefined for whoever is seen */
  constructor(
    private readonly row: SkillHolders,
    private readonly context: Pick<RequestContext, 'now' | 'looks'>,
    private readonly standIn: (person: string) => Cohort | null | undefined,
  ) {
    this.skill = row.skill;
    this.reference = row.reference;
  }

  /**
   * Ability on the date, by internal id, of each of these people who counts as known; throws BadInputError where the date
   * lies before evidence that is counted.
   */
  abilitiesOn(asOf: number, counts: (person: string) => boolean = () => true): Map<string, Gaussian> {
    const { people, general, edges, calibration } = this.row;
    const abilities = new Map<string, Gaussian>();
    people.forEach((person, place) => {
      if (!counts(person)) return;
      const cohort = this.standIn(person);
      if (cohort) {
        refuseEarlier(asOf, cohort.at, this.context.now);
        abilities.set(person, fadedBy(cohort, dayOf(asOf) - dayOf(cohort.at), calibration));
      }
      const [own, edge] = [general[place], edges[place]];
      if (cohort !== undefined || !own || !edge) return;
      this.refuseOrLook(asOf, latestBehind(own, edge), counts);
      abilities.set(person, abilityAt(own, edge, asOf, calibration));
    });
    return abilities;
  }

  /** That it is refused tells when somebody's latest evidence happened: it is a look at all who are seen and counted. */
  private refuseOrLook(asOf: number, latest: number, counts: (person: string) => boolean): void {
    const { now, looks } = this.context;
    try {
      refuseEarlier(asOf, latest, now);
    } catch (refusal) {
      for (const person of this.row.people)
        if (counts(person) && this.standIn(person) === undefined) looks.add('gaps', person);
      throw refusal;
    }
  }
}

/** Skills with everybody active who is known in them. */
export async function countableSkills(
  context: RequestContext,
  skills: readonly string[],
): Promise<CountableSkill[]> {
  return countable(context, skills, await holdersOfSkills(context.database, skills, context.now));
}

/** Skills with those of these people who are known in them. */
export async function countableSkillsAmong(
  context: RequestContext,
  skills: readonly string[],
  people: readonly string[],
): Promise<CountableSkill[]> {
  return countable(context, skills, await holdersAmong(context.database, skills, people));
}

async function countable(
  context: RequestContext,
  skills: readonly string[],
  rows: readonly SkillHolders[],
): Promise<CountableSkill[]> {
  const { database, now, gone } = context;
  const visible = await context.visible();
  if (visible.everyone) return rows.map((row) => new CountableSkill(row, context, () => undefined));
  const seen = new Set(visible.personKeys);
  const standIns = new Map<string, Map<string, Cohort>>();
  for (const { skill, cohorts } of await countedSkills(database, skills, now)) {
    await takeTurns(gone);
    const ofSkill = new Map<string, Cohort>();
    standIns.set(skill, ofSkill);
    for (const cohort of cohorts) {
      // Less those whom the viewer sees, and may take away, it has to speak of five people still.
      const unseen = cohort.members.filter(({ person }) => !seen.has(person));
      if (unseen.length >= smallestGroup) for (const { person } of unseen) ofSkill.set(person, cohort);
    }
  }
  return rows.map(
    (row) =>
      new CountableSkill(row, context, (person) =>
        seen.has(person) ? undefined : (standIns.get(row.skill)?.get(person) ?? null),
      ),
  );
}
