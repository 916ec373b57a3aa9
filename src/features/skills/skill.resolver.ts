import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { catalogue, everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { nounResolvers } from '../nouns/noun.resolver';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { BroaderSkillInput, SkillInput } from './skill.input';
import {
  broaderOfSkill,
  narrowerOfSkill,
  prerequisitesOfSkill,
  skillList,
  skillsBuiltOnSkill,
} from './skill.list';
import { skillByKey } from './skill.loader';
import { saveBroaderSkills, saveSkills } from './skill.service';
import { broaderSkillsNow, skillIdentity } from './skill.store';
import { BroaderSkill, Skill, SkillConnection, SkillListArguments } from './skill.type';

export const skillNounResolvers = nounResolvers({
  type: Skill,
  identity: skillIdentity,
  one: 'skill',
  many: 'skills',
  byKey: skillByKey,
  visibleTo: everyone,
  savedBy: catalogue,
  list: { list: skillList, connection: SkillConnection, arguments: SkillListArguments, by: 'name' },
  saving: {
    input: SkillInput,
    save: saveSkills,
    description:
      'Creates or changes up to 1,000 skills by external id. An item whose broader or prerequisites list would close a cycle fails and changes nothing, except that a new skill that other items refer to is created, without these lists.',
  },
  deleting:
    "A skill that questions assess, or that people are known in, is archived; a deleted skill's requirements, and what modules teach of it, are deleted with it.",
});

const SaveBroaderSkillsPayload = relationshipsPayload(BroaderSkill, {
  one: 'relationship',
  many: 'broaderSkills',
  savedBy: catalogue,
});

@Resolver(() => Skill)
export class SkillResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => SkillConnection, {
    description: 'The skills directly above this one in the taxonomy.',
  })
  broader(
    @Root() skill: Skill,
    @Args(() => SkillListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Skill>> {
    return broaderOfSkill.pageUnder(context, skill.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => SkillConnection, {
    description: 'The skills directly below this one in the taxonomy.',
  })
  narrower(
    @Root() skill: Skill,
    @Args(() => SkillListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Skill>> {
    return narrowerOfSkill.pageUnder(context, skill.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => SkillConnection, {
    description: 'The skills that should be mastered before this one.',
  })
  prerequisites(
    @Root() skill: Skill,
    @Args(() => SkillListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Skill>> {
    return prerequisitesOfSkill.pageUnder(context, skill.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => SkillConnection, { description: 'The skills that have this one as a prerequisite.' })
  prerequisiteOf(
    @Root() skill: Skill,
    @Args(() => SkillListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Skill>> {
    return skillsBuiltOnSkill.pageUnder(context, skill.key, given);
  }

  @VisibleTo(catalogue)
  @Costs(1)
  @Mutation(() => SaveBroaderSkillsPayload, {
    description:
      'Places up to 1,000 skills directly below broader ones, or removes them from there; other broader skills stay. An item that would close a cycle is INVALID.',
  })
  async saveBroaderSkills(
    @Arg('items', () => [BroaderSkillInput], { description: 'Up to 1,000 relationships.' })
    items: BroaderSkillInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveBroaderSkillsPayload>> {
    const saved = await saveBroaderSkills(context, items);
    return payloadOf(saved, items.length, (named) => broaderSkillsNow(context.database, named));
  }
}
