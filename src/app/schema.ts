import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { ViewerResolver } from '../features/access/viewer.resolver';
import { ProjectGapsResolver, TeamGapsResolver } from '../features/gaps/gaps.resolver';
import { MasteryResolver, PersonMasteryResolver, SkillMasteryResolver } from '../features/mastery/mastery.resolver';
import { PersonResolver, TeamResolver } from '../features/people/people.resolver';
import { ProjectResolver } from '../features/projects/project.resolver';
import { QuestionResolver, QuestionVersionResolver } from '../features/questions/question.resolver';
import { SkillResolver } from '../features/skills/skill.resolver';
import { ProjectStaffingResolver } from '../features/staffing/staffing.resolver';

/** Every resolver class of the API: a new one is added here. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
const resolvers: NonEmptyArray<Function> = [
  ViewerResolver,
  PersonResolver,
  TeamResolver,
  SkillResolver,
  QuestionResolver,
  QuestionVersionResolver,
  ProjectResolver,
  MasteryResolver,
  PersonMasteryResolver,
  SkillMasteryResolver,
  ProjectStaffingResolver,
  ProjectGapsResolver,
  TeamGapsResolver,
];

/** The schema as the code states it. Items of batches are checked by the features themselves, hence no validation here. */
export function buildApiSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false });
}
