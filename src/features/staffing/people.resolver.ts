import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { edgeTypeOf, type Connection, type Edge } from '../../shared/connection';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { individuals, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { peopleList } from '../people/people.list';
import { PersonConnection, type Person } from '../people/person.type';
import { peopleMeeting } from './meeting.service';
import { PeopleArguments, PersonFit } from './meeting.type';

/** People, by name or by competency: the field stands here because it may rank them. */
@Resolver(() => edgeTypeOf(PersonConnection))
export class PeopleResolver {
  @VisibleTo(individuals)
  @Costs((given) => ('meeting' in given ? 1_001 : 1))
  @Query(() => PersonConnection, {
    description:
      'The people whom the viewer may see, by name; or, with `meeting`, ranked by how well they meet stated needs.',
  })
  people(
    @Args(() => PeopleArguments) given: PeopleArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    if (given.meeting != null) return peopleMeeting(context, given.meeting, given);
    if (given.freeFor != null)
      throw new BadInputError('freeFor: give meeting too; filterBy.freeShare asks who has the time now.');
    return peopleList.page(context, given);
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => PersonFit, {
    nullable: true,
    description:
      'How well this person meets the needs given in `people(meeting:)`, with reasons; null in every other list.',
  })
  fit(@Root() edge: Edge<Person> & { fit?: PersonFit }): PersonFit | null {
    return edge.fit ?? null;
  }
}
