import { createUnionType, Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/connection';
import { typeOfGlobalId } from '../../shared/ids';
import { everyone, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Person } from '../people/person.type';
import { Team } from '../people/team.type';
import { Project, RoleTemplate } from '../projects/project.type';
import { Skill } from '../skills/skill.type';

export enum SearchType {
  SKILL = 'SKILL',
  PERSON = 'PERSON',
  TEAM = 'TEAM',
  MODULE = 'MODULE',
  PROJECT = 'PROJECT',
  ROLE_TEMPLATE = 'ROLE_TEMPLATE',
}
registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'What can be searched for.',
  valuesConfig: {
    SKILL: { description: 'Skills, by name, labels and synonyms in any language.' },
    PERSON: { description: 'People whom the viewer may see, by name and e-mail address.' },
    TEAM: { description: 'Teams, by name.' },
    MODULE: { description: 'Modules, by name and description.' },
    PROJECT: { description: 'Projects, by name and description.' },
    ROLE_TEMPLATE: { description: 'Role templates, by name and description.' },
  },
});

export const SearchNode = createUnionType({
  name: 'SearchNode',
  description: 'The object that a search found.',
  types: () => [Skill, Person, Team, Module, Project, RoleTemplate] as const,
  resolveType: ({ id }) => typeOfGlobalId(id),
});

@ObjectType({ description: 'One result of a search.', simpleResolvers: true })
export class SearchResult {
  @VisibleTo(everyone)
  @Field(() => SearchNode, { description: 'What was found: a noun of one of the types searched for.' })
  node!: Skill | Person | Team | Module | Project | RoleTemplate;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      'How well it matches, above 0: larger is better. Comparable within one search only; 1,000 or more where the name begins with the text searched for, 2,000 or more where it is an external id, in whichever case.',
  })
  score!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    description:
      'The text that matched best: the name, or a label or synonym; of what was found by an external id the name.',
  })
  matchedText!: string;
}

export const SearchResultConnection = connectionType(() => SearchResult, 'SearchResult');
