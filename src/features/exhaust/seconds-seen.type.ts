import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

@ObjectType({
  description: 'Five seconds of a video, of which the last may be fewer.',
  simpleResolvers: true,
})
export class StretchSeen {
  @VisibleTo(judging)
  @Field(() => Float, { description: 'Where it begins, in seconds from the beginning of the video.' })
  from!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people played any of it.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many of them played some of it again.' })
  again!: number;
}

@ObjectType({
  description:
    'What people see of the video on a page, five seconds by five seconds. Made of what became known of whole groups of five people or more, for every viewer alike, as DropOffRate is. What its owner withdraws drops at once.',
  simpleResolvers: true,
})
export class SecondsSeen {
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people played any of the video, at least 5.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: 'How long the video is, in seconds: the longest that a platform said it to be.',
  })
  durationSeconds!: number;
  @VisibleTo(judging)
  @Field(() => [StretchSeen], { description: 'Every five seconds of it, in order; at most 17,280.' })
  stretches!: StretchSeen[];
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const SecondsSeenResult = createUnionType({
  name: 'SecondsSeenResult',
  description: 'What people see of a video, or the reason why that is withheld.',
  types: () => [SecondsSeen, Withheld] as const,
});
