import { Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../../shared/connection';
import { organisation, VisibleTo } from '../../access/policy';
import { ContentKind } from './content';

registerEnumType(ContentKind, {
  name: 'ActivityMappingKind',
  description: 'What an activity of a learning platform is here.',
  valuesConfig: {
    MODULE: { description: 'A module as a whole.' },
    PAGE: { description: 'One page of a module.' },
    QUESTION: { description: 'A question: what statements say of it becomes answers.' },
    IGNORED: {
      description: 'Nothing that counts: its statements are kept and counted, and are never evidence.',
    },
  },
});

@ObjectType({
  description:
    'What saveActivityMappings said of an activity of learning platforms, or of all activities of one type.',
  simpleResolvers: true,
})
export class ActivityMapping {
  /** Internal id of the module or question; null where it is ignored. */
  target!: string | null;
  @VisibleTo(organisation)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the platform whose statements are meant; null for those of all platforms.',
  })
  platform!: string | null;
  @VisibleTo(organisation)
  @Field(() => String, {
    nullable: true,
    description: 'The IRI of the activity; null where it is said of a type.',
  })
  activity!: string | null;
  @VisibleTo(organisation)
  @Field(() => String, {
    nullable: true,
    description: 'The IRI of the type of activity; null where it is said of one activity.',
  })
  type!: string | null;
  @VisibleTo(organisation)
  @Field(() => ContentKind, { description: 'What it is here.' })
  kind!: ContentKind;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description:
      'For MODULE and PAGE: number of the revision that is shown, from 1; null for the current one, and for every other kind.',
  })
  revision!: number | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description: 'For PAGE: number of the page, from 1; null for every other kind.',
  })
  page!: number | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description:
      'For QUESTION: number of the version that is asked, from 1; null for the current one, and for every other kind.',
  })
  version!: number | null;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    description: 'When this was said; saying the same again leaves it as it was.',
  })
  savedAt!: Date;
}

export const ActivityMappingConnection = connectionType(() => ActivityMapping, 'ActivityMapping');

@InputType({ description: 'Conditions on what was said of activities of learning platforms.' })
export class ActivityMappingFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Only what was said of the platform of this name; what was said of all platforms is not among it.',
  })
  platform?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only what was said of the activity, or the type of activity, with this IRI.',
  })
  iri?: string | null;
  @Field(() => ContentKind, { nullable: true, description: 'Only activities that are this here.' })
  kind?: ContentKind | null;
}

const ActivityMappingOrder = orderInput('ActivityMapping', {
  PLATFORM:
    'By the name of the platform, what is said of all of them first; within one activities before types, by IRI.',
});

export const ActivityMappingListArguments = listArguments(ActivityMappingFilter, ActivityMappingOrder);
