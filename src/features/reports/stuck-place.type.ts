import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Problem } from '../diagnosis/problem.type';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';

export enum StuckBecause {
  FAILING = 'FAILING',
  LEAVING = 'LEAVING',
}
registerEnumType(StuckBecause, {
  name: 'StuckBecause',
  description: 'Why people are stuck at a place of a module.',
  valuesConfig: {
    FAILING: {
      description:
        'Clearly more first answers to its questions were wrong than these people would get wrong.',
    },
    LEAVING: { description: 'Clearly more of those who came there left the module than around it.' },
  },
});

@ObjectType({
  description:
    'A place of a module where people are stuck: clearly more fail or leave there than there is reason to expect. It speaks of the content and of the group, not of anybody in it.',
  simpleResolvers: true,
})
export class StuckPlace {
  @VisibleTo(judging)
  @Field(() => Module, { description: 'The module in which people are stuck.' })
  module!: Module;
  @VisibleTo(judging)
  @Field(() => Page, {
    nullable: true,
    description: 'The page where they are stuck; null where a section is, or a minute after the beginning.',
  })
  page!: Page | null;
  @VisibleTo(judging)
  @Field(() => String, {
    nullable: true,
    description: 'Title of the section of questions in which they fail; null where it is none.',
  })
  section!: string | null;
  @VisibleTo(judging)
  @Field(() => StuckBecause, { description: 'Whether they fail there or leave there.' })
  because!: StuckBecause;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people came there, of those who are in the figure.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: 'Share, in [0,1], of first answers that were wrong, or of those who came there and left.',
  })
  rate!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description:
      'The share that was to be expected, in [0,1]: by the levels of these people where they fail, by the places around it where they leave.',
  })
  expectedRate!: number;
  @VisibleTo(judging)
  @Field(() => [Problem], {
    description:
      'Faults of the content that are known there and open: where there are any, it is likely the content and not the people.',
  })
  problems!: Problem[];
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
