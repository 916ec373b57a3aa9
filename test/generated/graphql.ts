/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A person's response to one version of a question. Source and id name it for ever: sent again with the same content it changes nothing. */
export type AnswerInput = {
  /** Required. When it happened; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Which try at this question it was, from 1; 1 where left out. */
  attempt?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Required. Who answered. */
  person?: ReferenceInput | null | undefined;
  /** Required. What was asked. */
  question?: ReferenceInput | null | undefined;
  /** What the person answered, at most 4,000 characters; left out or null where not known or left empty. */
  response?: unknown;
  /** Milliseconds from question to answer, 0 to 86,400,000; never used to judge the person. */
  responseMs?: unknown;
  /** Required. Share of a right answer in [0,1]: 1 is right, 0 wrong. */
  score?: unknown;
  /** Names the sitting (test, session) in which it was given, at most 200 characters. */
  sitting?: unknown;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Number of the version that was shown, from 1; the current one where left out. */
  version?: unknown;
};

/** Assigns a person to a project for a time. The same person, project and from change the stretch that is there; give `to` to end it. */
export type AssignmentInput = {
  /** When the assignment begins; left out where not known. */
  from?: unknown;
  /** The person. */
  person: ReferenceInput;
  /** The project. */
  project: ReferenceInput;
  /** true takes away what person, project and from name, whatever else is given. */
  remove?: unknown;
  /** Share of the person's working time, above 0, at most 1; left out it stays, and is 1 for a new assignment. */
  share?: unknown;
  /** When the assignment ends; left out or null while it lasts. */
  to?: unknown;
};

/** What deleting came to. */
export type DeleteStatus =
  /** It is in use: evidence hangs on it, so it is archived. Lists leave it out; saving it again brings it back. */
  | 'ARCHIVED'
  /** It is gone, with its parts and all its relationships; its outside ids are free. */
  | 'DELETED';

/** States how hard a question version is, or the reference question of a skill, in the calibration in force. Give question or skill. */
export type DifficultyInput = {
  /** Required. In logits, -10 to 10: someone whose ability equals it answers right half the time. Higher is harder. */
  difficulty?: unknown;
  /** The question. */
  question?: ReferenceInput | null | undefined;
  /** The skill whose reference question is meant. */
  skill?: ReferenceInput | null | undefined;
  /** Number of the version, from 1; the current one where left out. */
  version?: unknown;
};

/** What became of an accepted item of evidence. */
export type EvidenceStatus =
  /** It was there already with the same content; nothing changed. */
  | 'DUPLICATE'
  /** New, and durable now. */
  | 'RECORDED';

/** Why one item of a batch was not done. */
export type ItemErrorCode =
  /** The id is taken by other content; what came first stands. */
  | 'CONFLICT'
  /** The viewer may not change what the item names. */
  | 'FORBIDDEN'
  /** A value is missing or outside its range; the message names the field. */
  | 'INVALID'
  /** Evidence already hangs on what the item would change. */
  | 'IN_USE'
  /** Something the item refers to does not exist. */
  | 'NOT_FOUND'
  /** What the item would change has changed since the moment given as ifUnchangedSince, or is gone: read it again. */
  | 'STALE'
  /** The time given lies further ahead of the server clock than the allowed skew. */
  | 'TIME_AHEAD';

/** A text in a language. */
export type LocalizedTextInput = {
  /** Required. Language tag as in BCP 47, for example en or pt-BR. */
  language?: unknown;
  /** Required. The text, 1 to 500 characters. */
  text?: unknown;
};

/** For what somebody's figures were looked at. */
export type LookNeed =
  /** The distance to a requirement, as one of the nearest in a gap report. */
  | 'GAPS'
  /** Levels in skills, of the person or among those known in a skill. */
  | 'MASTERY'
  /** The fit to a project, as one of its candidates. */
  | 'STAFFING';

/** What moved a level. */
export type MasteryChangeKind =
  /** An answer to a question that assesses the skill. */
  | 'ANSWER'
  /** Time without evidence: certainty fades, and the level drifts with it toward one half. */
  | 'FADING';

/** Puts a person into a team for a time. The same person, team and from change the stretch that is there; give `to` to end it. */
export type MembershipInput = {
  /** When membership begins; left out where not known. */
  from?: unknown;
  /** The person. */
  person: ReferenceInput;
  /** true takes away what person, team and from name, whatever else is given. */
  remove?: unknown;
  /** The team. */
  team: ReferenceInput;
  /** When membership ends; left out or null while it lasts. */
  to?: unknown;
};

/** Creates a person or changes the one with this source and id. A field left out stays, null clears. */
export type PersonInput = {
  /** When the person leaves. */
  activeUntil?: unknown;
  /** E-mail address, at most 320 characters. */
  email?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened. */
  ifUnchangedSince?: unknown;
  /** Full name, 1 to 200 characters; required for a new person. */
  name?: unknown;
  /** Address of a picture, http or https, at most 2,000 characters. */
  photoUrl?: unknown;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Time zone by its IANA name, for example Europe/Berlin. */
  timeZone?: unknown;
};

/** Says that two records are one person, for example one of the learning platform and one of HR. It cannot be taken back. */
export type PersonMergeInput = {
  /** The record that stays. What it says stands; what it lacks, such as an e-mail address, it takes from the other. When the person leaves it says alone. */
  keep: ReferenceInput;
  /** The record that goes. Its outside ids, its global id and everything that hangs on it become those of the record that stays. */
  merge: ReferenceInput;
};

/** Creates a project or changes the one with this source and id. A field left out stays, null clears. */
export type ProjectInput = {
  /** What the project is about, at most 10,000 characters. */
  description?: unknown;
  /** When the project begins. */
  from?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened. */
  ifUnchangedSince?: unknown;
  /** Name, 1 to 200 characters; required for a new project. */
  name?: unknown;
  /** The one team that is responsible. */
  responsibleTeam?: ReferenceInput | null | undefined;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** When the project ends, after `from`. */
  to?: unknown;
};

/** Creates a question or changes the one with this source and id. A field left out stays as in the current version; what differs from it publishes the next version. */
export type QuestionInput = {
  /** The right answer, at most 10,000 characters; null clears it. */
  answerKey?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened. */
  ifUnchangedSince?: unknown;
  /** The answers to choose from, in order, at most 100; null or an empty list where the answer is free. */
  options?: Array<unknown> | null | undefined;
  /** What is asked, 1 to 10,000 characters; required for a new question. */
  prompt?: unknown;
  /** Every skill that a right answer shows, 1 to 100: replaces the list. Required for a new question. */
  skills?: Array<ReferenceInput> | null | undefined;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Points at something that exists, or is saved earlier in the same batch: give source and id as an outside system knows it, or globalId alone. */
export type ReferenceInput = {
  /** The id as this API returns it. */
  globalId?: unknown;
  /** The id within that system. */
  id?: unknown;
  /** The outside system, for example "hr" or "lms". */
  source?: unknown;
};

/** Requires a level of a skill of a project, of one of its tasks or of a role template. The same owner, skill and level change the requirement that is there: what is left out stays. */
export type RequirementInput = {
  /** How many people are needed, up to 1,000; 1 where a new one states nothing. 0 removes the requirement. */
  headcount?: unknown;
  /** Weight among the requirements of the project, above 0, at most 1,000; 1 where a new one states nothing. */
  importance?: unknown;
  /** Required. The level, above 0 and below 1: the probability of a right answer to the skill's reference question. */
  level?: unknown;
  /** The project that needs it as a whole; or give task, or roleTemplate. */
  project?: ReferenceInput | null | undefined;
  /** The role template that needs it. */
  roleTemplate?: ReferenceInput | null | undefined;
  /** The skill required. */
  skill: ReferenceInput;
  /** The task that needs it. */
  task?: ReferenceInput | null | undefined;
};

/** How a person stands to a requirement. */
export type RequirementStatus =
  /** The required level is reached with a smaller probability. */
  | 'BELOW'
  /** The required level is reached with a probability of at least 0.5 (or as configured). */
  | 'MEETS'
  /** There is no evidence on the skill: neither met nor below. */
  | 'UNKNOWN';

/** What a viewer is to the organisation: it decides which fields are open and whose rows are seen. */
export type Role =
  /** Runs the installation: sees and changes everything. */
  | 'ADMIN'
  /** Writes content: sees questions and skills, and no individuals. */
  | 'AUTHOR'
  /** Answers for people: sees everybody. */
  | 'HR'
  /** Leads teams: sees their members, and candidates for the projects these teams are responsible for. */
  | 'LEAD'
  /** Somebody who learns and works here: sees themselves. */
  | 'PERSON';

/** What can be searched for. */
export type SearchType =
  /** People whom the viewer sees, by name and e-mail address. */
  | 'PERSON'
  /** Projects, by name and description. */
  | 'PROJECT'
  /** Role templates, by name and description. */
  | 'ROLE_TEMPLATE'
  /** Skills, by name, labels and synonyms in any language. */
  | 'SKILL'
  /** Teams, by name. */
  | 'TEAM';

/** Creates a skill or changes the one with this source and id. A field left out stays, null clears. */
export type SkillInput = {
  /** Every skill directly above this one, at most 100: replaces the list. They may be saved by any item of the same batch, a later one too. */
  broader?: Array<ReferenceInput> | null | undefined;
  /** What the skill comprises, at most 10,000 characters. */
  description?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened. */
  ifUnchangedSince?: unknown;
  /** What it is called in other languages, one label a language, at most 100: replaces the list. */
  labels?: Array<LocalizedTextInput> | null | undefined;
  /** Name, 1 to 200 characters; required for a new skill. */
  name?: unknown;
  /** Every skill that should be mastered before this one, at most 100: replaces the list. They may be saved by any item of the same batch. */
  prerequisites?: Array<ReferenceInput> | null | undefined;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Other words for it, in any language, at most 500: replaces the list. */
  synonyms?: Array<LocalizedTextInput> | null | undefined;
  /** What kind of capability it is: the name of a SkillType, for example "KNOWLEDGE". */
  type?: unknown;
  /** Absolute URI of the definition in a public taxonomy, at most 2,000 characters. */
  uri?: unknown;
};

/** Creates a task or changes the one with this source and id. A field left out stays. */
export type TaskInput = {
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened. */
  ifUnchangedSince?: unknown;
  /** Name, 1 to 200 characters; required for a new task. */
  name?: unknown;
  /** The one project that the task is part of: another than now moves it. Required for a new task. */
  project?: ReferenceInput | null | undefined;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Creates a team or changes the one with this source and id. A field left out stays, null clears. */
export type TeamInput = {
  /** The team that this one is directly within; it may be saved by any item of the same batch. */
  broader?: ReferenceInput | null | undefined;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened. */
  ifUnchangedSince?: unknown;
  /** Everybody who leads the team: replaces the list; null or an empty list clears it. */
  leads?: Array<ReferenceInput> | null | undefined;
  /** Name, 1 to 200 characters; required for a new team. */
  name?: unknown;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Takes back one answer, named by the source and id it was or will be recorded under: a withdrawal that arrives first holds for the answer that follows. */
export type WithdrawalInput = {
  /** Required. When it was withdrawn. */
  at?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Why, for the people concerned; at most 1,000 characters. */
  reason?: unknown;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

export type SeveralInOneMutationVariables = Exact<{
  person: Array<PersonInput> | PersonInput;
  team: Array<TeamInput> | TeamInput;
  renamed: Array<PersonInput> | PersonInput;
  membership: Array<MembershipInput> | MembershipInput;
}>;


export type SeveralInOneMutation = { first: { people: Array<{ id: string, name: string } | null> }, team: { teams: Array<{ members: { nodes: Array<{ person: { name: string } }> }, leads: { nodes: Array<{ id: string, name: string }> } } | null>, errors: Array<{ message: string }> }, second: { people: Array<{ id: string, name: string } | null> }, membership: { done: number }, again: { teams: Array<{ members: { nodes: Array<{ person: { name: string } }> }, leads: { nodes: Array<{ name: string }> } } | null> } };

export type SaveDifficultiesMutationVariables = Exact<{
  items: Array<DifficultyInput> | DifficultyInput;
}>;


export type SaveDifficultiesMutation = { saveDifficulties: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

type GapReportParts_GapReport_Fragment = { __typename: 'GapReport', asOf: string, people: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, skill: { id: string }, task: { name: string } | null }, project: { name: string }, supply:
      | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
      | { __typename: 'Withheld', reason: string }
    , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> };

type GapReportParts_Withheld_Fragment = { __typename: 'Withheld', reason: string };

export type GapReportPartsFragment =
  | GapReportParts_GapReport_Fragment
  | GapReportParts_Withheld_Fragment
;

export type GapsOfProjectQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type GapsOfProjectQuery = { project: { gaps:
      | { __typename: 'GapReport', asOf: string, people: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, skill: { id: string }, task: { name: string } | null }, project: { name: string }, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
            | { __typename: 'Withheld', reason: string }
          , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type GapsOfTeamQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type GapsOfTeamQuery = { team: { gaps:
      | { __typename: 'GapReport', asOf: string, people: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, skill: { id: string }, task: { name: string } | null }, project: { name: string }, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
            | { __typename: 'Withheld', reason: string }
          , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type KitLevelsOfPersonQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type KitLevelsOfPersonQuery = { person: { mastery: { nodes: Array<{ level: number, answers: number, lastEvidenceAt: string, skill: { id: string }, interval: { low: number, high: number } }> } } | null };

export type SavePeopleMutationVariables = Exact<{
  items: Array<PersonInput> | PersonInput;
}>;


export type SavePeopleMutation = { savePeople: { people: Array<{ id: string, name: string, email: string | null, activeUntil: string | null } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveTeamsMutationVariables = Exact<{
  items: Array<TeamInput> | TeamInput;
}>;


export type SaveTeamsMutation = { saveTeams: { teams: Array<{ id: string, name: string, leads: { nodes: Array<{ id: string }> }, members: { nodes: Array<{ from: string | null, to: string | null, person: { id: string } }> }, projects: { nodes: Array<{ name: string }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveMembershipsMutationVariables = Exact<{
  items: Array<MembershipInput> | MembershipInput;
}>;


export type SaveMembershipsMutation = { saveMemberships: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveSkillsMutationVariables = Exact<{
  items: Array<SkillInput> | SkillInput;
}>;


export type SaveSkillsMutation = { saveSkills: { skills: Array<{ id: string, name: string, description: string | null, uri: string | null, broader: { nodes: Array<{ id: string }> }, narrower: { nodes: Array<{ id: string }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveQuestionsMutationVariables = Exact<{
  items: Array<QuestionInput> | QuestionInput;
}>;


export type SaveQuestionsMutation = { saveQuestions: { questions: Array<{ id: string, prompt: string, current: { number: number, skills: { nodes: Array<{ id: string }> } }, versions: { nodes: Array<{ id: string, number: number, prompt: string, options: Array<string>, answerKey: string | null, skills: { nodes: Array<{ id: string }> }, question: { prompt: string } }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveProjectsMutationVariables = Exact<{
  items: Array<ProjectInput> | ProjectInput;
}>;


export type SaveProjectsMutation = { saveProjects: { projects: Array<{ id: string, name: string, description: string | null, from: string | null, to: string | null, responsibleTeam: { name: string } | null } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveRequirementsMutationVariables = Exact<{
  items: Array<RequirementInput> | RequirementInput;
}>;


export type SaveRequirementsMutation = { saveRequirements: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type MergePeopleMutationVariables = Exact<{
  items: Array<PersonMergeInput> | PersonMergeInput;
}>;


export type MergePeopleMutation = { mergePeople: { people: Array<{ id: string, name: string, email: string | null, activeUntil: string | null } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveOrganisationMutationVariables = Exact<{
  people?: Array<PersonInput> | PersonInput;
  teams?: Array<TeamInput> | TeamInput;
  memberships?: Array<MembershipInput> | MembershipInput;
  projects?: Array<ProjectInput> | ProjectInput;
  tasks?: Array<TaskInput> | TaskInput;
  requirements?: Array<RequirementInput> | RequirementInput;
  assignments?: Array<AssignmentInput> | AssignmentInput;
  difficulties?: Array<DifficultyInput> | DifficultyInput;
}>;


export type SaveOrganisationMutation = { savePeople: { errors: Array<{ message: string }> }, saveTeams: { teams: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveMemberships: { errors: Array<{ message: string }> }, saveProjects: { projects: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveTasks: { errors: Array<{ message: string }> }, saveRequirements: { errors: Array<{ message: string }> }, saveAssignments: { errors: Array<{ message: string }> }, saveDifficulties: { errors: Array<{ message: string }> } };

export type RecordAnswersMutationVariables = Exact<{
  items: Array<AnswerInput> | AnswerInput;
}>;


export type RecordAnswersMutation = { recordAnswers: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type WithdrawAnswersMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawAnswersMutation = { withdrawAnswers: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type StaffingCandidatesQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  includeAssigned?: boolean;
}>;


export type StaffingCandidatesQuery = { project: { candidates: { edges: Array<{ cursor: string }>, nodes: Array<{ fit: number, knownShare: number, summary: string, person: { id: string, name: string }, requirements: Array<{ status: RequirementStatus, probability: number | null, level: number | null, summary: string, requirement: { level: number, importance: number, skill: { id: string }, task: { name: string } | null }, interval: { low: number, high: number } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type StoryCandidatesQueryVariables = Exact<{
  id: string | number;
}>;


export type StoryCandidatesQuery = { project: { name: string, candidates: { nodes: Array<{ person: { id: string, email: string | null, activeUntil: string | null } }> } } | null };

export type LooksAtMeQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type LooksAtMeQuery = { person: { looks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ role: Role, need: LookNeed, operation: string | null, firstAt: string, lastAt: string, count: number, viewer: { id: string } | null }> } } | null };

export type MergedPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedPersonQuery = { person: { id: string, name: string, email: string | null, activeUntil: string | null, mastery: { nodes: Array<{ answers: number }> } } | null };

export type MergedTeamQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedTeamQuery = { team: { leads: { nodes: Array<{ id: string }> }, members: { nodes: Array<{ from: string | null, to: string | null, person: { id: string } }> } } | null };

export type MergedAssignedQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedAssignedQuery = { project: { assignments: { nodes: Array<{ from: string | null, to: string | null, share: number, person: { id: string } }> } } | null };

export type MergedAssignedOfMutationVariables = Exact<{
  items: Array<ProjectInput> | ProjectInput;
}>;


export type MergedAssignedOfMutation = { saveProjects: { projects: Array<{ assignments: { nodes: Array<{ from: string | null, person: { id: string } }> } } | null> } };

export type MergedVisibleQueryVariables = Exact<{ [key: string]: never; }>;


export type MergedVisibleQuery = { people: { nodes: Array<{ id: string }> } };

export type MergedCandidatesQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedCandidatesQuery = { project: { candidates: { nodes: Array<{ person: { id: string } }> } } | null };

export type MergedNowCalledQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedNowCalledQuery = { person: { id: string } | null };

export type OrganisationGapsQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type OrganisationGapsQuery = { organisationGaps: { asOf: string, people: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, requirement: { id: string, level: number, skill: { id: string } }, project: { id: string, name: string }, supply:
        | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
        | { __typename: 'Withheld' }
      , nearest: Array<{ probability: number, person: { id: string } }> }> } };

export type ListPeopleQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListPeopleQuery = { people: { nodes: Array<{ id: string, name: string }>, edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SaveTasksMutationVariables = Exact<{
  items: Array<TaskInput> | TaskInput;
}>;


export type SaveTasksMutation = { saveTasks: { tasks: Array<{ id: string, name: string } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveAssignmentsMutationVariables = Exact<{
  items: Array<AssignmentInput> | AssignmentInput;
}>;


export type SaveAssignmentsMutation = { saveAssignments: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type ProjectQueryVariables = Exact<{
  id: string | number;
}>;


export type ProjectQuery = { project: { tasks: { nodes: Array<{ name: string, requirements: { nodes: Array<{ level: number }> } }> }, requirements: { nodes: Array<{ id: string, level: number, importance: number, headcount: number, skill: { name: string } }> }, assignments: { nodes: Array<{ share: number, from: string | null, to: string | null, person: { id: string } }> } } | null };

export type RecordingExplanationQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type RecordingExplanationQuery = { person: { mastery: { nodes: Array<{ level: number, explanation: { level: number, changes: Array<{ kind: MasteryChangeKind, at: string, score: number | null }> } }> } } | null };

export type RequirementsOfProjectQueryVariables = Exact<{
  id: string | number;
}>;


export type RequirementsOfProjectQuery = { project: { requirements: { nodes: Array<{ level: number }> }, tasks: { nodes: Array<{ requirements: { nodes: Array<{ level: number }> } }> } } | null };

export type CandidatesMasteryQueryVariables = Exact<{
  id: string | number;
}>;


export type CandidatesMasteryQuery = { project: { candidates: { nodes: Array<{ person: { id: string, mastery: { nodes: Array<{ level: number }> } } }> } } | null };

export type RowsPeopleQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RowsPeopleQuery = { people: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RowsPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsPersonQuery = { person: { email: string | null, mastery: { nodes: Array<{ level: number }> } } | null };

export type RowsMasteredByQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type RowsMasteredByQuery = { skill: { masteredBy: { nodes: Array<{ person: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RowsTeamQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsTeamQuery = { team: { leads: { nodes: Array<{ id: string, name: string, email: string | null, activeUntil: string | null }> }, members: { nodes: Array<{ person: { id: string, email: string | null } }> } } | null };

export type RowsLeadsMasteryQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsLeadsMasteryQuery = { team: { leads: { nodes: Array<{ mastery: { nodes: Array<{ level: number }> } }> } } | null };

export type RowsAssignmentsQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsAssignmentsQuery = { project: { assignments: { nodes: Array<{ person: { id: string } }> } } | null };

export type SearchQueryVariables = Exact<{
  query: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ score: number, matchedText: string, node:
        | { __typename: 'Person', name: string }
        | { __typename: 'Project', name: string }
        | { __typename: 'RoleTemplate', name: string }
        | { __typename: 'Skill', name: string, uri: string | null }
        | { __typename: 'Team', name: string }
       }> } };

export type SearchDeleteSkillsMutationVariables = Exact<{
  items: Array<ReferenceInput> | ReferenceInput;
}>;


export type SearchDeleteSkillsMutation = { deleteSkills: { results: Array<{ status: DeleteStatus }> } };

export type SkillSupplyQueryVariables = Exact<{
  skill: string | number;
  narrower?: boolean;
  team?: string | number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SkillSupplyQuery = { skillSupply: { asOf: string, skill: { id: string }, total:
      | { __typename: 'SkillSupplyFigures', people: number, known: number, unknown: number, summary: string, bands: Array<{ band: string, from: number, to: number, expectedPeople: number }> }
      | { __typename: 'Withheld', reason: string }
    , teams: Array<{ team: { name: string }, supply:
        | { __typename: 'SkillSupplyFigures', people: number, known: number, unknown: number, summary: string, bands: Array<{ band: string, from: number, to: number, expectedPeople: number }> }
        | { __typename: 'Withheld', reason: string }
       }> } | null };

type SkillSupplyParts_SkillSupplyFigures_Fragment = { __typename: 'SkillSupplyFigures', people: number, known: number, unknown: number, summary: string, bands: Array<{ band: string, from: number, to: number, expectedPeople: number }> };

type SkillSupplyParts_Withheld_Fragment = { __typename: 'Withheld', reason: string };

export type SkillSupplyPartsFragment =
  | SkillSupplyParts_SkillSupplyFigures_Fragment
  | SkillSupplyParts_Withheld_Fragment
;

export type SavePeopleWithMasteryMutationVariables = Exact<{
  items: Array<PersonInput> | PersonInput;
}>;


export type SavePeopleWithMasteryMutation = { savePeople: { people: Array<{ id: string, mastery: { nodes: Array<{ level: number }> } } | null>, errors: Array<{ message: string }> } };

export type StatementsPeopleQueryVariables = Exact<{
  first: number;
}>;


export type StatementsPeopleQuery = { people: { nodes: Array<{ name: string, mastery: { nodes: Array<{ level: number, summary: string, person: { id: string }, skill: { name: string, broader: { nodes: Array<{ id: string }> } }, explanation: { level: number, changes: Array<{ summary: string, version: { number: number, question: { id: string } } | null }> } }> } }> } };

export type StatementsSkillsQueryVariables = Exact<{
  first: number;
}>;


export type StatementsSkillsQuery = { skills: { nodes: Array<{ name: string, broader: { nodes: Array<{ id: string }> }, narrower: { nodes: Array<{ id: string }> }, masteredBy: { nodes: Array<{ level: number, person: { id: string } }> } }> } };

export type StatementsTeamsQueryVariables = Exact<{
  first: number;
}>;


export type StatementsTeamsQuery = { teams: { nodes: Array<{ name: string, leads: { nodes: Array<{ id: string }> }, members: { nodes: Array<{ person: { id: string, mastery: { nodes: Array<{ level: number }> } } }> }, projects: { nodes: Array<{ id: string, tasks: { nodes: Array<{ id: string }> } }> }, gaps:
        | { __typename: 'GapReport', summary: string, gaps: Array<{ demand: number, summary: string, project: { id: string }, requirement: { skill: { id: string } }, nearest: Array<{ level: number, person: { id: string } }>, supply:
              | { __typename: 'GapSupply', expectedSupply: number }
              | { __typename: 'Withheld' }
             }> }
        | { __typename: 'Withheld' }
       }> } };

export type StatementsProjectsQueryVariables = Exact<{
  first: number;
}>;


export type StatementsProjectsQuery = { projects: { nodes: Array<{ name: string, responsibleTeam: { id: string } | null, tasks: { nodes: Array<{ id: string, requirements: { nodes: Array<{ level: number, skill: { id: string } }> } }> }, requirements: { nodes: Array<{ task: { id: string } | null, skill: { id: string } }> }, assignments: { nodes: Array<{ person: { id: string } }> }, candidates: { nodes: Array<{ fit: number, summary: string, person: { id: string }, requirements: Array<{ status: RequirementStatus, requirement: { skill: { id: string } } }> }> } }> } };

export type StatementsProjectGapsQueryVariables = Exact<{
  first: number;
}>;


export type StatementsProjectGapsQuery = { projects: { nodes: Array<{ name: string, gaps:
        | { __typename: 'GapReport', summary: string, gaps: Array<{ demand: number, summary: string, requirement: { skill: { id: string } }, nearest: Array<{ person: { id: string } }> }> }
        | { __typename: 'Withheld' }
       }> } };

export type StatementsQuestionsQueryVariables = Exact<{
  first: number;
}>;


export type StatementsQuestionsQuery = { questions: { nodes: Array<{ prompt: string, current: { number: number, skills: { nodes: Array<{ id: string }> } }, versions: { nodes: Array<{ number: number, skills: { nodes: Array<{ id: string }> }, question: { id: string } }> } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const GapReportPartsFragmentDoc = new TypedDocumentString(`
    fragment GapReportParts on GapReportResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapReport {
    asOf
    people
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        skill {
          id
        }
        task {
          name
        }
      }
      project {
        name
      }
      demand
      summary
      supply {
        __typename
        ... on Withheld {
          reason
        }
        ... on GapSupply {
          expectedSupply
          expectedShortfall
          coveredProbability
          known
          unknown
        }
      }
      nearest {
        person {
          id
        }
        probability
        level
      }
    }
  }
}
    `, {"fragmentName":"GapReportParts"}) as unknown as TypedDocumentString<GapReportPartsFragment, unknown>;
export const SkillSupplyPartsFragmentDoc = new TypedDocumentString(`
    fragment SkillSupplyParts on SkillSupplyResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on SkillSupplyFigures {
    people
    known
    unknown
    summary
    bands {
      band
      from
      to
      expectedPeople
    }
  }
}
    `, {"fragmentName":"SkillSupplyParts"}) as unknown as TypedDocumentString<SkillSupplyPartsFragment, unknown>;
export const SeveralInOneDocument = new TypedDocumentString(`
    mutation SeveralInOne($person: [PersonInput!]!, $team: [TeamInput!]!, $renamed: [PersonInput!]!, $membership: [MembershipInput!]!) {
  first: savePeople(items: $person) {
    people {
      id
      name
    }
  }
  team: saveTeams(items: $team) {
    teams {
      members {
        nodes {
          person {
            name
          }
        }
      }
      leads {
        nodes {
          id
          name
        }
      }
    }
    errors {
      message
    }
  }
  second: savePeople(items: $renamed) {
    people {
      id
      name
    }
  }
  membership: saveMemberships(items: $membership) {
    done
  }
  again: saveTeams(items: $team) {
    teams {
      members {
        nodes {
          person {
            name
          }
        }
      }
      leads {
        nodes {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeveralInOneMutation, SeveralInOneMutationVariables>;
export const SaveDifficultiesDocument = new TypedDocumentString(`
    mutation SaveDifficulties($items: [DifficultyInput!]!) {
  saveDifficulties(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveDifficultiesMutation, SaveDifficultiesMutationVariables>;
export const GapsOfProjectDocument = new TypedDocumentString(`
    query GapsOfProject($id: ID!, $asOf: DateTimeISO) {
  project(id: $id) {
    gaps(asOf: $asOf) {
      ...GapReportParts
    }
  }
}
    fragment GapReportParts on GapReportResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapReport {
    asOf
    people
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        skill {
          id
        }
        task {
          name
        }
      }
      project {
        name
      }
      demand
      summary
      supply {
        __typename
        ... on Withheld {
          reason
        }
        ... on GapSupply {
          expectedSupply
          expectedShortfall
          coveredProbability
          known
          unknown
        }
      }
      nearest {
        person {
          id
        }
        probability
        level
      }
    }
  }
}`) as unknown as TypedDocumentString<GapsOfProjectQuery, GapsOfProjectQueryVariables>;
export const GapsOfTeamDocument = new TypedDocumentString(`
    query GapsOfTeam($id: ID!, $asOf: DateTimeISO) {
  team(id: $id) {
    gaps(asOf: $asOf) {
      ...GapReportParts
    }
  }
}
    fragment GapReportParts on GapReportResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapReport {
    asOf
    people
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        skill {
          id
        }
        task {
          name
        }
      }
      project {
        name
      }
      demand
      summary
      supply {
        __typename
        ... on Withheld {
          reason
        }
        ... on GapSupply {
          expectedSupply
          expectedShortfall
          coveredProbability
          known
          unknown
        }
      }
      nearest {
        person {
          id
        }
        probability
        level
      }
    }
  }
}`) as unknown as TypedDocumentString<GapsOfTeamQuery, GapsOfTeamQueryVariables>;
export const KitLevelsOfPersonDocument = new TypedDocumentString(`
    query KitLevelsOfPerson($id: ID!, $asOf: DateTimeISO) {
  person(id: $id) {
    mastery(first: 200, asOf: $asOf) {
      nodes {
        skill {
          id
        }
        level
        interval {
          low
          high
        }
        answers
        lastEvidenceAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitLevelsOfPersonQuery, KitLevelsOfPersonQueryVariables>;
export const SavePeopleDocument = new TypedDocumentString(`
    mutation SavePeople($items: [PersonInput!]!) {
  savePeople(items: $items) {
    people {
      id
      name
      email
      activeUntil
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SavePeopleMutation, SavePeopleMutationVariables>;
export const SaveTeamsDocument = new TypedDocumentString(`
    mutation SaveTeams($items: [TeamInput!]!) {
  saveTeams(items: $items) {
    teams {
      id
      name
      leads {
        nodes {
          id
        }
      }
      members(first: 200) {
        nodes {
          from
          to
          person {
            id
          }
        }
      }
      projects {
        nodes {
          name
        }
      }
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveTeamsMutation, SaveTeamsMutationVariables>;
export const SaveMembershipsDocument = new TypedDocumentString(`
    mutation SaveMemberships($items: [MembershipInput!]!) {
  saveMemberships(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMembershipsMutation, SaveMembershipsMutationVariables>;
export const SaveSkillsDocument = new TypedDocumentString(`
    mutation SaveSkills($items: [SkillInput!]!) {
  saveSkills(items: $items) {
    skills {
      id
      name
      description
      uri
      broader {
        nodes {
          id
        }
      }
      narrower {
        nodes {
          id
        }
      }
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveSkillsMutation, SaveSkillsMutationVariables>;
export const SaveQuestionsDocument = new TypedDocumentString(`
    mutation SaveQuestions($items: [QuestionInput!]!) {
  saveQuestions(items: $items) {
    questions {
      id
      prompt
      current {
        number
        skills {
          nodes {
            id
          }
        }
      }
      versions {
        nodes {
          id
          number
          prompt
          options
          answerKey
          skills {
            nodes {
              id
            }
          }
          question {
            prompt
          }
        }
      }
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveQuestionsMutation, SaveQuestionsMutationVariables>;
export const SaveProjectsDocument = new TypedDocumentString(`
    mutation SaveProjects($items: [ProjectInput!]!) {
  saveProjects(items: $items) {
    projects {
      id
      name
      description
      from
      to
      responsibleTeam {
        name
      }
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveProjectsMutation, SaveProjectsMutationVariables>;
export const SaveRequirementsDocument = new TypedDocumentString(`
    mutation SaveRequirements($items: [RequirementInput!]!) {
  saveRequirements(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveRequirementsMutation, SaveRequirementsMutationVariables>;
export const MergePeopleDocument = new TypedDocumentString(`
    mutation MergePeople($items: [PersonMergeInput!]!) {
  mergePeople(items: $items) {
    people {
      id
      name
      email
      activeUntil
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergePeopleMutation, MergePeopleMutationVariables>;
export const SaveOrganisationDocument = new TypedDocumentString(`
    mutation SaveOrganisation($people: [PersonInput!]! = [], $teams: [TeamInput!]! = [], $memberships: [MembershipInput!]! = [], $projects: [ProjectInput!]! = [], $tasks: [TaskInput!]! = [], $requirements: [RequirementInput!]! = [], $assignments: [AssignmentInput!]! = [], $difficulties: [DifficultyInput!]! = []) {
  savePeople(items: $people) {
    errors {
      message
    }
  }
  saveTeams(items: $teams) {
    teams {
      id
    }
    errors {
      message
    }
  }
  saveMemberships(items: $memberships) {
    errors {
      message
    }
  }
  saveProjects(items: $projects) {
    projects {
      id
    }
    errors {
      message
    }
  }
  saveTasks(items: $tasks) {
    errors {
      message
    }
  }
  saveRequirements(items: $requirements) {
    errors {
      message
    }
  }
  saveAssignments(items: $assignments) {
    errors {
      message
    }
  }
  saveDifficulties(items: $difficulties) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveOrganisationMutation, SaveOrganisationMutationVariables>;
export const RecordAnswersDocument = new TypedDocumentString(`
    mutation RecordAnswers($items: [AnswerInput!]!) {
  recordAnswers(items: $items) {
    recorded
    duplicates
    results {
      index
      status
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecordAnswersMutation, RecordAnswersMutationVariables>;
export const WithdrawAnswersDocument = new TypedDocumentString(`
    mutation WithdrawAnswers($items: [WithdrawalInput!]!) {
  withdrawAnswers(items: $items) {
    recorded
    duplicates
    results {
      index
      status
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawAnswersMutation, WithdrawAnswersMutationVariables>;
export const StaffingCandidatesDocument = new TypedDocumentString(`
    query StaffingCandidates($id: ID!, $first: Int! = 200, $after: String, $asOf: DateTimeISO, $includeAssigned: Boolean! = false) {
  project(id: $id) {
    candidates(
      first: $first
      after: $after
      asOf: $asOf
      includeAssigned: $includeAssigned
    ) {
      edges {
        cursor
      }
      nodes {
        person {
          id
          name
        }
        fit
        knownShare
        summary
        requirements {
          requirement {
            level
            importance
            skill {
              id
            }
            task {
              name
            }
          }
          status
          probability
          level
          interval {
            low
            high
          }
          summary
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StaffingCandidatesQuery, StaffingCandidatesQueryVariables>;
export const StoryCandidatesDocument = new TypedDocumentString(`
    query StoryCandidates($id: ID!) {
  project(id: $id) {
    name
    candidates(includeAssigned: true) {
      nodes {
        person {
          id
          email
          activeUntil
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StoryCandidatesQuery, StoryCandidatesQueryVariables>;
export const LooksAtMeDocument = new TypedDocumentString(`
    query LooksAtMe($id: ID!, $first: Int! = 100, $after: String) {
  person(id: $id) {
    looks(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        viewer {
          id
        }
        role
        need
        operation
        firstAt
        lastAt
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LooksAtMeQuery, LooksAtMeQueryVariables>;
export const MergedPersonDocument = new TypedDocumentString(`
    query MergedPerson($id: ID!) {
  person(id: $id) {
    id
    name
    email
    activeUntil
    mastery {
      nodes {
        answers
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergedPersonQuery, MergedPersonQueryVariables>;
export const MergedTeamDocument = new TypedDocumentString(`
    query MergedTeam($id: ID!) {
  team(id: $id) {
    leads {
      nodes {
        id
      }
    }
    members {
      nodes {
        from
        to
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergedTeamQuery, MergedTeamQueryVariables>;
export const MergedAssignedDocument = new TypedDocumentString(`
    query MergedAssigned($id: ID!) {
  project(id: $id) {
    assignments {
      nodes {
        from
        to
        share
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergedAssignedQuery, MergedAssignedQueryVariables>;
export const MergedAssignedOfDocument = new TypedDocumentString(`
    mutation MergedAssignedOf($items: [ProjectInput!]!) {
  saveProjects(items: $items) {
    projects {
      assignments(first: 200) {
        nodes {
          from
          person {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergedAssignedOfMutation, MergedAssignedOfMutationVariables>;
export const MergedVisibleDocument = new TypedDocumentString(`
    query MergedVisible {
  people(first: 200) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MergedVisibleQuery, MergedVisibleQueryVariables>;
export const MergedCandidatesDocument = new TypedDocumentString(`
    query MergedCandidates($id: ID!) {
  project(id: $id) {
    candidates {
      nodes {
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergedCandidatesQuery, MergedCandidatesQueryVariables>;
export const MergedNowCalledDocument = new TypedDocumentString(`
    query MergedNowCalled($id: ID!) {
  person(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<MergedNowCalledQuery, MergedNowCalledQueryVariables>;
export const OrganisationGapsDocument = new TypedDocumentString(`
    query OrganisationGaps($asOf: DateTimeISO) {
  organisationGaps(asOf: $asOf) {
    asOf
    people
    allCoveredProbability
    summary
    gaps {
      requirement {
        id
        level
        skill {
          id
        }
      }
      project {
        id
        name
      }
      demand
      supply {
        __typename
        ... on GapSupply {
          expectedSupply
          expectedShortfall
          coveredProbability
          known
          unknown
        }
      }
      nearest {
        probability
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganisationGapsQuery, OrganisationGapsQueryVariables>;
export const ListPeopleDocument = new TypedDocumentString(`
    query ListPeople($first: Int! = 200, $after: String) {
  people(first: $first, after: $after) {
    nodes {
      id
      name
    }
    edges {
      cursor
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListPeopleQuery, ListPeopleQueryVariables>;
export const SaveTasksDocument = new TypedDocumentString(`
    mutation SaveTasks($items: [TaskInput!]!) {
  saveTasks(items: $items) {
    tasks {
      id
      name
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveTasksMutation, SaveTasksMutationVariables>;
export const SaveAssignmentsDocument = new TypedDocumentString(`
    mutation SaveAssignments($items: [AssignmentInput!]!) {
  saveAssignments(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAssignmentsMutation, SaveAssignmentsMutationVariables>;
export const ProjectDocument = new TypedDocumentString(`
    query Project($id: ID!) {
  project(id: $id) {
    tasks {
      nodes {
        name
        requirements {
          nodes {
            level
          }
        }
      }
    }
    requirements {
      nodes {
        id
        level
        importance
        headcount
        skill {
          name
        }
      }
    }
    assignments {
      nodes {
        person {
          id
        }
        share
        from
        to
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const RecordingExplanationDocument = new TypedDocumentString(`
    query RecordingExplanation($id: ID!, $asOf: DateTimeISO) {
  person(id: $id) {
    mastery(asOf: $asOf) {
      nodes {
        level
        explanation {
          level
          changes {
            kind
            at
            score
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordingExplanationQuery, RecordingExplanationQueryVariables>;
export const RequirementsOfProjectDocument = new TypedDocumentString(`
    query RequirementsOfProject($id: ID!) {
  project(id: $id) {
    requirements {
      nodes {
        level
      }
    }
    tasks {
      nodes {
        requirements {
          nodes {
            level
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequirementsOfProjectQuery, RequirementsOfProjectQueryVariables>;
export const CandidatesMasteryDocument = new TypedDocumentString(`
    query CandidatesMastery($id: ID!) {
  project(id: $id) {
    candidates(includeAssigned: true) {
      nodes {
        person {
          id
          mastery {
            nodes {
              level
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CandidatesMasteryQuery, CandidatesMasteryQueryVariables>;
export const RowsPeopleDocument = new TypedDocumentString(`
    query RowsPeople($after: String) {
  people(first: 200, after: $after) {
    nodes {
      id
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RowsPeopleQuery, RowsPeopleQueryVariables>;
export const RowsPersonDocument = new TypedDocumentString(`
    query RowsPerson($id: ID!) {
  person(id: $id) {
    email
    mastery {
      nodes {
        level
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RowsPersonQuery, RowsPersonQueryVariables>;
export const RowsMasteredByDocument = new TypedDocumentString(`
    query RowsMasteredBy($id: ID!, $first: Int! = 200, $after: String) {
  skill(id: $id) {
    masteredBy(first: $first, after: $after) {
      nodes {
        person {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RowsMasteredByQuery, RowsMasteredByQueryVariables>;
export const RowsTeamDocument = new TypedDocumentString(`
    query RowsTeam($id: ID!) {
  team(id: $id) {
    leads {
      nodes {
        id
        name
        email
        activeUntil
      }
    }
    members {
      nodes {
        person {
          id
          email
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RowsTeamQuery, RowsTeamQueryVariables>;
export const RowsLeadsMasteryDocument = new TypedDocumentString(`
    query RowsLeadsMastery($id: ID!) {
  team(id: $id) {
    leads {
      nodes {
        mastery {
          nodes {
            level
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RowsLeadsMasteryQuery, RowsLeadsMasteryQueryVariables>;
export const RowsAssignmentsDocument = new TypedDocumentString(`
    query RowsAssignments($id: ID!) {
  project(id: $id) {
    assignments {
      nodes {
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RowsAssignmentsQuery, RowsAssignmentsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $types: [SearchType!], $first: Int! = 20, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      score
      matchedText
      node {
        __typename
        ... on Skill {
          name
          uri
        }
        ... on Person {
          name
        }
        ... on Project {
          name
        }
        ... on Team {
          name
        }
        ... on RoleTemplate {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchDeleteSkillsDocument = new TypedDocumentString(`
    mutation SearchDeleteSkills($items: [ReferenceInput!]!) {
  deleteSkills(items: $items) {
    results {
      status
    }
  }
}
    `) as unknown as TypedDocumentString<SearchDeleteSkillsMutation, SearchDeleteSkillsMutationVariables>;
export const SkillSupplyDocument = new TypedDocumentString(`
    query SkillSupply($skill: ID!, $narrower: Boolean! = true, $team: ID, $asOf: DateTimeISO) {
  skillSupply(skill: $skill, narrower: $narrower, team: $team, asOf: $asOf) {
    asOf
    skill {
      id
    }
    total {
      ...SkillSupplyParts
    }
    teams {
      team {
        name
      }
      supply {
        ...SkillSupplyParts
      }
    }
  }
}
    fragment SkillSupplyParts on SkillSupplyResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on SkillSupplyFigures {
    people
    known
    unknown
    summary
    bands {
      band
      from
      to
      expectedPeople
    }
  }
}`) as unknown as TypedDocumentString<SkillSupplyQuery, SkillSupplyQueryVariables>;
export const SavePeopleWithMasteryDocument = new TypedDocumentString(`
    mutation SavePeopleWithMastery($items: [PersonInput!]!) {
  savePeople(items: $items) {
    people {
      id
      mastery {
        nodes {
          level
        }
      }
    }
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SavePeopleWithMasteryMutation, SavePeopleWithMasteryMutationVariables>;
export const StatementsPeopleDocument = new TypedDocumentString(`
    query StatementsPeople($first: Int!) {
  people(first: $first) {
    nodes {
      name
      mastery(first: 3) {
        nodes {
          level
          summary
          person {
            id
          }
          skill {
            name
            broader {
              nodes {
                id
              }
            }
          }
          explanation {
            level
            changes {
              summary
              version {
                number
                question {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsPeopleQuery, StatementsPeopleQueryVariables>;
export const StatementsSkillsDocument = new TypedDocumentString(`
    query StatementsSkills($first: Int!) {
  skills(first: $first) {
    nodes {
      name
      broader {
        nodes {
          id
        }
      }
      narrower {
        nodes {
          id
        }
      }
      masteredBy(first: 3) {
        nodes {
          level
          person {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsSkillsQuery, StatementsSkillsQueryVariables>;
export const StatementsTeamsDocument = new TypedDocumentString(`
    query StatementsTeams($first: Int!) {
  teams(first: $first) {
    nodes {
      name
      leads {
        nodes {
          id
        }
      }
      members {
        nodes {
          person {
            id
            mastery(first: 3) {
              nodes {
                level
              }
            }
          }
        }
      }
      projects {
        nodes {
          id
          tasks {
            nodes {
              id
            }
          }
        }
      }
      gaps {
        __typename
        ... on GapReport {
          summary
          gaps {
            demand
            summary
            project {
              id
            }
            requirement {
              skill {
                id
              }
            }
            nearest {
              level
              person {
                id
              }
            }
            supply {
              __typename
              ... on GapSupply {
                expectedSupply
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsTeamsQuery, StatementsTeamsQueryVariables>;
export const StatementsProjectsDocument = new TypedDocumentString(`
    query StatementsProjects($first: Int!) {
  projects(first: $first) {
    nodes {
      name
      responsibleTeam {
        id
      }
      tasks {
        nodes {
          id
          requirements {
            nodes {
              level
              skill {
                id
              }
            }
          }
        }
      }
      requirements {
        nodes {
          task {
            id
          }
          skill {
            id
          }
        }
      }
      assignments {
        nodes {
          person {
            id
          }
        }
      }
      candidates(first: 3) {
        nodes {
          fit
          summary
          person {
            id
          }
          requirements {
            status
            requirement {
              skill {
                id
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsProjectsQuery, StatementsProjectsQueryVariables>;
export const StatementsProjectGapsDocument = new TypedDocumentString(`
    query StatementsProjectGaps($first: Int!) {
  projects(first: $first) {
    nodes {
      name
      gaps {
        __typename
        ... on GapReport {
          summary
          gaps {
            demand
            summary
            requirement {
              skill {
                id
              }
            }
            nearest {
              person {
                id
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsProjectGapsQuery, StatementsProjectGapsQueryVariables>;
export const StatementsQuestionsDocument = new TypedDocumentString(`
    query StatementsQuestions($first: Int!) {
  questions(first: $first) {
    nodes {
      prompt
      current {
        number
        skills {
          nodes {
            id
          }
        }
      }
      versions {
        nodes {
          number
          skills {
            nodes {
              id
            }
          }
          question {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsQuestionsQuery, StatementsQuestionsQueryVariables>;