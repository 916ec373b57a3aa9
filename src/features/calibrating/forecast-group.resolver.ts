import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import { teamByKey } from '../people/people.loader';
import { Team } from '../people/team.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import { Skill } from '../skills/skill.type';
import { CalibrationForecastGroup } from './calibration-run.type';

@Resolver(() => CalibrationForecastGroup)
export class ForecastGroupResolver {
  @VisibleTo(installation)
  @Costs(1)
  @FieldResolver(() => Team, {
    nullable: true,
    description:
      'The team whose current members the group is; null for other groups, and where it has been deleted since.',
  })
  team(@Root() { teamKey }: CalibrationForecastGroup, @Ctx() context: RequestContext): Promise<Team | null> {
    return teamKey === null ? Promise.resolve(null) : load(context, teamByKey, teamKey, null);
  }

  @VisibleTo(installation)
  @Costs(1)
  @FieldResolver(() => Skill, {
    nullable: true,
    description:
      'The skill in which the people of the group are known; null for other groups, and where it has been deleted since.',
  })
  skill(
    @Root() { skillKey }: CalibrationForecastGroup,
    @Ctx() context: RequestContext,
  ): Promise<Skill | null> {
    return skillKey === null ? Promise.resolve(null) : load(context, skillByKey, skillKey, null);
  }
}
