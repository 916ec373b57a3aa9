import { Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';

export enum ResourceKind {
  CHEAT_SHEET = 'CHEAT_SHEET',
  SLIDES = 'SLIDES',
  VIDEO = 'VIDEO',
  DOCUMENT = 'DOCUMENT',
  LINK = 'LINK',
}
registerEnumType(ResourceKind, {
  name: 'ResourceKind',
  description: 'What a resource is.',
  valuesConfig: {
    CHEAT_SHEET: { description: 'The essentials at a glance.' },
    SLIDES: { description: 'Slides to keep or to print.' },
    VIDEO: { description: 'A video or a recording.' },
    DOCUMENT: { description: 'A text to read: a handbook, a paper, a specification.' },
    LINK: { description: 'Anything else that has an address.' },
  },
});

@ObjectType({
  description: 'Something that accompanies a module and stands elsewhere.',
  simpleResolvers: true,
})
export class Resource {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Title of the resource.' })
  title!: string;
  @VisibleTo(everyone)
  @Field(() => ResourceKind, { description: 'What it is; LINK where not stated.' })
  kind!: ResourceKind;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Where it is, an http or https address.' })
  url!: string;
}

@ObjectType({
  implements: Node,
  description:
    'The content of a module as it was for a time. It never changes, so a visit to it always means the same.',
  simpleResolvers: true,
})
export class Revision extends Node {
  /** Internal id. */
  key!: string;
  /** Internal id of the module. */
  moduleKey!: string;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Counts the revisions of the module, from 1.' })
  number!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'What changed and why, as whoever published it said; null where they said nothing.',
  })
  note!: string | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When this revision became the current one.' })
  publishedAt!: Date;
  @VisibleTo(everyone)
  @Field(() => [Resource], {
    description: 'What accompanies the pages, in the order of the authors; at most 100.',
  })
  resources!: Resource[];
}

@InputType({ description: 'Conditions on revisions of modules.' })
export class RevisionFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only the current one; false: only former ones.',
  })
  current?: boolean | null;
}

export const RevisionOrder = orderInput('Revision', { NUMBER: 'By number: the first revision first.' });
export const RevisionListArguments = listArguments(RevisionFilter, RevisionOrder);
export const RevisionConnection = connectionType(() => Revision, 'Revision');
