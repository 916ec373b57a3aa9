import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { individuals, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { refuseUnseen } from '../people/people.list';
import { Person } from '../people/person.type';
import { EnrolmentInput } from './enrolment.input';
import { enrolmentsInModule, enrolmentsNow, enrolmentsOfPerson } from './enrolment.list';
import { saveModuleEnrolments } from './enrolment.service';
import {
  Enrolment,
  EnrolmentConnection,
  type EnrolmentFilter,
  EnrolmentListArguments,
} from './enrolment.type';
import { Module } from './module.type';

const SaveEnrolmentsPayload = relationshipsPayload(Enrolment, {
  one: 'enrolment',
  many: 'enrolments',
  savedBy: organisation,
});

/** What somebody has visited is more than what the organisation states of them: it is a look. */
function asksWhetherBegun({ filterBy }: ListArguments): boolean {
  return (filterBy as EnrolmentFilter | null | undefined)?.begun != null;
}

@Resolver(() => Module)
export class ModuleEnrolmentsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => EnrolmentConnection, {
    description:
      'The enrolments of people who are to learn from the module; only people whom the viewer may see.',
  })
  async enrolments(
    @Root() module: Module,
    @Args(() => EnrolmentListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Enrolment>> {
    if (asksWhetherBegun(given)) {
      throw new BadInputError(
        'begun: is asked of one person: leave it out, or ask Person.enrolments, which people see as a look at them.',
      );
    }
    return enrolmentsInModule.pageUnder(context, module.key, given);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveEnrolmentsPayload, {
    description: 'Creates, changes or removes up to 1,000 enrolments of people in modules.',
  })
  async saveEnrolments(
    @Arg('items', () => [EnrolmentInput], { description: 'Up to 1,000 enrolments.' })
    items: EnrolmentInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveEnrolmentsPayload>> {
    const saved = await saveModuleEnrolments(context, items);
    const { database, now } = context;
    return payloadOf(saved, items.length, (named) => enrolmentsNow(database, named, { now }));
  }
}

@Resolver(() => Person)
export class PersonEnrolmentsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => EnrolmentConnection, {
    nullable: true,
    description:
      'The modules that the person is enrolled in. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async enrolments(
    @Root() person: Person,
    @Args(() => EnrolmentListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Enrolment>> {
    await refuseUnseen(context, person, 'In what this person is enrolled');
    const page = await enrolmentsOfPerson.pageUnder(context, person.key, given);
    if (asksWhetherBegun(given)) context.looks.add('learning', person.key);
    return page;
  }
}
