import { Arg, Ctx, GraphQLISODateTime, ID, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import { staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { asOfDescription } from '../mastery/mastery.type';
import { skillSupply } from './skill-supply.loader';
import { SkillSupply } from './skill-supply.type';

@Resolver()
export class SkillSupplyResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @Query(() => SkillSupply, {
    nullable: true,
    description:
      'How many people can be expected at which level of a skill, in total and team by team, a team with all teams within it; null where there is no such skill or team. A figure on fewer than five people whom the viewer may not see is withheld; others of them each count as an average of five people at least, and as unknown while fewer than five are known in the skill.',
  })
  async skillSupply(
    @Arg('skill', () => ID, { description: 'Global id of the skill.' }) skill: string,
    @Arg('narrower', () => Boolean, {
      defaultValue: true,
      description:
        'Whether narrower skills, at any depth, count too: each person then counts once, with the skill among these in which their expected level is highest. With false, only people known in the skill itself are known.',
    })
    narrower: boolean,
    @Arg('team', () => ID, {
      nullable: true,
      description:
        'Global id of a team: `teams` then lists only this one, with the people of the teams within it. `total` still covers everybody.',
    })
    team: string | null,
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<SkillSupply | null> {
    const skillKey = keyOfGlobalId('Skill', skill);
    const teamKey = team == null ? undefined : keyOfGlobalId('Team', team);
    if (skillKey === undefined || (team != null && teamKey === undefined)) return null;
    const wanted = { skill: skillKey, narrower, team: teamKey, asOf: asOf?.getTime() ?? context.now };
    return skillSupply(context, wanted);
  }
}
