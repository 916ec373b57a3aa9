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
  description: 'The kind of a resource.',
  valuesConfig: {
    CHEAT_SHEET: { description: 'The essentials at a glance.' },
    SLIDES: { description: 'Slides to keep or print.' },
    VIDEO: { description: 'A video or a recording.' },
    DOCUMENT: { description: 'A text to read: a handbook, a paper, a specification.' },
    LINK: { description: 'Anything else that has an address.' },
  },
});

@ObjectType({
  description: 'Material that accompanies a module and is kept elsewhere, at an address.',
  simpleResolvers: true,
})
export class Resource {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Title of the resource.' })
  title!: string;
  @VisibleTo(everyone)
  @Field(() => ResourceKind, { description: 'The kind of resource; LINK where not stated.' })
  kind!: ResourceKind;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The address of the resource, http or https.' })
  url!: string;
}

@ObjectType({
  implements: Node,
  description:
    "One revision of a module's content. It never changes, so that a visit to it always means the same.",
  simpleResolvers: true,
})
export class Revision extends Node {
  /** Internal id. */
  key!: string;
  /** Internal id of the module. */
  moduleKey!: string;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Number of the revision within the module, from 1.' })
  number!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'What changed and why, in the words of its publisher; null where there is no note.',
  })
  note!: string | null;
  @VisibleTo(everyone)
  @Field(() => Boolean, {
    description:
      'Whether chance decides who takes this revision and who takes the one before it, as its publisher said; false where nobody said so.',
  })
  assignedAtRandom!: boolean;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When this revision became the current one.' })
  publishedAt!: Date;
  @VisibleTo(everyone)
  @Field(() => [Resource], {
    description: "Resources that accompany the pages, in the authors' order; at most 100.",
  })
  resources!: Resource[];
}

@InputType({ description: 'Conditions on revisions of modules.' })
export class RevisionFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only the current one; false: only former ones; left out: all.',
  })
  current?: boolean | null;
}

export const RevisionOrder = orderInput('Revision', { NUMBER: 'By number.' });
export const RevisionListArguments = listArguments(RevisionFilter, RevisionOrder);
export const RevisionConnection = connectionType(() => Revision, 'Revision');
