import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  implements: Node,
  description:
    'Something that people learn from: a course, a lesson, a video. Its content is kept in revisions, which never change: a change of content publishes the next revision.',
  simpleResolvers: true,
})
export class Module extends Noun {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the module.' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'What the module is about; null where there is no description.',
  })
  description?: string | null;
  @VisibleTo(everyone)
  @Field(() => Int, {
    nullable: true,
    description:
      'How long the authors expect the whole module to take, in minutes, 1 to 10,000; null where not stated. It is not measured.',
  })
  expectedMinutes?: number | null;
}

@InputType({ description: 'Conditions on modules.' })
export class ModuleFilter extends NounFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only modules that teach the skill with this global id.',
  })
  teaches?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only modules of which the person with this global id is an author.',
  })
  author?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Only modules whose expectedMinutes is at most this; modules without expectedMinutes are left out.',
  })
  maximumMinutes?: number | null;
}

export const ModuleOrder = nounOrder('Module');
export const ModuleListArguments = listArguments(ModuleFilter, ModuleOrder);
export const ModuleConnection = connectionType(() => Module, 'Module');
