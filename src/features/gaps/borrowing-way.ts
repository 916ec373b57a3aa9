import { abilitiesOf, beliefsOf, type Abilities } from '../../estimators/abilities';
import { expectedCoverage } from '../../estimators/coverage';
import { probabilityAbove } from '../../estimators/level';
import { normalQuantile } from '../../estimators/normal';
import { shortfallOf } from '../../estimators/supply';
import type { Gaussian } from '../../estimators/types';
import { Best } from '../../shared/best';
import { grouped } from '../../shared/grouped';
import { byName } from '../../shared/name-order';
import { inTenths } from '../../shared/percent';
import { lastsAt } from '../../shared/period';
import { takeTurns } from '../../shared/slices';
import { sees, type Visible } from '../access/viewer';
import { countableSkills } from '../counting/abilities';
import { disclosed } from '../disclosure/disclosure';
import { Withheld } from '../disclosure/withheld.type';
import { namedPerson } from '../people/people.store';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import type { NeedRow, Plans } from '../request/plans';
import type { Named, States } from '../request/states';
import { candidatesShown } from '../staffing/candidates.loader';
import { skillsOf, throughActive } from '../staffing/eligible';
import { freeShareAt } from '../staffing/who-is-free';
import { nearestShown, seatsOf, type GapOfGroup } from './gap-of-group';
import { peopleOfScope } from './gaps.read';
import type { Changed } from './remaining-shortfall';
import type { WayOutPerson } from './way-out.type';

/** Somebody outside a group who meets what it lacks, as they are shown. */
interface Outside {
  readonly person: Named;
  readonly place: number;
  /** In tenths where the viewer may not see them. */
  readonly probability: number;
  readonly ability: Gaussian;
  readonly isSeen: boolean;
}

/** Who would help out, before it is said what that leaves. */
export interface Borrowing {
  readonly people: WayOutPerson[];
  readonly changed: Changed;
}

/** What a project requires of those assigned to it, with what is known of them. */
interface Elsewhere {
  readonly needs: readonly NeedRow[];
  readonly people: readonly string[];
}

/** Who outside groups meets what these lack, found for all gaps together. */
export class BorrowingWays {
  private constructor(
    private readonly context: RequestContext,
    private readonly states: States,
    private readonly plans: Plans,
    private readonly visible: Visible,
    private readonly found: ReadonlyMap<GapOfGroup, readonly Outside[]>,
    private readonly elsewhere: ReadonlyMap<string, Elsewhere>,
    private readonly abilities: ReadonlyMap<
      string,
      { readonly reference: number; readonly abilities: Abilities }
    >,
  ) {}

  static async read(context: RequestContext, gaps: readonly GapOfGroup[]): Promise<BorrowingWays> {
    const projects = gaps.flatMap(({ projectKey }) => projectKey ?? []);
    const [states, plans, visible, open] = await Promise.all([
      context.states(),
      context.plans(),
      context.visible(),
      loadAhead(context, candidatesShown, projects, null),
    ]);
    const found = new Map<GapOfGroup, readonly Outside[]>();
    for (const [skill, ofSkill] of grouped(gaps, ({ need }) => need.skillKey))
      await findOutside(context, { states, plans, visible, open }, skill, ofSkill, found);
    const lent = new Set<string>();
    for (const [gap, people] of found)
      for (const { place, isSeen } of people)
        if (isSeen)
          for (const project of otherProjects(plans, place, dateOf(gap, context), gap)) lent.add(project);
    const elsewhere = new Map(
      [...lent].map((project) => [
        project,
        {
          needs: plans.requiredBy(project),
          people: peopleOfScope({ states, plans }, 'project', project, context.now),
        },
      ]),
    );
    const all = [...elsewhere.values()];
    const countable = await countableSkills(context, skillsOf(all.flatMap(({ needs }) => needs)), [
      ...new Set(all.flatMap(({ people }) => people)),
    ]);
    const abilities = new Map(
      countable.map((one) => [
        one.skill,
        { reference: one.reference, abilities: one.abilitiesOn(context.now) },
      ]),
    );
    return new BorrowingWays(context, states, plans, visible, found, elsewhere, abilities);
  }

  /** Those who most likely meet it, no more than are lacking; undefined where there is nobody. They are looked at by this. */
  async of(gap: GapOfGroup, lacking: number): Promise<Borrowing | undefined> {
    const outside = (this.found.get(gap) ?? []).slice(0, lacking);
    if (outside.length === 0) return undefined;
    const people: WayOutPerson[] = [];
    for (const one of outside) {
      await takeTurns(this.context.gone);
      this.context.looks.add('gaps', one.person.key);
      people.push({
        person: namedPerson(one.person),
        ...{ probability: one.probability, probabilityAfter: null, hours: null },
        opens: one.isSeen ? this.opens(one, gap) : null,
      });
    }
    return { people, changed: new Map(outside.map(({ person, ability }) => [person.key, ability])) };
  }

  /** How much more the other projects of somebody would lack without them; null where that is withheld. */
  private opens({ place, person }: Outside, gap: GapOfGroup): number | null {
    let more = 0;
    for (const project of otherProjects(this.plans, place, dateOf(gap, this.context), gap)) {
      const there = this.elsewhere.get(project);
      if (!there) continue;
      const opened = this.openedBy(there, person.key);
      if (opened instanceof Withheld) return null;
      more += opened;
    }
    return more;
  }

  private openedBy({ needs, people }: Elsewhere, leaver: string): number | Withheld {
    const among = new Set(people);
    const known = new Set(this.states.skillsOfPerson(leaver));
    const theirs = needs.filter(({ skillKey }) => known.has(skillKey));
    const holders = theirs.map(({ skillKey }) => ({
      people: (this.abilities.get(skillKey)?.abilities.people ?? []).filter((one) => among.has(one)),
      whom: 'the people known in the skill',
    }));
    const ofAll = { people, whom: 'the people of the group' };
    return disclosed(this.visible, [ofAll, ...holders], () => {
      const lackedBy = (counts: (person: string) => boolean): number =>
        shortfallOf(
          expectedCoverage(
            theirs.map((need) => seatsOf(need, this.abilities.get(need.skillKey)?.reference ?? 0)),
            (skill) => {
              const all = this.abilities.get(skill)?.abilities;
              return all && abilitiesOf([...beliefsOf(all)].filter(([one]) => counts(one)));
            },
          ),
        );
      return lackedBy((one) => among.has(one) && one !== leaver) - lackedBy((one) => among.has(one));
    });
  }
}

interface Looking {
  readonly states: States;
  readonly plans: Plans;
  readonly visible: Visible;
  /** By internal id of a project whether the viewer may see its candidates. */
  readonly open: ReadonlyMap<string, boolean>;
}

/** Who is outside the groups of these gaps in one skill, and meets them. Of the unseen it is not asked whether they are free. */
async function findOutside(
  context: RequestContext,
  { states, plans, visible, open }: Looking,
  skill: string,
  gaps: readonly GapOfGroup[],
  found: Map<GapOfGroup, readonly Outside[]>,
): Promise<void> {
  const wanted = gaps.map((gap) => ({
    ...{ gap, at: dateOf(gap, context), isOpen: open.get(gap.projectKey ?? '') ?? false },
    best: new Best<Outside>(nearestShown, likelierFirst),
  }));
  for (const [at, ofDate] of grouped(wanted, (one) => one.at)) {
    const walk = states.walk([skill], at);
    await throughActive(context, states, walk, (place) => {
      if (states.isArchived(place)) return;
      const key = states.keyAt(place);
      const ability = walk.ability(0);
      for (const { gap, isOpen, best } of ofDate) {
        if (gap.group.has(key)) continue;
        const probability = probabilityAbove(ability, gap.threshold);
        if (probability < context.rules.meetsFrom) continue;
        const isSeen = sees(visible, key);
        if (isSeen ? freeShareAt({ states, plans }, place, at) <= 0 : !isOpen) continue;
        const person = states.personAt(place);
        best.add(
          isSeen
            ? { person, place, probability, ability, isSeen }
            : { ...{ person, place, isSeen }, ...shownInTenths(probability, gap.threshold) },
        );
      }
    });
  }
  for (const { gap, best } of wanted) found.set(gap, best.items);
}

/** All that is said of somebody unseen, and an ability that says no more. */
function shownInTenths(exact: number, threshold: number): Pick<Outside, 'probability' | 'ability'> {
  const probability = inTenths(exact);
  const within = Math.min(0.95, Math.max(0.05, probability));
  return { probability, ability: { mean: threshold + normalQuantile(within), variance: 1 } };
}

/** By what is shown, so that the order says no more. */
function likelierFirst(left: Outside, right: Outside): number {
  return right.probability - left.probability || byName(left.person, right.person);
}

/** Nobody is borrowed for the past: of a date before now it is who meets it now. */
function dateOf({ group }: GapOfGroup, { now }: RequestContext): number {
  return Math.max(group.asOf, now);
}

function otherProjects(plans: Plans, place: number, at: number, { projectKey }: GapOfGroup): string[] {
  const assigned = plans.assignmentsAt(place).filter((stretch) => lastsAt(stretch, at));
  return [...new Set(assigned.map(({ of }) => of))].filter((project) => project !== projectKey);
}
