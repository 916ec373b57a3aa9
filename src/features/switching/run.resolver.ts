import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { Run } from './run.type';
import { Runs } from './runs';

@Resolver()
export class RunResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Query(() => [Run], {
    description:
      'The last 20 runs of `calibrate`, `mergeSkills` and `splitSkills` on this server, the latest first; at most one is under way.',
  })
  runs(@Ctx() { background }: RequestContext): readonly Run[] {
    return background.keep(Runs).list();
  }

  @VisibleTo(installation)
  @Costs(1)
  @Query(() => Run, {
    nullable: true,
    description:
      'A run on this server; null where it remembers no such run, as after a restart: `calibrations` then says what was put in force or is still being built, and whatever was left unfinished may be asked for again.',
  })
  run(
    @Arg('id', () => ID, { description: 'Id of the run, as the mutation that began it returned it.' })
    id: string,
    @Ctx() { background }: RequestContext,
  ): Run | undefined {
    return background
      .keep(Runs)
      .list()
      .find((run) => run.id === id);
  }
}
