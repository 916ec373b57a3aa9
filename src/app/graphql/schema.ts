import 'reflect-metadata';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLObjectType,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { RequestContext } from '../../features/request/context';
import { load } from '../../features/request/loaders';
import { ViewerResolver } from '../../features/request/viewer.resolver';
import { ClaimResolver, PersonClaimsResolver } from '../../features/evidence/claim.resolver';
import {
  ModuleFeedbackResolver,
  PageFeedbackResolver,
  QuestionVersionFeedbackResolver,
} from '../../features/capture/content-feedback.resolver';
import {
  ModuleVisitsResolver,
  PageVisitsResolver,
  RevisionVisitsResolver,
} from '../../features/capture/content-visits.resolver';
import {
  LearningResolver,
  PersonLearningResolver,
  PlaceInModuleResolver,
} from '../../features/capture/learning.resolver';
import { FeedbackResolver, HelpResolver, PersonSaidResolver } from '../../features/capture/said.resolver';
import {
  PageViewResolver,
  PersonVisitsResolver,
  VideoViewResolver,
  VisitResolver,
} from '../../features/capture/visit.resolver';
import { AlignmentResolver } from '../../features/alignment/alignment.resolver';
import { FadingResolver } from '../../features/alignment/fading.resolver';
import { failureResolvers } from '../../features/outcomes/failure-rate.resolver';
import { learningGainResolvers } from '../../features/outcomes/learning-gain.resolver';
import { RevisionComparisonResolver } from '../../features/outcomes/revision-comparison.resolver';
import {
  DecidingResolver,
  PersonDecisionsResolver,
  QuestionDecisionResolver,
  VersionDecisionsResolver,
} from '../../features/deciding/decision.resolver';
import { MasteryDoubtResolver } from '../../features/mastery/doubted.resolver';
import { contentFiguresResolvers } from '../../features/exhaust/content-figures.resolver';
import { GapResolver, ProjectGapsResolver, TeamGapsResolver } from '../../features/gaps/gaps.resolver';
import { SkillSupplyResolver } from '../../features/gaps/skill-supply.resolver';
import {
  BroaderMasteryResolver,
  PersonBroaderMasteryResolver,
} from '../../features/mastery/broader.resolver';
import { CalibrationResolver } from '../../features/calibrations/calibration.resolver';
import { CalibratingResolver } from '../../features/calibrating/calibrating.resolver';
import { ForecastGroupResolver } from '../../features/calibrating/forecast-group.resolver';
import { RunResolver } from '../../features/switching/run.resolver';
import { OwnEvidenceResolver } from '../../features/capture/own-evidence.resolver';
import { ActivityMappingResolver } from '../../features/statements/mapping/activity-mapping.resolver';
import { MappingResolver } from '../../features/statements/mapping/mapping.resolver';
import { CaptureResolver } from '../../features/capture/capture.resolver';
import { RecordingResolver } from '../../features/recording/recording.resolver';
import { StatementResolver } from '../../features/statements/statement.resolver';
import { ExplanationResolver } from '../../features/explanations/explanation.resolver';
import { MasteryBandResolver } from '../../features/mastery/mastery-band.resolver';
import { PersonHistoryResolver } from '../../features/explanations/history.resolver';
import {
  MasteryResolver,
  PersonMasteryResolver,
  SkillMasteryResolver,
} from '../../features/mastery/mastery.resolver';
import { MergingResolver } from '../../features/merging/merging.resolver';
import { NextQuestionsResolver } from '../../features/explanations/next-questions.resolver';
import { SkillMergingResolver } from '../../features/merging/skill-merging.resolver';
import {
  ModuleEnrolmentsResolver,
  PersonEnrolmentsResolver,
} from '../../features/modules/enrolment.resolver';
import {
  moduleNounResolvers,
  ModuleResolver,
  PersonAuthoredResolver,
} from '../../features/modules/module.resolver';
import {
  PageResolver,
  RevisionResolver,
  VersionPagesResolver,
} from '../../features/modules/revision.resolver';
import { ModuleTeachesResolver, SkillTaughtByResolver } from '../../features/modules/teaching.resolver';
import { AccessLogEntryResolver, PersonAccessLogResolver } from '../../features/people/access-log.resolver';
import { PersonVisibilityResolver } from '../../features/people/visibility.resolver';
import { personNounResolvers, PersonResolver } from '../../features/people/people.resolver';
import { teamNounResolvers, TeamResolver } from '../../features/people/team.resolver';
import {
  PersonAssignmentsResolver,
  projectNounResolvers,
  ProjectResolver,
  TeamProjectsResolver,
} from '../../features/projects/project.resolver';
import {
  roleTemplateNounResolvers,
  RoleTemplateResolver,
} from '../../features/projects/role-template.resolver';
import {
  ProjectRequirementChangesResolver,
  RequirementChangeResolver,
} from '../../features/projects/requirement-change.resolver';
import { RequirementResolver, taskNounResolvers, TaskResolver } from '../../features/projects/task.resolver';
import {
  questionNounResolvers,
  QuestionResolver,
  QuestionVersionResolver,
  SkillQuestionsResolver,
} from '../../features/questions/question.resolver';
import { TombstoneResolver } from '../../features/nouns/tombstone.resolver';
import { SearchResolver } from '../../features/search/search.resolver';
import { LevelBandResolver } from '../../features/skills/level-band.resolver';
import { skillNounResolvers, SkillResolver } from '../../features/skills/skill.resolver';
import { DailyReportResolver } from '../../features/reports/daily-report.resolver';
import { PeopleResolver } from '../../features/staffing/people.resolver';
import {
  CandidatesLeftOutResolver,
  ProjectStaffingResolver,
} from '../../features/staffing/staffing.resolver';
import { CaptureTokenResolver } from '../../features/tokens/capture-token.resolver';
import { TokenResolver } from '../../features/tokens/token.resolver';
import { handItemsAsGiven } from '../../shared/items-argument';
import {
  ModuleDiagnosisResolver,
  PageDiagnosisResolver,
  QuestionVersionDiagnosisResolver,
} from '../../features/diagnosis/diagnosis.resolver';
import { ModuleProblemsResolver, ProblemResolver } from '../../features/diagnosis/problem.resolver';
import { SettlingResolver } from '../../features/diagnosis/settling.resolver';
import { NodeResolver, nodesByKey } from './node.resolver';

/** Every resolver class of the API: a new one is added here. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
const resolvers: NonEmptyArray<Function> = [
  ViewerResolver,
  CalibrationResolver,
  CalibratingResolver,
  ForecastGroupResolver,
  RunResolver,
  NodeResolver,
  ...personNounResolvers,
  PersonResolver,
  PersonAccessLogResolver,
  PersonVisibilityResolver,
  AccessLogEntryResolver,
  TokenResolver,
  CaptureTokenResolver,
  ...teamNounResolvers,
  TeamResolver,
  ...skillNounResolvers,
  SkillResolver,
  LevelBandResolver,
  ...questionNounResolvers,
  QuestionResolver,
  QuestionVersionResolver,
  SkillQuestionsResolver,
  ...moduleNounResolvers,
  ModuleResolver,
  PersonAuthoredResolver,
  RevisionResolver,
  PageResolver,
  VersionPagesResolver,
  ModuleTeachesResolver,
  SkillTaughtByResolver,
  ModuleEnrolmentsResolver,
  PersonEnrolmentsResolver,
  ...projectNounResolvers,
  ProjectResolver,
  PersonAssignmentsResolver,
  TeamProjectsResolver,
  ...taskNounResolvers,
  TaskResolver,
  ProjectRequirementChangesResolver,
  RequirementChangeResolver,
  RequirementResolver,
  ...roleTemplateNounResolvers,
  RoleTemplateResolver,
  TombstoneResolver,
  SearchResolver,
  ClaimResolver,
  PersonClaimsResolver,
  DecidingResolver,
  VersionDecisionsResolver,
  PersonDecisionsResolver,
  QuestionDecisionResolver,
  RecordingResolver,
  CaptureResolver,
  OwnEvidenceResolver,
  ActivityMappingResolver,
  MappingResolver,
  StatementResolver,
  ExplanationResolver,
  MasteryResolver,
  MasteryBandResolver,
  MasteryDoubtResolver,
  PersonBroaderMasteryResolver,
  BroaderMasteryResolver,
  PersonMasteryResolver,
  SkillMasteryResolver,
  PersonHistoryResolver,
  NextQuestionsResolver,
  MergingResolver,
  SkillMergingResolver,
  PeopleResolver,
  ProjectStaffingResolver,
  CandidatesLeftOutResolver,
  GapResolver,
  ProjectGapsResolver,
  TeamGapsResolver,
  SkillSupplyResolver,
  AlignmentResolver,
  FadingResolver,
  PersonLearningResolver,
  LearningResolver,
  PlaceInModuleResolver,
  PersonVisitsResolver,
  VisitResolver,
  PageViewResolver,
  VideoViewResolver,
  PersonSaidResolver,
  FeedbackResolver,
  HelpResolver,
  ModuleVisitsResolver,
  RevisionVisitsResolver,
  PageVisitsResolver,
  ModuleFeedbackResolver,
  PageFeedbackResolver,
  QuestionVersionFeedbackResolver,
  ...failureResolvers,
  ...learningGainResolvers,
  RevisionComparisonResolver,
  DailyReportResolver,
  ...contentFiguresResolvers,
  QuestionVersionDiagnosisResolver,
  PageDiagnosisResolver,
  ModuleDiagnosisResolver,
  ProblemResolver,
  ModuleProblemsResolver,
  SettlingResolver,
];

/** The schema as the code states it. Items of batches are checked by the features themselves, hence no validation here. */
export function statedSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false });
}

/** The schema that is served: what is stated, and a look-up of what was not read with its node. */
export function buildApiSchema(): GraphQLSchema {
  const schema = statedSchema();
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    handItemsAsGiven(field);
    forgetLoadedBy(field);
  }
  for (const [name, byKey] of Object.entries(nodesByKey)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`The schema has no type ${name}.`);
    for (const field of Object.values(type.getFields())) if (mayBeMissing(field)) lookUpMissing(field, byKey);
  }
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields())) if (holdsObjects(field)) completeInTurns(field);
  return schema;
}

/** What a node is called is read wherever it is named; its other own fields only by its look-up and its own lists. */
const alwaysRead = new Set(['id', 'name', 'prompt']);

function mayBeMissing({ name, resolve }: GraphQLField<unknown, unknown>): boolean {
  return resolve === undefined && !alwaysRead.has(name);
}

/** A field that was not read with its node is looked up by the node's key; one that was stays synchronous. */
function lookUpMissing(
  field: GraphQLField<unknown, unknown>,
  byKey: (typeof nodesByKey)[keyof typeof nodesByKey],
): void {
  const { name } = field;
  field.resolve = (source, _, context): unknown => {
    const node = source as Record<string, unknown>;
    if (node[name] !== undefined) return node[name];
    return load(context as RequestContext, byKey, String(node['key']), null).then(
      (found) => (found as Record<string, unknown> | null)?.[name],
    );
  };
}

/** Whether completing its value may take long: what is a scalar is there at once. */
function holdsObjects({ type, resolve }: GraphQLField<unknown, unknown>): boolean {
  return isCompositeType(getNamedType(type)) && (resolve !== undefined || isListType(getNullableType(type)));
}

/** Objects that were waited for, and what is far down in a long list, are completed when it is their turn. */
function completeInTurns(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, given, context, info): unknown => {
    const { completing } = context as RequestContext;
    const inParts = (value: unknown): unknown => (Array.isArray(value) ? completing.inParts(value) : value);
    const value: unknown = resolve(source, given, context, info);
    return value instanceof Promise
      ? value.then((found) => completing.inTurn(found)).then(inParts)
      : inParts(value);
  };
}

/** What the request loaded before a mutation may be wrong after it: payloads and later mutations load it again. */
function forgetLoadedBy(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, given, context, info): unknown => {
    (context as RequestContext).loaders.clear();
    return resolve(source, given, context, info);
  };
}
