import 'reflect-metadata';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { RequestContext } from '../features/access/context';
import { ViewerResolver } from '../features/access/viewer.resolver';
import { GapResolver, ProjectGapsResolver, TeamGapsResolver } from '../features/gaps/gaps.resolver';
import { SkillSupplyResolver } from '../features/gaps/skill-supply.resolver';
import {
  MasteryResolver,
  PersonMasteryResolver,
  SkillMasteryResolver,
} from '../features/mastery/mastery.resolver';
import { MergingResolver } from '../features/mastery/merging.resolver';
import { PersonResolver, TeamResolver } from '../features/people/people.resolver';
import { ProjectResolver, TeamProjectsResolver } from '../features/projects/project.resolver';
import { RequirementResolver, TaskResolver } from '../features/projects/task.resolver';
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
  TeamProjectsResolver,
  TaskResolver,
  RequirementResolver,
  MasteryResolver,
  PersonMasteryResolver,
  SkillMasteryResolver,
  MergingResolver,
  ProjectStaffingResolver,
  GapResolver,
  ProjectGapsResolver,
  TeamGapsResolver,
  SkillSupplyResolver,
];

/** The schema as the code states it. Items of batches are checked by the features themselves, hence no validation here. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers, validate: false });
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) forgetLoadedBy(field);
  return schema;
}

/** What the request loaded before a mutation may be wrong after it: payloads and later mutations load anew. */
function forgetLoadedBy(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, given, context, info): unknown => {
    (context as RequestContext).loaders.clear();
    return resolve(source, given, context, info);
  };
}
