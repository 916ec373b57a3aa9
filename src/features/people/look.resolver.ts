import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { looksAt } from './look.list';
import { Look, LookArguments, LookConnection } from './look.type';
import { personByKey } from './people.loader';
import { Person } from './person.type';

@Resolver(() => Person)
export class PersonLooksResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => LookConnection, {
    nullable: true,
    description:
      "Who looked at this person's figures, the latest first look first. Only the person may see this: null, and FORBIDDEN in the errors, for everybody else, whatever their role (viewerCanSeeAccessLog is false). Looks at a record that the person merged with their own themselves are not among them.",
  })
  looks(
    @Root() person: Person,
    @Args(() => LookArguments) given: LookArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Look>> {
    return looksAt(context, person, given);
  }
}

@Resolver(() => Look)
export class LookResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'The person that the viewer is now, where records were merged since; null for a program, and for a person who is no longer stored. Who they were is in viewerId and viewerName.',
  })
  viewer(@Root() look: Look, @Ctx() context: RequestContext): Promise<Person | null> {
    return look.viewerKey === null ? Promise.resolve(null) : load(context, personByKey, look.viewerKey, null);
  }
}
