import { Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { PeriodFilter } from '../../shared/period';
import { everyone, individuals, VisibleTo } from '../access/policy';

@ObjectType({
  implements: Node,
  description:
    'Someone who learns and works in the organisation. What is known of their skills is computed from evidence, and they can see all of it.',
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
      'E-mail address; it is never used as an id. Null where none is stored, or where the viewer may not see this person.',
  })
  email?: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'Address of a picture (http or https). Null where none is stored, or where the viewer may not see this person.',
  })
  photoUrl?: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'Time zone by its IANA name, for example Europe/Berlin. Null where it is not known, or where the viewer may not see this person.',
  })
  timeZone?: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the person left or will leave; null where no end is known, or where the viewer may not see this person. People who have left stay on record, and are not candidates for projects.',
  })
  activeUntil?: Date | null;
}

@InputType({ description: 'Conditions on people.' })
export class PersonFilter extends NounFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Only people with this e-mail address, whole; case does not count. It finds nobody whom the viewer may not see.',
  })
  email?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only people who have not left; false: only people who have; left out: both.',
  })
  active?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Only current members of the team with this global id.' })
  team?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Only current members of the team with this global id and of the teams within it, at any depth.',
  })
  within?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only people who are assigned now to the project with this global id.',
  })
  assignedTo?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only people who are assigned to a project now; false: only people who are not; left out: both.',
  })
  assigned?: boolean | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Only people who have at least this share of working time free now, in [0,1]: their availability (1 where nothing is stated) minus the shares of their assignments.',
  })
  freeShare?: number | null;
}

export const PersonOrder = nounOrder('Person');
export const PersonListArguments = listArguments(PersonFilter, PersonOrder);
export const PersonConnection = connectionType(() => Person, 'Person');

@ObjectType({
  description:
    'What share of their working time a person can give to projects in a period. For times without a statement it is all of it.',
  simpleResolvers: true,
})
export class Availability {
  @VisibleTo(individuals)
  @Field(() => Float, { description: "Share of the person's working time, in [0,1]." })
  share!: number;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the period begins; null where it has no beginning.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the period ends; null where it has no end.',
  })
  to!: Date | null;
}

@InputType({
  description:
    'Conditions on periods of availability; where `states` is left out, only periods that have not ended.',
})
export class AvailabilityFilter extends PeriodFilter {}

export const AvailabilityOrder = orderInput('Availability', { FROM: 'By the beginning of the period.' });
export const AvailabilityListArguments = listArguments(AvailabilityFilter, AvailabilityOrder);
export const AvailabilityConnection = connectionType(() => Availability, 'Availability');
