import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Problem } from '../diagnosis/problem.type';

export enum ProblemNews {
  OPENED = 'OPENED',
  REOPENED = 'REOPENED',
  STILL_OPEN = 'STILL_OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(ProblemNews, {
  name: 'ProblemNews',
  description: 'What became of a problem in the course of a day.',
  valuesConfig: {
    OPENED: { description: 'It was seen for the first time.' },
    REOPENED: { description: 'It had been closed and was seen again.' },
    STILL_OPEN: { description: 'It was open when the day began and when it ended.' },
    CLOSED: { description: 'It was closed; closedBecause of the problem says why.' },
  },
});

@ObjectType({ description: 'What became of a problem in the course of a day.', simpleResolvers: true })
export class ProblemReport {
  @VisibleTo(judging)
  @Field(() => Problem, { description: 'The problem, as it was last seen.' })
  problem!: Problem;
  @VisibleTo(judging)
  @Field(() => ProblemNews, { description: 'What became of it on that day.' })
  news!: ProblemNews;
  @VisibleTo(judging)
  @Field(() => Boolean, {
    description:
      'Whether a revision was published to solve it since it was last seen: whether it did shows once the next people have answered.',
  })
  beingSolved!: boolean;
  @VisibleTo(judging)
  @Field(() => Float, {
    description:
      'How many hours it had been open when the day ended, since it was first seen or last seen again; of a closed one, how many it was open.',
  })
  hoursOpen!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many further people answered the question or went through the page since the day began, of those who are in the figures of the viewer; null where the problem is that a team lacks a skill.',
  })
  peopleSince!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
