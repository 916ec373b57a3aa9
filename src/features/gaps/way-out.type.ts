import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { LearnedModule } from '../staffing/learning.type';

export enum WayOutKind {
  TEACH = 'TEACH',
  BORROW = 'BORROW',
  HIRE = 'HIRE',
}
registerEnumType(WayOutKind, {
  name: 'WayOutKind',
  description: 'What may be done about a gap.',
  valuesConfig: {
    TEACH: { description: 'Those nearest to the requirement learn what they lack of it.' },
    BORROW: { description: 'Somebody outside the group who meets the requirement helps out.' },
    HIRE: { description: 'Somebody is hired for what is left by the other two.' },
  },
});

@ObjectType({ description: 'A person by whom a gap may become smaller.', simpleResolvers: true })
export class WayOutPerson {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'The person who would learn, or help out.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      "Probability, in [0,1], that the person's level is at least the required one as it is now. Rounded to tenths where the person is not yours to see.",
  })
  probability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'The same after what they would learn; null for who is borrowed.',
  })
  probabilityAfter!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Hours that they would learn; null for who is borrowed, and where a module states no time.',
  })
  hours!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'How much more would be expected to be lacking, in people, in the other projects that they are assigned to on the date, without them; 0 where there are none. Null for who learns, and where it is not yours to see.',
  })
  opens!: number | null;
}

@ObjectType({
  description:
    'One way out of a gap, by what is known today: a starting point for a conversation, nothing is done by it.',
  simpleResolvers: true,
})
export class WayOut {
  @VisibleTo(staffing)
  @Field(() => WayOutKind, { description: 'What would be done.' })
  kind!: WayOutKind;
  @VisibleTo(staffing)
  @Field(() => [WayOutPerson], {
    description:
      'Up to three people and no more than are lacking: those nearest to the requirement whom the viewer may see, or those outside the group who most likely meet it. Nobody where somebody would be hired.',
  })
  people!: WayOutPerson[];
  @VisibleTo(staffing)
  @Field(() => [LearnedModule], {
    description:
      'What they would learn from, in this order: what raises the skill most in an hour first, then the shortest of those whose gain was not seen. None where nobody learns, or no module in use teaches the skill up to the level.',
  })
  modules!: LearnedModule[];
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people would learn, help out, or be hired.' })
  headcount!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Hours of learning, all people together; null where nobody learns, or it is not known.',
  })
  hours!: number | null;
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the last of them has learned it at `hoursPerWeek`; null where nobody learns, or it is not known.',
  })
  readyAt!: Date | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How many people are expected to be lacking still, by this way alone; of HIRE after the other two as well.',
  })
  remainingShortfall!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
