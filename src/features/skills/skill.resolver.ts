import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, pageOf } from '../../graph/page';
import { connect, PageArguments, type Connection } from '../../shared/connection';
import { keyOfGlobalId } from '../../shared/ids';
import type { RequestContext } from '../access/context';
import { load } from '../access/loaders';
import { SaveSkillsPayload, SkillInput } from './skill.input';
import { broaderOfSkill, narrowerOfSkill, skillByKey } from './skill.loader';
import { saveSkills } from './skill.service';
import { listSkills, skillOf } from './skill.store';
import { Skill, SkillConnection } from './skill.type';

@Resolver(() => Skill)
export class SkillResolver {
  @Query(() => Skill, { nullable: true, description: 'One skill by global id; null where there is none.' })
  async skill(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Skill | null> {
    const key = keyOfGlobalId('Skill', id);
    return key === undefined ? null : load(context, skillByKey, key, null);
  }

  @Query(() => SkillConnection, { description: 'All skills, by name.' })
  async skills(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Skill>> {
    const page = pageOf(first, after);
    const rows = await listSkills(context.database, page);
    return connect(rows.map(skillOf), page, ({ sortName, key }) => cursorOf([sortName, key]));
  }

  @FieldResolver(() => [Skill], {
    description: 'The skills directly above this one in the taxonomy, by name.',
  })
  broader(@Root() skill: Skill, @Ctx() context: RequestContext): Promise<Skill[]> {
    return load(context, broaderOfSkill, skill.key, null);
  }

  @FieldResolver(() => [Skill], {
    description: 'The skills directly below this one in the taxonomy, by name.',
  })
  narrower(@Root() skill: Skill, @Ctx() context: RequestContext): Promise<Skill[]> {
    return load(context, narrowerOfSkill, skill.key, null);
  }

  @Mutation(() => SaveSkillsPayload, {
    description:
      'Creates or changes up to 1,000 skills by outside id. An item whose broader list would close a circle fails and changes nothing; but a new skill that other items point to is created all the same, without broader skills.',
  })
  async saveSkills(
    @Arg('items', () => [SkillInput], { description: 'Up to 1,000 skills.' }) items: SkillInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveSkillsPayload> {
    const { keys, errors } = await saveSkills(context.database, items);
    const skills = await Promise.all(
      items.map(async (_, index) => {
        const key = keys.get(index);
        return key === undefined ? null : load(context, skillByKey, key, null);
      }),
    );
    return { skills, errors };
  }
}
