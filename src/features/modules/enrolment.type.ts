import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { PeriodFilter } from '../../shared/period';
import { individuals, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Module } from './module.type';

@ObjectType({
  description: 'That somebody is to learn from a module, from a date on and perhaps until another.',
  simpleResolvers: true,
})
export class Enrolment {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Who is to learn.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Module, { description: 'The module.' })
  module!: Module;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From when on; null where not known.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when the module should be completed; null where there is no such date.',
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
    'Conditions on enrolments. One is FUTURE before it begins, PAST once the module is completed, else CURRENT, also when overdue. Without states, those that are not completed.',
})
export class EnrolmentFilter extends PeriodFilter {
  @Field(() => ID, { nullable: true, description: 'Only enrolments of the person with this global id.' })
  person?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only enrolments in the module with this global id.' })
  module?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only where the due date has passed and the module is not completed; false: only others.',
  })
  overdue?: boolean | null;
}

export const EnrolmentOrder = orderInput('Enrolment', {
  NAME: 'By name of the other side: of the person in a list of a module, of the module in a list of a person.',
  FROM: 'By when it begins; one whose beginning is not known comes first.',
  DUE: 'By due date; one without comes last.',
});
export const EnrolmentListArguments = listArguments(EnrolmentFilter, EnrolmentOrder);
export const EnrolmentConnection = connectionType(() => Enrolment, 'Enrolment');
