import { Field, Float, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Page } from '../modules/page.type';
import { EvidenceItem } from '../evidence/evidence-item.type';

@ObjectType({
  description:
    "The viewer's own time on one page of a revision during a visit. Only the person reaches it: it judges content, never people, and moves no level.",
  simpleResolvers: true,
})
export class PageView extends EvidenceItem {
  @VisibleTo(individuals)
  @Field(() => Page, { description: 'The page that was shown.' })
  page!: Page;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When the page was opened.' })
  openedAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'Seconds during which the page was visible and the person active, at least 0.',
  })
  activeSeconds!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Seconds during which the person was idle, at least 0.' })
  idleSeconds!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How often the person paused, at least 0.' })
  pauses!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Seconds of the longest pause; 0 where there was none.' })
  longestPauseSeconds!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How often the person came back to the page, at least 0.' })
  revisits!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether no page of the visit was opened after it: where the person left, or completed.',
  })
  wasLast!: boolean;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn: it then stays on record, but counts in no figure.',
  })
  withdrawn!: boolean;
}

@ObjectType({
  description:
    'What the viewer saw of a video on one page during a visit. Only the person reaches it: it judges content, never people, and moves no level.',
  simpleResolvers: true,
})
export class VideoView extends EvidenceItem {
  @VisibleTo(individuals)
  @Field(() => Page, { description: 'The page that the video is on.' })
  page!: Page;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When the video began to play.' })
  startedAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Length of the video, seconds.' })
  durationSeconds!: number;
  @VisibleTo(individuals)
  @Field(() => [Float], {
    description:
      'Seconds of the video that were played in each five-second stretch of it, from its beginning; the last stretch may be shorter. More than its length says that it was watched again.',
  })
  secondsSeen!: number[];
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Share of the video, in [0,1], that was seen at least once.' })
  shareSeen!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How often the video was paused, at least 0.' })
  pauses!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How often the person jumped to another moment, at least 0.' })
  seeks!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The rate at which it was played; 1 is as recorded, 2 twice as fast.' })
  rate!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn: it then stays on record, but counts in no figure.',
  })
  withdrawn!: boolean;
}

@InputType({ description: 'Conditions on page or video views.' })
export class ViewFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only withdrawn ones; false: only others; left out: both.',
  })
  withdrawn?: boolean | null;
}

export const PageViewOrder = orderInput('PageView', { OPENED_AT: 'By when the page was opened.' });
export const PageViewListArguments = listArguments(ViewFilter, PageViewOrder);
export const PageViewConnection = connectionType(() => PageView, 'PageView');
export const VideoViewOrder = orderInput('VideoView', { STARTED_AT: 'By when the video began to play.' });
export const VideoViewListArguments = listArguments(ViewFilter, VideoViewOrder);
export const VideoViewConnection = connectionType(() => VideoView, 'VideoView');
