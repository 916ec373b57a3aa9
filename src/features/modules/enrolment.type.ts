import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { PeriodFilter } from '../../shared/period';
import { individuals, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Module } from './module.type';

@ObjectType({
  description: 'A person is to learn from a module, from a date on and perhaps by another date.',
  simpleResolvers: true,
})
export class Enrolment {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person who is to learn.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Module, { description: 'The module that they are to learn from.' })
  module!: Module;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the enrolment begins; null where not known.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'The date by which the module should be completed; null where there is no such date.',
  })
  due!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the person completed the module, as the organisation states it; null while they have not.',
  })
  completedAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether the due date has passed and the module is not completed.',
  })
  overdue!: boolean;
}

@InputType({
  description:
    'Conditions on enrolments. An enrolment is FUTURE before it begins, PAST once the module is completed, otherwise CURRENT, even when overdue. Where `states` is left out, only enrolments that are not completed.',
})
export class EnrolmentFilter extends PeriodFilter {
  @Field(() => ID, { nullable: true, description: 'Only enrolments of the person with this global id.' })
  person?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only enrolments in the module with this global id.' })
  module?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only enrolments whose due date has passed while the module is not completed; false: only others; left out: both.',
  })
  overdue?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only enrolments in modules that the person has visited; false: only in those that they have not begun; left out: both. Withdrawn visits do not count. Only on Person.enrolments, where others leave a look; on Module.enrolments it is BAD_INPUT.',
  })
  begun?: boolean | null;
}

export const EnrolmentOrder = orderInput('Enrolment', {
  NAME: "By name: of the person in a module's list, of the module in a person's list.",
  FROM: 'By beginning; enrolments whose beginning is not known come first.',
  DUE: 'By due date; enrolments without one come last.',
});
export const EnrolmentListArguments = listArguments(EnrolmentFilter, EnrolmentOrder);
export const EnrolmentConnection = connectionType(() => Enrolment, 'Enrolment');
