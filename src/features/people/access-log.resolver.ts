import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { accessLogOf } from './access-log.list';
import { AccessLogArguments, AccessLogConnection, AccessLogEntry } from './access-log.type';
import { personByKey } from './people.loader';
import { Person } from './person.type';

@Resolver(() => Person)
export class PersonAccessLogResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description:
      "Who looked at this person's figures, the latest first look first. Only the person may see this: null, and FORBIDDEN in the errors, for everybody else, whatever their role (viewerCanSeeAccessLog is false). Looks at a record that the person merged with their own themselves are not among them.",
  })
  accessLog(
    @Root() person: Person,
    @Args(() => AccessLogArguments) given: AccessLogArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AccessLogEntry>> {
    return accessLogOf(context, person, given);
  }
}

@Resolver(() => AccessLogEntry)
export class AccessLogEntryResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'The person that the viewer is now, where records were merged since; null for a program, and for a person who is no longer stored. Who they were is in viewerId and viewerName.',
  })
  viewer(@Root() look: AccessLogEntry, @Ctx() context: RequestContext): Promise<Person | null> {
    return look.viewerKey === null ? Promise.resolve(null) : load(context, personByKey, look.viewerKey, null);
  }
}
