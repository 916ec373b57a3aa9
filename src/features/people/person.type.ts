import { Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { PeriodFilter } from '../../shared/period';
import { everyone, individuals, VisibleTo } from '../access/policy';

@ObjectType({
  implements: Node,
  description:
    'Someone who learns and works here. What is known of their skills is computed from evidence and theirs to see.',
  simpleResolvers: true,
})
export class Person extends Noun {
  sortName!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Full name, as the organisation writes it.' })
  name!: string;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address; never an id. Null where none is held, or where the viewer may not see this person.',
  })
  email?: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'Address of a picture (http or https). Null where none is held, or where the viewer may not see this person.',
  })
  photoUrl?: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'Time zone by its IANA name, for example Europe/Berlin. Null where not known, or where the viewer may not see this person.',
  })
  timeZone?: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the person left or will leave; null while no end is known, or where the viewer may not see this person. Leavers are kept, not erased, and are no candidates.',
  })
  activeUntil?: Date | null;
}

@InputType({ description: 'Conditions on people.' })
export class PersonFilter extends NounFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only who has not left; false: only who has.',
  })
  active?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Only members, now, of the team with this global id.' })
  team?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only who works now for the project with this global id.',
  })
  assignedTo?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only who works for some project now; false: only who works for none.',
  })
  assigned?: boolean | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Only who has at least this share of working time free now, in [0,1]: what is stated as available (1 where nothing is) less the shares of assignments.',
  })
  freeShare?: number | null;
}

export const PersonOrder = nounOrder('Person');
export const PersonListArguments = listArguments(PersonFilter, PersonOrder);
export const PersonConnection = connectionType(() => Person, 'Person');

@ObjectType({
  description:
    'How much of their working time a person can give to projects in a stretch of time. Where nothing is stated it is all of it.',
  simpleResolvers: true,
})
export class Availability {
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Share of working time, in [0,1].' })
  share!: number;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'First moment of the stretch; null where it has no beginning.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'End of the stretch; null where it has no end.',
  })
  to!: Date | null;
}

@InputType({ description: 'Conditions on availability; without states, what has not ended.' })
export class AvailabilityFilter extends PeriodFilter {}

export const AvailabilityOrder = orderInput('Availability', { FROM: 'By when the stretch begins.' });
export const AvailabilityListArguments = listArguments(AvailabilityFilter, AvailabilityOrder);
export const AvailabilityConnection = connectionType(() => Availability, 'Availability');
