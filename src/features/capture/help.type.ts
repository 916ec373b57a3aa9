import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { EvidenceItem } from '../evidence/evidence-item.type';
import { Person } from '../people/person.type';
import { Skill } from '../skills/skill.type';
import { SaidFilter } from './feedback.type';

@ObjectType({
  description:
    'One person helped another with a skill or a module, as the one helped or somebody for them attests.',
  simpleResolvers: true,
})
export class Help extends EvidenceItem {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person who helped.' })
  givenBy!: Person;
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person who was helped.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, {
    nullable: true,
    description: 'The skill that it was about; null where it was a module.',
  })
  skill!: Skill | null;
  @VisibleTo(individuals)
  @Field(() => Module, {
    nullable: true,
    description: 'The module that it was about; null where it was a skill.',
  })
  module!: Module | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When the person helped.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'A note of whoever attests it; null where there is none.',
  })
  note!: string | null;
  @VisibleTo(individuals)
  @Field(() => Person, {
    nullable: true,
    description:
      'The person who attests it: the one helped, or a lead of theirs; null where a program recorded it.',
  })
  attestedBy!: Person | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn: it then stays on record, but does not count.',
  })
  withdrawn!: boolean;
}

export const HelpOrder = orderInput('Help', { AT: 'By when the person helped.' });
export const HelpListArguments = listArguments(SaidFilter, HelpOrder);
export const HelpConnection = connectionType(() => Help, 'Help');
