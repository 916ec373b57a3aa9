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
function list(name: string): Record<string, Record<string, readonly Role[]>> {
  return {
    [`${name}Connection`]: fields(everyone, 'edges', 'nodes', 'pageInfo'),
    [`${name}Edge`]: fields(everyone, 'cursor', 'node'),
  };
}

/**
 * Which roles may select which field: what is not here is nobody's. Checked once per operation (app/check-policy); whose
 * rows a role covers is decided in app/context and is a parameter of the statements.
 */
export const policy: Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>> = {
  Query: {
    ...fields(everyone, 'viewer', 'team', 'teams', 'skill', 'skills', 'project', 'projects'),
    ...fields(individuals, 'person', 'people'),
    ...fields(everyone, 'question', 'questions'),
    ...fields(staffing, 'skillSupply'),
    ...fields(organisation, 'organisationGaps'),
  },
  Mutation: {
    ...fields(organisation, 'savePeople', 'saveTeams', 'saveMemberships', 'saveProjects', 'saveTasks'),
    ...fields(organisation, 'saveAssignments', 'recordAnswers', 'withdrawAnswers', 'mergePeople'),
    ...fields(staffing, 'saveRequirements'),
    ...fields(content, 'saveQuestions'),
    ...fields(['author', 'hr', 'admin'], 'saveSkills'),
    ...fields(['admin'], 'saveDifficulties'),
  },
  Viewer: fields(everyone, 'role', 'personId'),
  PageInfo: fields(everyone, 'hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'),
  ItemError: fields(everyone, 'index', 'code', 'message'),

  Person: {
    ...fields(everyone, 'id', 'name'),
    ...fields(individuals, 'email', 'activeUntil', 'mastery'),
  },
  ...list('Person'),
  Team: {
    ...fields(everyone, 'id', 'name', 'leads', 'projects'),
    ...fields(individuals, 'members'),
    ...fields(staffing, 'gaps'),
  },
  ...list('Team'),
  Membership: fields(individuals, 'person', 'from', 'to'),

  Skill: {
    ...fields(everyone, 'id', 'name', 'description', 'uri', 'broader', 'narrower'),
    ...fields(individuals, 'masteredBy'),
  },
  ...list('Skill'),
  Question: fields(everyone, 'id', 'prompt', 'current', 'versions'),
  ...list('Question'),
  QuestionVersion: {
    ...fields(everyone, 'id', 'number', 'prompt', 'options', 'publishedAt', 'question', 'skills'),
    ...fields(content, 'answerKey'),
  },

  Project: {
    ...fields(
      everyone,
      'id',
      'name',
      'description',
      'from',
      'to',
      'responsibleTeam',
      'tasks',
      'requirements',
    ),
    ...fields(individuals, 'assignments'),
    ...fields(staffing, 'candidates', 'gaps'),
  },
  ...list('Project'),
  Task: fields(everyone, 'id', 'name', 'requirements'),
  Requirement: fields(everyone, 'id', 'skill', 'level', 'importance', 'headcount', 'task'),
  Assignment: fields(individuals, 'person', 'share', 'from', 'to'),

  Mastery: fields(
    individuals,
    'person',
    'skill',
    'level',
    'interval',
    'answers',
    'lastEvidenceAt',
    'summary',
    'explanation',
  ),
  ...list('Mastery'),
  LevelInterval: fields(individuals, 'low', 'high'),
  MasteryExplanation: fields(individuals, 'prior', 'changes', 'level'),
  MasteryChange: fields(individuals, 'kind', 'at', 'change', 'version', 'expected', 'score', 'summary'),

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

  RecordedEvidence: fields(organisation, 'index', 'status'),
  RecordEvidencePayload: fields(organisation, 'recorded', 'duplicates', 'results', 'errors'),
  SavePeoplePayload: fields(organisation, 'people', 'errors'),
  MergePeoplePayload: fields(organisation, 'people', 'errors'),
  SaveTeamsPayload: fields(organisation, 'teams', 'errors'),
  SaveProjectsPayload: fields(organisation, 'projects', 'errors'),
  SaveTasksPayload: fields(organisation, 'tasks', 'errors'),
  SaveRelationshipsPayload: fields(staffing, 'done', 'errors'),
  SaveSkillsPayload: fields(['author', 'hr', 'admin'], 'skills', 'errors'),
  SaveQuestionsPayload: fields(content, 'questions', 'errors'),
};
