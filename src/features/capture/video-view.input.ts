import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { identified, numberIn, wholeNumberIn } from '../../shared/checks';
import { LenientFloat, LenientInt } from '../../shared/scalars';
import { ViewInput, viewChecks } from './view.input';

@InputType({ description: 'A stretch of a video that was played without a jump.' })
export class VideoSegmentInput {
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Required. Where it begins, in seconds from the start of the video.',
  })
  from?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Required. Where it ends, in seconds from the start of the video; not before from.',
  })
  to?: unknown;
}

@InputType({
  description:
    'What was played of the video of one page in the course of a visit: judges content, and never moves a level. Source and id name it for ever: sent again with the same content it changes nothing.',
})
export class VideoViewInput extends ViewInput {
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Required. Length of the video in seconds, above 0, at most 86,400.',
  })
  durationSeconds?: unknown;
  @Field(() => [VideoSegmentInput], {
    nullable: true,
    description:
      'Required. The stretches that were played, in the order in which they were; at most 1,000. What was seen twice stands here twice.',
  })
  segments?: VideoSegmentInput[];
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How often it was paused, 0 to 100,000; 0 where left out.',
  })
  pauses?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How often the person jumped to another place, 0 to 100,000; 0 where left out.',
  })
  seeks?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'The speed at which most of it was played, above 0, at most 16; 1 where left out.',
  })
  rate?: unknown;
}

/** The longest video, seconds. */
const longest = 86_400;
/** What a player says of the end of a video may lie past its length by its rounding. */
const rounding = 1;

function above0(high: number) {
  const error = `must be a number above 0, at most ${String(high)}`;
  return z.number({ error }).gt(0, { error }).max(high, { error });
}

const count = wholeNumberIn(0, 100_000);
const segment = z
  .object(
    { from: numberIn(0, longest + rounding), to: numberIn(0, longest + rounding) },
    { error: 'must be {from, to} in seconds' },
  )
  .refine(({ from, to }) => from <= to, { error: 'must not be before from', path: ['to'] });

export const videoViewCheck = identified(
  'videoView',
  z
    .object({
      ...viewChecks,
      durationSeconds: above0(longest),
      segments: z
        .array(segment, { error: 'must be a list of {from, to}' })
        .max(1_000, { error: 'must not be more than 1000' }),
      pauses: count.nullish(),
      seeks: count.nullish(),
      rate: above0(16).nullish(),
    })
    .superRefine(({ durationSeconds, segments }, context) => {
      segments.forEach(({ to }, place) => {
        if (to > durationSeconds + rounding)
          context.addIssue({
            code: 'custom',
            path: ['segments', place, 'to'],
            message: 'must not lie past durationSeconds',
          });
      });
    }),
);
export type CheckedVideoView = z.infer<typeof videoViewCheck>;
