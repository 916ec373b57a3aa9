import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../shared/connection';
import { Costs, Holds } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { wantedOf } from '../nouns/lists';
import { load, prime } from '../request/loaders';
import { personByKey } from '../people/people.loader';
import { Person } from '../people/person.type';
import { skillByKey } from '../skills/skill.loader';
import { Skill } from '../skills/skill.type';
import { MasteryOnDate } from './mastery-on-date';
import { summaryOfMastery } from './mastery-summary';
import { masteryOfPerson, masteryOfSkill } from './mastery.loader';
import { peopleOfSkill, skillsOfPerson } from './mastery.list';
import { Mastery, MasteryArguments, MasteryConnection, SkillMasteryArguments } from './mastery.type';

@Resolver(() => Person)
export class PersonMasteryResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @Holds('Skill')
  @FieldResolver(() => MasteryConnection, {
    nullable: true,
    description:
      'What is known of this person, skill by skill. It cannot be ordered by level, since levels change with the date they are for. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  mastery(
    @Root() person: Person,
    @Args(() => MasteryArguments) given: MasteryArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Mastery>> {
    prime(context, personByKey, person.key, null, person);
    return load(context, masteryOfPerson, person.key, {
      ...wantedOf(context, skillsOfPerson, person.key, given),
      asOf: given.asOf?.getTime() ?? context.now,
    });
  }
}

@Resolver(() => Skill)
export class SkillMasteryResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @Holds('Person')
  @FieldResolver(() => MasteryConnection, {
    description:
      'The mastery of people who are known in this skill, only of those whom the viewer may see: by name, never as a ranking.',
  })
  masteries(
    @Root() skill: Skill,
    @Args(() => SkillMasteryArguments) given: SkillMasteryArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Mastery>> {
    prime(context, skillByKey, skill.key, null, skill);
    return load(context, masteryOfSkill, skill.key, {
      ...wantedOf(context, peopleOfSkill, skill.key, given),
      asOf: given.asOf?.getTime() ?? context.now,
    });
  }
}

@Resolver(() => Mastery)
export class MasteryResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, {
    description:
      'The same in one plain sentence: level, interval, how much evidence there is and how old it is.',
  })
  summary(@Root() mastery: MasteryOnDate): string {
    return summaryOfMastery(mastery);
  }
}
