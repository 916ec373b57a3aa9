import { learnedBy } from '../../estimators/learning-path';
import { probabilityAbove } from '../../estimators/level';
import { namedPerson } from '../people/people.store';
import type { RequestContext } from '../request/context';
import type { States } from '../request/states';
import type { LearnedModule } from '../staffing/learning.type';
import { learnedModule, Lessons } from '../staffing/lessons';
import type { GapOfGroup } from './gap-of-group';
import type { Changed } from './remaining-shortfall';
import type { WayOutPerson } from './way-out.type';

/** Who would learn what, before it is said what that leaves. */
export interface Teaching {
  readonly people: WayOutPerson[];
  readonly modules: LearnedModule[];
  readonly hours: number | null;
  /** Hours of the one who learns longest; null where not known. */
  readonly longest: number | null;
  readonly changed: Changed;
}

/** Who would be taught what gaps require, with the modules that teach it read for all of them together. */
export class TeachingWays {
  private constructor(
    private readonly context: RequestContext,
    private readonly states: States,
    private readonly lessons: Lessons,
  ) {}

  static async read(context: RequestContext, gaps: readonly GapOfGroup[]): Promise<TeachingWays> {
    const wanted = gaps.map(({ need: { skillKey, level }, reference }) => ({ skillKey, level, reference }));
    const [states, lessons] = await Promise.all([context.states(), Lessons.read(context, wanted)]);
    return new TeachingWays(context, states, lessons);
  }

  /** Those nearest to a gap, no more than are lacking; undefined where there is nobody. They are looked at by this. */
  of(gap: GapOfGroup, lacking: number): Teaching | undefined {
    const { need, threshold } = gap;
    const { meetsFrom } = this.context.rules;
    const near = gap.nearest(meetsFrom).slice(0, lacking);
    const lessons = this.lessons.upTo(need.skillKey, need.level);
    const learned = near.flatMap(({ person, ability, probability }) => {
      const place = this.states.placeOf(person);
      if (place === undefined) return [];
      this.context.looks.add('gaps', person);
      const after = learnedBy(ability, lessons, threshold, meetsFrom);
      return [{ person: this.states.personAt(place), probability, ...after }];
    });
    if (learned.length === 0) return undefined;
    const each = learned.map((one) => (one.taken === 0 ? null : one.hours));
    const known = each.filter((hours) => hours !== null);
    const isKnown = known.length === each.length;
    return {
      people: learned.map(({ person, probability, ability }, place) => ({
        person: namedPerson(person),
        ...{ probability, probabilityAfter: probabilityAbove(ability, threshold) },
        ...{ hours: each[place] ?? null, opens: null },
      })),
      modules: lessons.slice(0, Math.max(...learned.map(({ taken }) => taken))).map(learnedModule),
      hours: isKnown ? known.reduce((sum, hours) => sum + hours, 0) : null,
      longest: isKnown ? Math.max(...known) : null,
      changed: new Map(learned.map(({ person, ability }) => [person.key, ability])),
    };
  }
}
