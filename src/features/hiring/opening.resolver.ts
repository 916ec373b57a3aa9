import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, organisation, staffing, VisibleTo } from '../access/policy';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { refuseUnseen } from '../people/people.list';
import { personByKey } from '../people/people.loader';
import { Person } from '../people/person.type';
import { projectByKey } from '../projects/project.loader';
import { Project } from '../projects/project.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { HiringOutcome } from './hiring-outcome.type';
import { OpeningInput } from './opening.input';
import { openingList, openingsFilledBy } from './opening.list';
import { saveOpenings } from './opening.service';
import { openingsNow } from './opening.store';
import { Opening, OpeningConnection, OpeningListArguments } from './opening.type';
import { outcomeOfOpening } from './outcome.loader';

const SaveOpeningsPayload = relationshipsPayload(Opening, {
  one: 'opening',
  many: 'openings',
  savedBy: organisation,
});

/** What a project lacks is computed for each new opening. */
const costOfOpening = 20;

@Resolver(() => Opening)
export class OpeningResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @Query(() => OpeningConnection, { description: 'Openings, by when they were opened.' })
  openings(
    @Args(() => OpeningListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Opening>> {
    return openingList.page(context, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Project, {
    nullable: true,
    description: 'The project that it is for; null where that was deleted since.',
  })
  project(@Root() { projectKey }: Opening, @Ctx() context: RequestContext): Promise<Project | null> {
    return projectKey === null ? Promise.resolve(null) : load(context, projectByKey, projectKey, null);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who was found; null where nobody was, or it is not said who.',
  })
  filledBy(@Root() { filledByKey }: Opening, @Ctx() context: RequestContext): Promise<Person | null> {
    return filledByKey === null ? Promise.resolve(null) : load(context, personByKey, filledByKey, null);
  }

  @VisibleTo(organisation)
  @Costs(2_000)
  @FieldResolver(() => HiringOutcome, {
    nullable: true,
    description:
      'Whether the gap that it is for has closed, whatever became of the opening. For hr and admin: it compares exact figures.',
  })
  hiringOutcome(@Root() opening: Opening, @Ctx() context: RequestContext): Promise<HiringOutcome> {
    return load(context, outcomeOfOpening, opening, null);
  }

  @VisibleTo(organisation)
  @Costs(({ items }) => 1_000 + costOfOpening * (Array.isArray(items) ? items.length : 1))
  @Mutation(() => SaveOpeningsPayload, {
    description:
      'Saves, changes or removes up to 1,000 openings by source and id, as the system has them that applicants are followed in. Safe to send again.',
  })
  async saveOpenings(
    @Arg('items', () => [OpeningInput], { description: 'Up to 1,000 openings.' }) items: OpeningInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveOpeningsPayload>> {
    const saved = await saveOpenings(context, items);
    return payloadOf(saved, items.length, (named) => openingsNow(context.database, named));
  }
}

@Resolver(() => Person)
export class PersonOpeningsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => OpeningConnection, {
    nullable: true,
    description:
      'The openings that were filled by this person. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async filledOpenings(
    @Root() person: Person,
    @Args(() => OpeningListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Opening>> {
    await refuseUnseen(context, person, 'What this person was found for');
    return openingsFilledBy.pageUnder(context, person.key, given);
  }
}
