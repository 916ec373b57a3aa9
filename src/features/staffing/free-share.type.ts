import { ArgsType, Field, Float, GraphQLISODateTime, InputType, ObjectType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    "What share of a person's working time is free in a period: at each moment what is stated as available (1 where nothing is; of several periods the one that began last counts) less the shares of all assignments that last then, never below 0. It is 0 once the person has left; an assignment without an end lasts.",
  simpleResolvers: true,
})
export class FreeShare {
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When the period begins.' })
  from!: Date;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the period ends; null where it has no end.',
  })
  to!: Date | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'The share, in [0,1], that is free throughout: at the moment of the period when it is least.',
  })
  least!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The share, in [0,1], that is free on average over the period; null where it has no end.',
  })
  mean!: number | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ArgsType()
export class FreeShareArguments {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the period begins; now where left out.',
  })
  from?: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the period ends; where left out it has no end. BAD_INPUT where it is not after `from`.',
  })
  to?: Date | null;
}

@InputType({ description: 'Asks who has the time: a share of working time throughout a period.' })
export class FreeFor {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the period begins; where left out the date for which levels are computed (`asOf`), unless the argument says otherwise.',
  })
  from?: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the period ends; where left out it has no end, unless the argument says otherwise. BAD_INPUT where it is not after `from`.',
  })
  to?: Date | null;
  @Field(() => Float, {
    description:
      'The share of working time, above 0, at most 1, that must be free at every moment of the period.',
  })
  atLeast!: number;
}
