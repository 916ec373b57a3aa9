import { Field, Float, GraphQLISODateTime, ID, InterfaceType, Int, registerEnumType } from 'type-graphql';
import { SkillwakeError } from '../../shared/errors';
import { newKey } from '../../shared/ids';
import { percent } from '../../shared/percent';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';

export enum RunState {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  STOPPED = 'STOPPED',
  FAILED = 'FAILED',
}
registerEnumType(RunState, {
  name: 'RunState',
  description: 'Whether a run is under way, done, failed or stopped.',
  valuesConfig: {
    RUNNING: { description: 'The run is under way.' },
    DONE: {
      description: 'The run is complete: its calibration is in force, or the dry run has its forecast.',
    },
    STOPPED: {
      description:
        'The server was stopped before the run was done. A calibration that was already being built is continued when a server starts, or when the same is asked for again.',
    },
    FAILED: { description: 'The run failed; `failure` says why. Levels are unchanged.' },
  },
});

@InterfaceType({
  description:
    'Work on everybody that goes on after the mutation that began it was answered: `calibrate`, `mergeSkills` or `splitSkills`. Ask `run` for it until its state is no longer RUNNING. A server remembers its last 20 runs until it stops.',
})
export abstract class Run {
  @VisibleTo(installation)
  @Field(() => ID, { description: "Identifies the run; the server's log has the same id." })
  readonly id: string = newKey();
  @VisibleTo(installation)
  @Field(() => RunState, { description: 'Whether the run is under way, done, failed or stopped.' })
  state: RunState = RunState.RUNNING;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Share of the work that is done, in [0,1].' })
  progress = 0;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, { description: 'When the run began.' })
  readonly startedAt: Date;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the run ended; null while it is under way.',
  })
  endedAt: Date | null = null;
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the calibration that the run put in force; null until then, and for a dry run.',
  })
  calibration: number | null = null;
  @VisibleTo(installation)
  @Field(() => String, {
    nullable: true,
    description: 'Why the run failed, and what to do about it; null where it did not fail.',
  })
  failure: string | null = null;
  @VisibleTo(installation)
  @Costs(1)
  @Field(() => String, {
    description: 'What the run does, and how far it has come or how it ended, in one plain sentence.',
  })
  get summary(): string {
    const { state } = this;
    if (state === RunState.RUNNING) return `${this.what}: under way, ${percent(this.progress)} done.`;
    if (state === RunState.DONE) return `${this.what}: done.`;
    return state === RunState.FAILED
      ? `${this.what}: failed. ${this.failure ?? ''}`
      : `${this.what}: stopped with the server before it was done; ask for it again to continue.`;
  }

  /** Resolves once it has ended, however it did. */
  ended: Promise<void> = Promise.resolve();

  /**
   * @param purpose what is built for the same purpose is the same work
   * @param what what it does, the beginning of a sentence
   */
  protected constructor(
    readonly purpose: string,
    private readonly what: string,
    now: number,
  ) {
    this.startedAt = new Date(now);
  }

  end(state: RunState.DONE | RunState.STOPPED): void {
    this.endedAt = new Date();
    this.state = state;
    if (state === RunState.DONE) this.progress = 1;
  }

  /** An expected failure is shown as it is; of any other the log says more. */
  fail(error: unknown): void {
    this.endedAt = new Date();
    this.state = RunState.FAILED;
    this.failure =
      error instanceof SkillwakeError
        ? error.message
        : `Something went wrong on our side; the log has more under ${this.id}.`;
  }
}
