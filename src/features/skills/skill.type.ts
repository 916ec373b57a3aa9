import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';

export enum SkillType {
  SKILL = 'SKILL',
  KNOWLEDGE = 'KNOWLEDGE',
  ABILITY = 'ABILITY',
  LANGUAGE = 'LANGUAGE',
  TOOL = 'TOOL',
  ATTITUDE = 'ATTITUDE',
  GROUP = 'GROUP',
}
registerEnumType(SkillType, {
  name: 'SkillType',
  description: 'The kind of capability that a skill is.',
  valuesConfig: {
    SKILL: { description: 'Being able to do something (ESCO: skill or competence).' },
    KNOWLEDGE: { description: 'Knowing a subject (ESCO and O*NET: knowledge).' },
    ABILITY: { description: 'An enduring capacity, such as spatial orientation (O*NET: abilities).' },
    LANGUAGE: { description: 'A human language.' },
    TOOL: { description: 'Command of a tool, technology or product.' },
    ATTITUDE: { description: 'An attitude or value that work calls for.' },
    GROUP: { description: 'A heading that only groups narrower skills.' },
  },
});

@ObjectType({ description: 'A text in a language.', simpleResolvers: true })
export class LocalizedText {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Language tag as in BCP 47, for example en or pt-BR.' })
  language!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'What the label or synonym says in that language.' })
  text!: string;
}

@ObjectType({
  implements: Node,
  description:
    'A capability that people have, questions assess and projects require, in a taxonomy of broader and narrower skills.',
  simpleResolvers: true,
})
export class Skill extends Noun {
  sortName!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the skill, as the organisation or its taxonomy writes it.' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'What the skill comprises; null where there is no description.',
  })
  description?: string | null;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description:
      'URI of the skill in a public taxonomy such as ESCO or O*NET; null for a skill that the organisation defined itself.',
  })
  uri?: string | null;
  @VisibleTo(everyone)
  @Field(() => SkillType, {
    nullable: true,
    description: 'The kind of capability; null where not stated.',
  })
  type?: SkillType | null;
  @VisibleTo(everyone)
  @Field(() => [LocalizedText], {
    description:
      'Its names in other languages, in the order of their language tags: at most one for each language.',
  })
  labels?: LocalizedText[];
  @VisibleTo(everyone)
  @Field(() => [LocalizedText], {
    description:
      'Other names for it, in any language, in the order of their language tags; search finds them.',
  })
  synonyms?: LocalizedText[];
}

@ObjectType({
  description: 'That a skill lies directly below a broader one in the taxonomy.',
  simpleResolvers: true,
})
export class BroaderSkill {
  @VisibleTo(everyone)
  @Field(() => Skill, { description: 'The narrower of the two.' })
  skill!: Skill;
  @VisibleTo(everyone)
  @Field(() => Skill, { description: 'The broader of the two.' })
  broader!: Skill;
}

@InputType({ description: 'Conditions on skills.' })
export class SkillFilter extends NounFilter {
  @Field(() => [SkillType], { nullable: true, description: 'Only skills of one of these kinds.' })
  types?: SkillType[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only skills anywhere below the one with this global id.',
  })
  within?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only skills at the top of the taxonomy, with no broader skill; false: only skills that have one; left out: both.',
  })
  top?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Only skills defined at one of these URIs.' })
  uris?: string[] | null;
}

export const SkillOrder = nounOrder('Skill');
export const SkillListArguments = listArguments(SkillFilter, SkillOrder);
export const SkillConnection = connectionType(() => Skill, 'Skill');
