import { roles, type Role } from './viewer';

const everyone: readonly Role[] = roles;
/** Individuals, as far as the viewer's rows reach: themselves, their teams' members, everybody. */
const individuals: readonly Role[] = ['person', 'lead', 'hr', 'admin'];
/** The need 'staffing': fit of people to a stated requirement, and what a group lacks. */
const staffing: readonly Role[] = ['lead', 'hr', 'admin'];
const content: readonly Role[] = ['author', 'admin'];
const organisation: readonly Role[] = ['hr', 'admin'];

function fields(who: readonly Role[], ...names: string[]): Record<string, readonly Role[]> {
  return Object.fromEntries(names.map((name) => [name, who]));
}

/** A connection, its edges and its payload rows are as open as the field that leads to them. */
function list(
  name: string,
  alongEdges: Record<string, readonly Role[]> = {},
): Record<string, Record<string, readonly Role[]>> {
  return {
    [`${name}Connection`]: fields(everyone, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    [`${name}Edge`]: { ...fields(everyone, 'cursor', 'node'), ...alongEdges },
  };
}

/** What every noun has. */
const noun = fields(everyone, 'id', 'outsideIds', 'createdAt', 'updatedAt', 'archivedAt');

/**
 * Which roles may select which field: what is not here is nobody's. Checked once per operation (app/graphql/check-policy); whose
 * rows a role covers is decided in app/graphql/context and is a parameter of the statements.
 */
export const policy: Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>> = {
  Query: {
    ...fields(everyone, 'viewer', 'node', 'nodes', 'team', 'teams', 'skill', 'skills', 'project', 'projects'),
    ...fields(everyone, 'search', 'task', 'question', 'questions', 'roleTemplate', 'roleTemplates'),
    ...fields(everyone, 'module', 'modules', 'bands'),
    ...fields(individuals, 'person', 'people', 'nextQuestions'),
    ...fields(staffing, 'skillSupply'),
    ...fields(organisation, 'organisationGaps'),
    ...fields(['admin'], 'calibrations', 'calibrationRuns'),
  },
  Mutation: {
    ...fields(organisation, 'savePeople', 'saveAvailability', 'saveTeams', 'saveMemberships'),
    ...fields(organisation, 'saveProjects', 'saveTasks', 'saveAssignments', 'saveRoleTemplates'),
    ...fields(organisation, 'deletePeople', 'deleteTeams', 'deleteProjects', 'deleteTasks'),
    ...fields(organisation, 'deleteRoleTemplates', 'recordAnswers', 'withdrawAnswers', 'mergePeople'),
    // Of themselves, and a lead of those whom they lead: evidence/claim.service refuses others item by item.
    ...fields(individuals, 'recordClaims'),
    ...fields(organisation, 'withdrawClaims'),
    ...fields(staffing, 'saveRequirements', 'applyRoleTemplates'),
    ...fields(organisation, 'saveEnrolments'),
    ...fields(content, 'saveQuestions', 'saveAssessedSkills', 'deleteQuestions'),
    ...fields(content, 'saveModules', 'saveTeaches', 'deleteModules'),
    ...fields(['author', 'hr', 'admin'], 'saveSkills', 'saveBroaderSkills', 'deleteSkills'),
    ...fields(['admin'], 'saveDifficulties', 'calibrate', 'mergeSkills', 'splitSkill'),
  },
  Calibration: {
    ...fields(['admin'], 'number', 'state', 'madeAt', 'inForceSince', 'inForceUntil', 'answers', 'people'),
    ...fields(['admin'], 'logLoss', 'progress', 'summary'),
  },
  CalibrationRun: {
    ...fields(['admin'], 'id', 'dryRun', 'state', 'progress', 'startedAt', 'endedAt', 'calibration'),
    ...fields(['admin'], 'forecast', 'failure'),
  },
  CalibrationForecast: {
    ...fields(['admin'], 'answers', 'people', 'logLoss', 'everybody', 'teams', 'teamsWithheld', 'skills'),
    ...fields(['admin'], 'skillsWithheld'),
  },
  CalibrationForecastGroup: {
    ...fields(['admin'], 'name', 'id', 'people', 'levels', 'meanChange', 'raisedShare', 'loweredShare'),
    ...fields(['admin'], 'otherBandShare', 'summary'),
  },
  SearchResult: fields(everyone, 'node', 'score', 'matchedText'),
  ...list('SearchResult'),
  Viewer: fields(everyone, 'role', 'personId'),
  Node: fields(everyone, 'id'),
  OutsideId: fields(everyone, 'source', 'id'),
  PageInfo: fields(everyone, 'hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'),
  ItemError: fields(everyone, 'index', 'code', 'message'),
  DeletePayload: fields(['author', 'hr', 'admin'], 'results', 'errors'),
  DeletedItem: fields(['author', 'hr', 'admin'], 'index', 'status'),

  Person: {
    ...noun,
    ...fields(everyone, 'name', 'leads', 'authored'),
    ...fields(individuals, 'email', 'photoUrl', 'timeZone', 'activeUntil', 'outsideIds', 'mastery'),
    ...fields(
      individuals,
      'broaderMastery',
      'memberships',
      'assignments',
      'availability',
      'enrolments',
      'claims',
      'looks',
    ),
    ...fields(individuals, 'masteryHistory'),
  },
  ...list('Person', fields(staffing, 'fit')),
  PersonFit: fields(staffing, 'fit', 'knownShare', 'needs', 'summary'),
  SkillNeedFit: fields(staffing, 'skill', 'counted', 'status', 'probability', 'level', 'interval', 'summary'),
  Look: fields(individuals, 'viewer', 'role', 'need', 'operation', 'firstAt', 'lastAt', 'count'),
  ...list('Look'),
  Availability: fields(individuals, 'share', 'from', 'to'),
  ...list('Availability'),
  Team: {
    ...noun,
    ...fields(everyone, 'name', 'leads', 'projects', 'broader', 'narrower'),
    ...fields(individuals, 'members'),
    ...fields(staffing, 'gaps'),
  },
  ...list('Team'),
  Membership: fields(individuals, 'person', 'team', 'from', 'to'),
  ...list('Membership'),

  Skill: {
    ...noun,
    ...fields(everyone, 'name', 'description', 'uri', 'type', 'labels', 'synonyms', 'questions'),
    ...fields(everyone, 'broader', 'narrower', 'prerequisites', 'prerequisiteOf', 'taughtBy'),
    ...fields(individuals, 'masteredBy'),
  },
  ...list('Skill'),
  NamedBand: fields(everyone, 'name', 'from', 'to'),
  LocalizedText: fields(everyone, 'language', 'text'),
  Question: { ...noun, ...fields(everyone, 'prompt', 'current', 'versions') },
  ...list('Question'),
  QuestionVersion: {
    ...fields(everyone, 'id', 'number', 'prompt', 'options', 'publishedAt', 'question', 'skills'),
    ...fields(everyone, 'askedIn'),
    ...fields(content, 'answerKey'),
  },
  ...list('QuestionVersion'),

  Module: {
    ...noun,
    ...fields(everyone, 'name', 'description', 'expectedMinutes', 'authors', 'teaches', 'prerequisites'),
    ...fields(everyone, 'prerequisiteOf', 'current', 'revisions'),
    ...fields(individuals, 'enrolments'),
  },
  ...list('Module'),
  Revision: fields(everyone, 'id', 'number', 'note', 'publishedAt', 'resources', 'module', 'pages'),
  ...list('Revision'),
  Resource: fields(everyone, 'title', 'kind', 'url'),
  Page: fields(everyone, 'id', 'number', 'title', 'kind', 'expectedSeconds', 'revision', 'questions'),
  ...list('Page'),
  AskedQuestion: fields(everyone, 'section', 'position', 'version'),
  ...list('AskedQuestion'),
  Teaching: fields(everyone, 'module', 'skill', 'from', 'to'),
  ...list('Teaching'),
  Enrolment: fields(individuals, 'person', 'module', 'from', 'due', 'completedAt', 'overdue'),
  ...list('Enrolment'),

  Project: {
    ...noun,
    ...fields(everyone, 'name', 'description', 'from', 'to', 'responsibleTeam', 'tasks', 'requirements'),
    ...fields(individuals, 'assignments'),
    ...fields(staffing, 'candidates', 'gaps'),
  },
  ...list('Project'),
  Task: { ...noun, ...fields(everyone, 'name', 'project', 'requirements') },
  ...list('Task'),
  RoleTemplate: { ...noun, ...fields(everyone, 'name', 'description', 'uri', 'requirements') },
  ...list('RoleTemplate'),
  Requirement: fields(everyone, 'id', 'skill', 'level', 'band', 'importance', 'headcount', 'task'),
  ...list('Requirement'),
  Assignment: fields(individuals, 'person', 'project', 'share', 'from', 'to'),
  ...list('Assignment'),

  Mastery: fields(
    individuals,
    'person',
    'skill',
    'level',
    'interval',
    'answers',
    'claims',
    'onlyClaims',
    'lastEvidenceAt',
    'band',
    'bands',
    'summary',
    'explanation',
    'influence',
  ),
  ...list('Mastery'),
  BroaderMastery: {
    ...fields(individuals, 'person', 'skill', 'asOf', 'level', 'interval', 'knownShare', 'from', 'summary'),
    ...fields(individuals, 'narrowerSkills'),
  },
  ...list('BroaderMastery'),
  BroaderMasteryPart: fields(individuals, 'share', 'mastery'),
  BandProbability: fields(individuals, 'band', 'from', 'to', 'probability'),
  MasteryHistory: {
    ...fields(individuals, 'before', 'byEvidence', 'byTime', 'byCalibration', 'points', 'omitted', 'summary'),
  },
  MasteryPoint: {
    ...fields(
      individuals,
      'at',
      'kind',
      'level',
      'interval',
      'change',
      'calibration',
      'outsideId',
      'summary',
    ),
  },
  NextQuestion: {
    ...fields(individuals, 'version', 'probability', 'expectedWidth', 'narrowing', 'repeated', 'summary'),
  },
  MasteryInfluence: fields(individuals, 'levelWithout', 'influence', 'summary'),
  LevelInterval: fields(individuals, 'low', 'high'),
  MasteryExplanation: fields(individuals, 'prior', 'changes', 'level', 'summary'),
  MasteryChange: {
    ...fields(individuals, 'kind', 'at', 'change', 'version', 'expected', 'score'),
    ...fields(individuals, 'outsideId', 'claimKind', 'claimedLevel', 'summary'),
  },

  Claim: {
    ...fields(individuals, 'id', 'outsideId', 'person', 'skill', 'kind', 'level', 'band', 'at', 'by'),
    ...fields(individuals, 'issuer', 'credential', 'statement', 'withdrawn', 'summary'),
  },
  ...list('Claim'),

  Candidate: fields(staffing, 'person', 'fit', 'knownShare', 'requirements', 'summary'),
  ...list('Candidate'),
  RequirementFit: fields(staffing, 'requirement', 'status', 'probability', 'level', 'interval', 'summary'),
  GapReport: fields(staffing, 'asOf', 'people', 'gaps', 'allCoveredProbability', 'summary'),
  Gap: fields(staffing, 'requirement', 'project', 'demand', 'supply', 'nearest', 'summary'),
  GapSupply: fields(
    staffing,
    'expectedSupply',
    'expectedShortfall',
    'coveredProbability',
    'known',
    'unknown',
  ),
  NearPerson: fields(staffing, 'person', 'probability', 'level'),
  Withheld: fields(staffing, 'reason'),
  SkillSupply: fields(staffing, 'asOf', 'skill', 'total', 'teams'),
  TeamSkillSupply: fields(staffing, 'team', 'supply'),
  SkillSupplyFigures: fields(staffing, 'people', 'known', 'unknown', 'bands', 'summary'),
  BandSupply: fields(staffing, 'band', 'from', 'to', 'expectedPeople'),

  RecordedEvidence: fields(individuals, 'index', 'status'),
  RecordEvidencePayload: fields(individuals, 'recorded', 'duplicates', 'results', 'errors'),
  SavePeoplePayload: fields(organisation, 'people', 'errors'),
  MergePeoplePayload: fields(organisation, 'people', 'errors'),
  MergeSkillsPayload: fields(['admin'], 'calibration', 'skills', 'errors'),
  SplitSkillPayload: fields(['admin'], 'calibration', 'done', 'errors'),
  SaveTeamsPayload: fields(organisation, 'teams', 'errors'),
  SaveProjectsPayload: fields(organisation, 'projects', 'errors'),
  SaveTasksPayload: fields(organisation, 'tasks', 'errors'),
  SaveRoleTemplatesPayload: fields(organisation, 'roleTemplates', 'errors'),
  SaveRelationshipsPayload: fields(['lead', 'author', 'hr', 'admin'], 'done', 'changed', 'errors'),
  SaveSkillsPayload: fields(['author', 'hr', 'admin'], 'skills', 'errors'),
  SaveQuestionsPayload: fields(content, 'questions', 'errors'),
  SaveModulesPayload: fields(content, 'modules', 'errors'),
};
