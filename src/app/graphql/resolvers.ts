import type { NonEmptyArray } from 'type-graphql';
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
import { gapsResolvers } from '../../features/gaps/gaps.resolver';
import {
  OrganisationGapsByMonthResolver,
  ProjectGapsByMonthResolver,
  RoleGapsByMonthResolver,
  TeamGapsByMonthResolver,
} from '../../features/gaps/gaps-by-month.resolver';
import {
  OrganisationGapChangesResolver,
  ProjectGapChangesResolver,
  TeamGapChangesResolver,
} from '../../features/gap-history/gap-changes.resolver';
import { SkillSupplyResolver } from '../../features/gaps/skill-supply.resolver';
import { LearningBreadthResolver, TeamBreadthResolver } from '../../features/growth/breadth.resolver';
import { PersonGrowthResolver, TeamGrowthResolver } from '../../features/growth/opportunity.resolver';
import { PipelinePersonResolver, RolePipelineResolver } from '../../features/growth/pipeline.resolver';
import { HiringResolver } from '../../features/hiring/hiring.resolver';
import { OpeningResolver, PersonOpeningsResolver } from '../../features/hiring/opening.resolver';
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
import {
  FormedTeamMemberResolver,
  FormedTeamResolver,
  ProjectReadinessResolver,
  ReadinessResolver,
} from '../../features/forming/forming.resolver';
import {
  PersonProposalsResolver,
  ProjectProposalsResolver,
  ProposalResolver,
} from '../../features/proposals/proposal.resolver';
import { DailyReportResolver } from '../../features/reports/daily-report.resolver';
import { CandidateResolver } from '../../features/staffing/candidate.resolver';
import { RequirementFitResolver } from '../../features/staffing/requirement-fit.resolver';
import { FreeShareResolver } from '../../features/staffing/free-share.resolver';
import { PeopleResolver } from '../../features/staffing/people.resolver';
import {
  CandidatesLeftOutResolver,
  ProjectStaffingResolver,
} from '../../features/staffing/staffing.resolver';
import { CaptureTokenResolver } from '../../features/tokens/capture-token.resolver';
import { TokenResolver } from '../../features/tokens/token.resolver';
import { WebhookResolver } from '../../features/webhooks/webhook.resolver';
import {
  ModuleDiagnosisResolver,
  PageDiagnosisResolver,
  QuestionVersionDiagnosisResolver,
} from '../../features/diagnosis/diagnosis.resolver';
import { ModuleProblemsResolver, ProblemResolver } from '../../features/diagnosis/problem.resolver';
import { SettlingResolver } from '../../features/diagnosis/settling.resolver';
import { NodeResolver } from './node.resolver';

/** Every resolver class of the API: a new one is added here. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
export const resolvers: NonEmptyArray<Function> = [
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
  WebhookResolver,
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
  CandidateResolver,
  RequirementFitResolver,
  FreeShareResolver,
  PeopleResolver,
  ProjectStaffingResolver,
  CandidatesLeftOutResolver,
  FormedTeamResolver,
  FormedTeamMemberResolver,
  ProjectReadinessResolver,
  ReadinessResolver,
  ProposalResolver,
  ProjectProposalsResolver,
  PersonProposalsResolver,
  ...gapsResolvers,
  OrganisationGapsByMonthResolver,
  ProjectGapsByMonthResolver,
  RoleGapsByMonthResolver,
  TeamGapsByMonthResolver,
  OrganisationGapChangesResolver,
  ProjectGapChangesResolver,
  TeamGapChangesResolver,
  RolePipelineResolver,
  PipelinePersonResolver,
  TeamBreadthResolver,
  PersonGrowthResolver,
  TeamGrowthResolver,
  LearningBreadthResolver,
  SkillSupplyResolver,
  HiringResolver,
  OpeningResolver,
  PersonOpeningsResolver,
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
