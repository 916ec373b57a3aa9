import { join } from 'node:path';
import { abilitiesOf, type Abilities } from '../../estimators/abilities';
import { coverageSteps, seatsBySkill, supplyOfSkills } from '../../estimators/coverage';
import type { Seats, Supply } from '../../estimators/supply';
import { Piecework } from '../../shared/piecework';
import { inSlices } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { supplyOfCovered, type SkillCovered, type SkillToCover } from './coverage-piece';

/**
 * A thread gets people times levels so many at a time, some 12 ms of computing: two turns of the event loop. A question that comes
 * to less stays in it: what a thread takes to start, a second and some 80 MB, is spent only where others would wait.
 */
const pieceOfWork = 500_000;

/** The thread of this server that covers seats. */
export class CoverageThread extends Piecework<readonly SkillToCover[], readonly (SkillCovered | null)[]> {
  constructor() {
    super(join(__dirname, 'coverage.worker'));
  }
}

/** One of the skills that are covered. */
interface KnownSkill {
  readonly seats: readonly Seats[];
  readonly abilities: Abilities;
}

const nobody = abilitiesOf([]);

/**
 * What a group covers of some seats, skill by skill as its abilities become known: a thread covers the first ones while the
 * next are found, where it is much, and the event loop all of them where it is little. Either way it is the same, to the bit.
 */
export class Covering {
  private readonly bySkill: ReadonlyMap<string, readonly Seats[]>;
  private readonly abilities = new Map<string, Abilities>();
  private readonly pieces: Promise<ReadonlyMap<string, Supply>>[] = [];
  private next = new Map<string, KnownSkill>();
  private workOfNext = 0;
  private readonly leaving = new AbortController();
  private readonly leave = (): void => {
    this.leaving.abort(this.context.gone.reason);
  };

  constructor(
    private readonly context: Pick<RequestContext, 'background' | 'gone'>,
    private readonly seats: readonly Seats[],
    private readonly workOfPiece = pieceOfWork,
  ) {
    this.bySkill = seatsBySkill(seats);
    if (context.gone.aborted) this.leave();
    else context.gone.addEventListener('abort', this.leave);
  }

  /** The abilities of everybody of the group who is known in a skill: each skill once. */
  add(skill: string, abilities: Abilities): void {
    const seats = this.bySkill.get(skill);
    if (!seats) return;
    this.abilities.set(skill, abilities);
    this.next.set(skill, { seats, abilities });
    this.workOfNext += abilities.people.length * new Set(seats.map(({ threshold }) => threshold)).size;
    if (this.workOfNext >= this.workOfPiece) this.send();
  }

  /** What all skills that were added come to; in the others nobody is known. */
  async supply(): Promise<Supply> {
    if (this.pieces.length === 0)
      return inSlices(
        coverageSteps(this.seats, (skill) => this.abilities.get(skill)),
        this.context.gone,
      );
    for (const [skill, seats] of this.bySkill)
      if (!this.abilities.has(skill)) this.next.set(skill, { seats, abilities: nobody });
    this.send();
    const found = new Map<string, Supply>();
    for (const piece of await Promise.all(this.pieces))
      for (const [skill, supply] of piece) found.set(skill, supply);
    return supplyOfSkills([...this.bySkill.keys()].flatMap((skill) => found.get(skill) ?? []));
  }

  /** Nobody waits for it any more. */
  end(): void {
    this.context.gone.removeEventListener('abort', this.leave);
    this.leaving.abort();
  }

  private send(): void {
    const covered = this.cover(this.next);
    covered.catch(() => undefined);
    this.pieces.push(covered);
    this.next = new Map();
    this.workOfNext = 0;
  }

  private async cover(skills: ReadonlyMap<string, KnownSkill>): Promise<Map<string, Supply>> {
    const thread = this.context.background.keepOpen(CoverageThread);
    const known = [...skills.values()];
    const found = await thread.compute(known.map(unnamed), this.leaving.signal);
    const supplies = new Map<string, Supply>();
    for (const [place, [skill, { seats, abilities }]] of [...skills].entries()) {
      const covered =
        found[place] ?? (await thread.compute([{ seats, ...abilities }], this.leaving.signal))[0];
      if (!covered) throw new Error(`Nothing was computed of skill ${skill}.`);
      supplies.set(skill, supplyOfCovered(seats, covered));
    }
    return supplies;
  }
}

function unnamed({ seats, abilities: { means, variances } }: KnownSkill): SkillToCover {
  return { seats, means, variances, people: null };
}
