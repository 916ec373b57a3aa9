import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { content, everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { Skill } from '../skills/skill.type';
import { Module } from './module.type';
import { TeachingInput } from './teaching.input';
import { modulesTeachingSkill, skillsTaughtByModule, teachingsNow } from './teaching.list';
import { saveTeachings } from './teaching.service';
import { Teaching, TeachingConnection, TeachingListArguments } from './teaching.type';

const SaveTeachingsPayload = relationshipsPayload(Teaching, {
  one: 'statement',
  many: 'teachings',
  savedBy: content,
});

@Resolver(() => Module)
export class ModuleTeachesResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => TeachingConnection, {
    description:
      'The skills that the module is meant to teach, with levels, by name of the skill; archived skills are left out.',
  })
  teaches(
    @Root() module: Module,
    @Args(() => TeachingListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Teaching>> {
    return skillsTaughtByModule.pageUnder(context, module.key, given);
  }

  @VisibleTo(content)
  @Costs(1)
  @Mutation(() => SaveTeachingsPayload, {
    description:
      'States for up to 1,000 pairs of module and skill which levels of the skill the module is meant to teach, or removes that statement. Of several items for the same pair, the last counts.',
  })
  async saveTeachings(
    @Arg('items', () => [TeachingInput], { description: 'Up to 1,000 pairs of module and skill.' })
    items: TeachingInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveTeachingsPayload>> {
    const saved = await saveTeachings(context, items);
    return payloadOf(saved, items.length, (named) => teachingsNow(context.database, named));
  }
}

@Resolver(() => Skill)
export class SkillTaughtByResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => TeachingConnection, {
    description:
      'The modules that are meant to teach the skill, with levels, by name of the module; archived modules are left out.',
  })
  taughtBy(
    @Root() skill: Skill,
    @Args(() => TeachingListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Teaching>> {
    return modulesTeachingSkill.pageUnder(context, skill.key, given);
  }
}
