import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { wantedOf } from '../nouns/lists';
import { load, prime } from '../request/loaders';
import { personByKey } from '../people/people.loader';
import { Person } from '../people/person.type';
import { broaderMasteryOfPerson, narrowerCounted } from './broader.loader';
import { broaderOfPerson } from './broader.list';
import { BroaderMastery, BroaderMasteryArguments, BroaderMasteryConnection } from './broader.type';

@Resolver(() => Person)
export class PersonBroaderMasteryResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => BroaderMasteryConnection, {
    nullable: true,
    description:
      "The person's levels in broader skills, derived from narrower ones: every skill, at any height, above one with evidence. A skill without any evidence below it is not listed: the person is unknown in it. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).",
  })
  broaderMastery(
    @Root() person: Person,
    @Args(() => BroaderMasteryArguments) given: BroaderMasteryArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<BroaderMastery>> {
    prime(context, personByKey, person.key, null, person);
    return load(context, broaderMasteryOfPerson, person.key, {
      ...wantedOf(context, broaderOfPerson, person.key, given),
      asOf: given.asOf?.getTime() ?? context.now,
    });
  }
}

@Resolver(() => BroaderMastery)
export class BroaderMasteryResolver {
  @VisibleTo(individuals)
  @Costs(10)
  @FieldResolver(() => Int, {
    description:
      'How many skills in use lie below the broader skill, at any depth, with evidence or without.',
  })
  narrowerSkillCount(@Root() { skill }: BroaderMastery, @Ctx() context: RequestContext): Promise<number> {
    return load(context, narrowerCounted, skill.key, null);
  }
}
