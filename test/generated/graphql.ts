/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Agrees that a person joins the proposed team. */
export type AcceptProposalInput = {
  /** Global id of the person whom the answer is for: whoever leads them answers for them. Left out: the sender. */
  person?: string | number | null | undefined;
  /** Id of the proposal, as `Proposal.id` gives it. */
  proposal: string | number;
};

/** Conditions on entries of an access log. */
export type AccessLogFilter = {
  /** Only entries for one of these needs. */
  needs?: Array<AccessNeed> | null | undefined;
  /** Only entries whose last look happened at this moment or later. */
  since?: string | null | undefined;
};

/** What a person's figures were looked at for. */
export type AccessNeed =
  /** A copy for another system, by an export: what is stored of the person, or all their levels; `operation` says which. */
  | 'EXPORT'
  /** The distance to a requirement: the person was listed as one of the nearest in a gap report. */
  | 'GAPS'
  /** The modules that the person was to learn from: which are begun, and which completed. */
  | 'LEARNING'
  /** Levels in skills: the person's own list, or the list of people known in a skill. */
  | 'MASTERY'
  /** The fit to a project or to stated needs: the person was listed as a candidate. */
  | 'STAFFING';

/** Conditions on what was said of activities of learning platforms. */
export type ActivityMappingFilter = {
  /** Only what was said of the activity, or the type of activity, with this IRI. */
  iri?: string | null | undefined;
  /** Only activities that are this here. */
  kind?: ActivityMappingKind | null | undefined;
  /** Only what was said of the platform of this name; what was said of all platforms is not among it. */
  platform?: string | null | undefined;
};

/** Says what an activity of a learning platform is here, or all activities of one type: a module, one page of a module, a question, or nothing that counts. Give activity or type; and module, question or ignored, of which none takes back what was said before. */
export type ActivityMappingInput = {
  /** The IRI of the activity, exactly as statements name it, at most 2,000 characters. */
  activity?: unknown;
  /** true: its statements are kept and counted, and are never evidence. */
  ignored?: unknown;
  /** The module that it is, or has a page for it. */
  module?: ReferenceInput | null | undefined;
  /** With module: number of the page that it is, from 1; left out where it is the module as a whole. */
  page?: unknown;
  /** Name of the platform whose statements are meant; left out or null: all platforms. What is said of one goes before what is said of all. */
  platform?: unknown;
  /** The question that it is. */
  question?: ReferenceInput | null | undefined;
  /** With module: number of the revision that is shown, from 1; the current one where left out. */
  revision?: unknown;
  /** The IRI of a type of activity, at most 2,000 characters. What is said of an activity, or what has its IRI as an external id, goes before what is said of its type. */
  type?: unknown;
  /** With question: number of the version that is asked, from 1; the current one where left out. */
  version?: unknown;
};

/** What an activity of a learning platform is here. */
export type ActivityMappingKind =
  /** Nothing that counts: its statements are kept and counted, and are never evidence. */
  | 'IGNORED'
  /** A module as a whole. */
  | 'MODULE'
  /** One page of a module. */
  | 'PAGE'
  /** A question: what statements say of it becomes answers. */
  | 'QUESTION';

/** A person's response to one version of a question. Source and id name it for ever: sent again with the same content it changes nothing. */
export type AnswerInput = {
  /** Required. When it happened; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Which attempt of this person at this question it was, counted from 1; 1 where left out. */
  attempt?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Required. The person who answered. */
  person?: ReferenceInput | null | undefined;
  /** Required. The question that was asked. */
  question?: ReferenceInput | null | undefined;
  /** The answer in the person's words, or the option chosen; at most 4,000 characters. Left out or null where it is not known or was left empty. */
  response?: unknown;
  /** Response time: milliseconds from seeing the question to answering it, 0 to 86,400,000. Never used to judge the person. */
  responseMs?: unknown;
  /** Required. How right the answer is, in [0,1]: 1 is right, 0 is wrong, a fraction is partly right. */
  score?: unknown;
  /** Name of the sitting (a test, a session) in which it was given, as the source calls it; at most 200 characters. Answers of one sitting are read together. Where it is left out, a pause of eight hours begins a new sitting. */
  sitting?: unknown;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Number of the version that was shown, from 1; the current one where left out. */
  version?: unknown;
};

/** As what somebody answered a proposal. */
export type AnsweredAs =
  /** They led a team of whoever is proposed when they answered. */
  | 'LEAD'
  /** They are proposed themselves. */
  | 'PERSON';

/** Conditions on the questions of a page. */
export type AskedQuestionFilter = {
  /** Only questions in the section with exactly this title. */
  section?: string | null | undefined;
  /** Only questions that assess the skill with this global id. */
  skill?: string | number | null | undefined;
};

/** A question that a page asks, in its current version or in a given one. */
export type AskedQuestionInput = {
  /** The question that the page asks. */
  question: ReferenceInput;
  /** Number of the version to ask, from 1; left out or null: the version that is current now. The published page keeps asking that version. */
  version?: unknown;
};

/** Conditions on the pages that ask a version of a question. */
export type AskingPageFilter = {
  /** true: only pages of a module's current revision; false: only pages of former revisions; left out: both. */
  current?: boolean | null | undefined;
  /** Only pages of the module with this global id. */
  module?: string | number | null | undefined;
};

/** Adds a skill to those that a question assesses, or removes it from them. */
export type AssessedSkillInput = {
  /** The question that assesses the skill, or no longer does. */
  question: ReferenceInput;
  /** true: remove the skill from the question. */
  remove?: unknown;
  /** The skill that a right answer shows, or no longer does. */
  skill: ReferenceInput;
};

/** Assigns a person to a project for a period. An item with the same person, project and `from` as an existing assignment changes that one; give `to` to end it. An item with `to` and without `from` ends the assignment that lasts at that moment, whenever it began; only where there is none, and without either, it is one whose beginning is not known. */
export type AssignmentInput = {
  /** When the assignment begins; left out where not known. */
  from?: unknown;
  /** The person who is assigned. */
  person: ReferenceInput;
  /** The project that they are to work for. */
  project: ReferenceInput;
  /** true: remove the assignment with this person, project and `from`; other fields are ignored. */
  remove?: unknown;
  /** Share of the person's working time, above 0, at most 1. Left out, an existing assignment keeps its share and a new one gets 1. */
  share?: unknown;
  /** When the assignment ends; left out or null while it lasts. */
  to?: unknown;
};

/** A requirement for the sake of one question: a level of a skill, checked as saveRequirements checks it. Nothing is stored. */
export type AssumedRequirement = {
  /** Name of the lowest band of levels that is enough, as `Query.bands` lists them, which stands for the level at which it begins now. Give this or level. */
  band?: unknown;
  /** How many people are needed, 1 to 1,000; 1 where left out. */
  headcount?: unknown;
  /** Weight among the requirements, above 0, at most 1,000; 1 where left out. */
  importance?: unknown;
  /** The level, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band. */
  level?: unknown;
  /** The skill required. */
  skill: ReferenceInput;
};

/** Conditions on periods of availability; where `states` is left out, only periods that have not ended. */
export type AvailabilityFilter = {
  /** Only periods in one of these states; the description of the list says what it shows where this is left out. */
  states?: Array<PeriodState> | null | undefined;
  /** Only what was saved or changed at this moment or later, whenever it begins or ends. What has ended since is found where `states` includes PAST. */
  updatedSince?: string | null | undefined;
};

/** States what share of their working time a person can give to projects in a period. An item with the same person and `from` as an existing period changes that one; where periods overlap, the one that begins last counts. */
export type AvailabilityInput = {
  /** When the period begins; left out where it has no beginning. */
  from?: unknown;
  /** The person whose time it is. */
  person: ReferenceInput;
  /** true: remove the period with this person and `from`; other fields are ignored. */
  remove?: unknown;
  /** Share of the person's working time, 0 to 1; 1 where left out. */
  share?: unknown;
  /** When the period ends; left out or null where it has no end. */
  to?: unknown;
};

/** An order of a list of Availability. */
export type AvailabilityOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: AvailabilityOrderField;
};

/** What a list of Availability can be ordered by. */
export type AvailabilityOrderField =
  /** By the beginning of the period. */
  | 'FROM';

/** Conditions on the broader skills for which a person has evidence somewhere below. */
export type BroaderMasteryFilter = {
  /** true: only archived items; false or left out: only items in use. */
  archived?: boolean | null | undefined;
  /** Only items that external systems call so, in the order of the list; ids that are unknown fit nothing. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** Only where the name contains this text; case and accents do not count. For a ranking that forgives typing errors use `search`. */
  nameContains?: string | null | undefined;
  /** Only the skills with these global ids. */
  skills?: Array<string | number> | null | undefined;
  /** true: only skills at the top of the taxonomy, with no broader skill; false: only skills that have one; left out: both. */
  top?: boolean | null | undefined;
  /** Only skills of one of these kinds. */
  types?: Array<SkillType> | null | undefined;
  /** Only items saved or changed at this moment or later; useful for a system that keeps a copy. */
  updatedSince?: string | null | undefined;
  /** Only skills defined at one of these URIs. */
  uris?: Array<string> | null | undefined;
  /** Only skills anywhere below the one with this global id. */
  within?: string | number | null | undefined;
};

/** Places a skill directly below a broader one, or removes it from there. */
export type BroaderSkillInput = {
  /** The skill that it is placed directly below. */
  broader: ReferenceInput;
  /** true: remove the relationship. */
  remove?: unknown;
  /** The skill that is placed below the other. */
  skill: ReferenceInput;
};

/** Whether levels are read with a calibration: now, not yet, or no longer. */
export type CalibrationState =
  /** It is being built: everybody's levels are being computed with it, but are not read with it yet. */
  | 'BUILDING'
  /** Levels are read with it. */
  | 'IN_FORCE'
  /** Levels were read with it in the past; it stays on record. */
  | 'PAST';

/** Conditions on claims. */
export type ClaimFilter = {
  /** Only claims of one of these kinds. */
  kinds?: Array<ClaimKind> | null | undefined;
  /** Only in skills with one of these global ids. */
  skills?: Array<string | number> | null | undefined;
  /** Only claims recorded or withdrawn at this moment or later, whenever they were stated: late ones are found so, too. */
  updatedSince?: string | null | undefined;
  /** true: only withdrawn claims; false: only others; left out: both. */
  withdrawn?: boolean | null | undefined;
};

/** A statement of a person's level in a skill, as a number or by the name of a band. Source and id name it for ever: sent again with the same content it changes nothing. */
export type ClaimInput = {
  /** Required. When it was stated; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Name of a band of levels, as `Query.bands` lists them; it stands for the level in the middle of the band. Give this or level. */
  band?: unknown;
  /** The person who states it. Required for PEER and LEAD, and then not the person whose level it is; for SELF that person, or left out; for CREDENTIAL left out. */
  by?: ReferenceInput | null | undefined;
  /** Name of the credential, at most 200 characters. */
  credential?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** The organisation that issued the credential, at most 200 characters. A CREDENTIAL needs issuer, credential or both; other claims have neither. */
  issuer?: unknown;
  /** Required. The kind of source that states it: the name of a ClaimKind, for example "PEER". */
  kind?: unknown;
  /** The level, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band. */
  level?: unknown;
  /** Required. The person whose level is stated. */
  person?: ReferenceInput | null | undefined;
  /** Required. The skill that the level is in. */
  skill?: ReferenceInput | null | undefined;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** What is said in words, for the people concerned to read; at most 1,000 characters. */
  statement?: unknown;
};

/** The kind of source that states a level. */
export type ClaimKind =
  /** A certificate, degree or badge that the person holds. */
  | 'CREDENTIAL'
  /** Someone who leads the person. */
  | 'LEAD'
  /** Someone who works or learns beside the person. */
  | 'PEER'
  /** The person themselves. */
  | 'SELF';

/** An order of a list of Claim. */
export type ClaimOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: ClaimOrderField;
};

/** What a list of Claim can be ordered by. */
export type ClaimOrderField =
  /** By the moment at which it was stated. */
  | 'AT'
  /** By name of the skill, case and accents ignored; claims on one skill by the moment at which they were stated. */
  | 'NAME';

/** Why a problem is closed. */
export type ClosedBecause =
  /** Somebody decided what becomes of the question: re-keyed, withdrawn or kept. */
  | 'DECIDED'
  /** Somebody dismissed it, with a reason. */
  | 'DISMISSED'
  /** What came in since speaks against it. */
  | 'NO_LONGER_SEEN'
  /** A revision was published to solve it, and the next people did better. */
  | 'SOLVED';

/** Makes assignments of a proposal. */
export type ConfirmProposalInput = {
  /** Id of the proposal, as `Proposal.id` gives it. */
  proposal: string | number;
  /** Global ids of those who are left out: whoever declined is left out only where it is said here. */
  without?: Array<string | number>;
};

/** What would decide where what is known does not. */
export type Deciding =
  /** Answers of further people. */
  | 'MORE_ANSWERS'
  /** Further people who read it. */
  | 'MORE_PEOPLE'
  /** Further questions on the same skill. */
  | 'MORE_QUESTIONS'
  /** How people of another team fare with the same questions, or with the pages that teach them. */
  | 'OTHER_TEAMS_OR_PAGES'
  /** Somebody who knows the subject: the able choose a second option as often as the key, which is right as well, or misleads even them. Answers look the same either way; likelyKey is that option. */
  | 'SUBJECT_EXPERT';

/** Declines that a person joins the proposed team. */
export type DeclineProposalInput = {
  /** Global id of the person whom the answer is for: whoever leads them answers for them. Left out: the sender. */
  person?: string | number | null | undefined;
  /** Id of the proposal, as `Proposal.id` gives it. */
  proposal: string | number;
  /** Why, at most 2,000 characters, for those who propose and confirm; nobody needs to give a reason. */
  reason?: unknown;
};

/** Whether an item is gone or archived. */
export type DeleteStatus =
  /** It was in use and is archived: evidence depends on it, or something that never changes refers to it. Lists leave it out; saving it again brings it back. */
  | 'ARCHIVED'
  /** It is gone, with its parts and all its relationships; its external ids can be used again. */
  | 'DELETED';

/** States the difficulty of a question version, or of a skill's reference question, in the calibration in force. Give question or skill. */
export type DifficultyInput = {
  /** Required. The difficulty in logits, -10 to 10: a person whose ability equals it answers right half the time. Higher is harder. */
  difficulty?: unknown;
  /** The question whose version is meant; give this or skill. */
  question?: ReferenceInput | null | undefined;
  /** The skill whose reference question is meant. */
  skill?: ReferenceInput | null | undefined;
  /** Number of the version, from 1; the current one where left out. */
  version?: unknown;
};

/** Conditions on enrolments. An enrolment is FUTURE before it begins, PAST once the module is completed, otherwise CURRENT, even when overdue. Where `states` is left out, only enrolments that are not completed. */
export type EnrolmentFilter = {
  /** true: only enrolments in modules that the person has visited; false: only in those that they have not begun; left out: both. Withdrawn visits do not count. Only on Person.enrolments, where others leave a look; on Module.enrolments it is BAD_INPUT. */
  begun?: boolean | null | undefined;
  /** Only enrolments in the module with this global id. */
  module?: string | number | null | undefined;
  /** true: only enrolments whose due date has passed while the module is not completed; false: only others; left out: both. */
  overdue?: boolean | null | undefined;
  /** Only enrolments of the person with this global id. */
  person?: string | number | null | undefined;
  /** Only periods in one of these states; the description of the list says what it shows where this is left out. */
  states?: Array<PeriodState> | null | undefined;
  /** Only what was saved or changed at this moment or later, whenever it begins or ends. What has ended since is found where `states` includes PAST. */
  updatedSince?: string | null | undefined;
};

/** Enrols a person in a module. An item with the same person, module and `from` as an existing enrolment changes that one. */
export type EnrolmentInput = {
  /** When the person completed the module, not before `from`. Left out, what is stored stays; null means that they have not completed it. */
  completedAt?: unknown;
  /** The date by which the module should be completed, after `from`; left out or null where there is no such date. */
  due?: unknown;
  /** When the enrolment begins; left out where not known. */
  from?: unknown;
  /** The module that they are to learn from. */
  module: ReferenceInput;
  /** The person who is to learn. */
  person: ReferenceInput;
  /** true: remove the enrolment with this person, module and `from`. */
  remove?: unknown;
};

/** An order of a list of Enrolment. */
export type EnrolmentOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: EnrolmentOrderField;
};

/** What a list of Enrolment can be ordered by. */
export type EnrolmentOrderField =
  /** By due date; enrolments without one come last. */
  | 'DUE'
  /** By beginning; enrolments whose beginning is not known come first. */
  | 'FROM'
  /** By name: of the person in a module's list, of the module in a person's list. */
  | 'NAME';

/** The kind of an item of evidence. */
export type EvidenceKind =
  /** An answer to a question. */
  | 'ANSWER'
  /** A claim: a level that someone stated. */
  | 'CLAIM';

/** Whether an accepted item of evidence was new. */
export type EvidenceStatus =
  /** It had been recorded before with the same content; nothing changed. */
  | 'DUPLICATE'
  /** It is new, and is now stored durably. */
  | 'RECORDED';

/** What an external system calls something. */
export type ExternalIdInput = {
  /** The external system, for example "hr" or "lms". */
  source: string;
  /** What that system calls it: its id there. */
  value: string;
};

/** What a learner says of a module, one of its pages, or a question: about content only, shown without a name. Source and id name it for ever: sent again with the same content it changes nothing. */
export type FeedbackInput = {
  /** Required. When it was said; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** The module. Give this or question. */
  module?: ReferenceInput | null | undefined;
  /** Whether it is out of date. */
  outdated?: unknown;
  /** With module: number of the page in the revision, from 1; the module as a whole where left out. */
  page?: unknown;
  /** Required. The person who says it. */
  person?: ReferenceInput | null | undefined;
  /** The question. Give this or module. */
  question?: ReferenceInput | null | undefined;
  /** How good it is, from 1, the worst, to 5, the best. */
  rating?: unknown;
  /** With module: number of the revision, from 1; the current one where left out. */
  revision?: unknown;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Whether it is hard to understand. At least one of unclear, outdated, rating and words is given. */
  unclear?: unknown;
  /** With question: number of the version, from 1; the current one where left out. */
  version?: unknown;
  /** What is said in words; at most 2,000 characters. */
  words?: unknown;
};

/** Asks who has the time: a share of working time throughout a period. */
export type FreeFor = {
  /** The share of working time, above 0, at most 1, that must be free at every moment of the period. */
  atLeast: number;
  /** When the period begins; where left out the date for which levels are computed (`asOf`), unless the argument says otherwise. */
  from?: string | null | undefined;
  /** When the period ends; where left out it has no end, unless the argument says otherwise. BAD_INPUT where it is not after `from`. */
  to?: string | null | undefined;
};

/** What became of the gap that an opening is for. */
export type GapOutcome =
  /** Whatever is still required of it is more likely than not to be covered, each by itself (SKILLWAKE_MEETS_FROM). */
  | 'CLOSED'
  /** As many people as before are expected to be lacking, or more. */
  | 'NOT_SMALLER'
  /** The project requires nothing of it any more, or is gone. */
  | 'NO_LONGER_REQUIRED'
  /** Fewer people are expected to be lacking, and some still are. */
  | 'SMALLER';

/** What speaks for harder work. */
export type GrowthReasonKind =
  /** Modules that they were enrolled in and completed, and that are only for somebody of a level of 0.5 or higher; `amount` is their number. */
  | 'ADVANCED_MODULES'
  /** Help that they gave to others and that was attested; `amount` is how often. Of this a lead is told what they attested themselves, and no more. */
  | 'HELP'
  /** Skills in which the level is at least 0.8 with a probability of at least 0.8; `amount` is their number. */
  | 'LEVEL'
  /** By their own first answers of all time, their abilities rise with a probability of at least 0.9; `amount` is the pace, logits a month. */
  | 'PACE'
  /** For half a year or longer all that they are assigned to requires nothing that they are known in and do not meet with a probability of at least 0.9; `amount` is for how many whole months. */
  | 'WORK_BELOW_LEVEL';

/** One person helped another with a skill or a module, as the one who was helped or a lead attests. It never moves a level. Source and id name it for ever: sent again with the same content it changes nothing. */
export type HelpInput = {
  /** Required. When it happened; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Required. The person who helped. */
  helper?: ReferenceInput | null | undefined;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** The module that it was about. Give this or skill. */
  module?: ReferenceInput | null | undefined;
  /** What the help was, for the people concerned to read; at most 1,000 characters. */
  note?: unknown;
  /** Required. The person who was helped; not the helper. */
  person?: ReferenceInput | null | undefined;
  /** The skill that it was about. Give this or module. */
  skill?: ReferenceInput | null | undefined;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Why an item of a batch was rejected. */
export type ItemErrorCode =
  /** The id has been used before with other content; the first content stands. */
  | 'CONFLICT'
  /** The viewer may not change what the item names. */
  | 'FORBIDDEN'
  /** A value is missing or outside its range; the message names the field. */
  | 'INVALID'
  /** Evidence already depends on what the item would change. */
  | 'IN_USE'
  /** Something the item refers to does not exist. */
  | 'NOT_FOUND'
  /** What the item would change has been changed since the moment given as ifUnchangedSince, or is gone: read it again before you save. */
  | 'STALE'
  /** The time given lies further ahead of the server's clock than the allowed skew (5 minutes unless configured). */
  | 'TIME_AHEAD';

/** Why a requirement that is met now lapses. */
export type LapsedBy =
  /** It was sure that the level is reached and no longer is (`sureFrom`): the evidence is old by then, and the level may have changed since. */
  | 'CERTAINTY'
  /** What the person practised is forgotten: with what the last answers left in memory, questions of the skill that they have answered would be answered right as often as required, and without it no longer. Only where the calibration remembers questions. */
  | 'FORGETTING'
  /** The level itself falls below the required one: the less is known of what a person can do today, the nearer it is to the middle. */
  | 'LEVEL';

/** Conditions on modules that a person has begun. */
export type LearningFilter = {
  /** true: only completed modules; false: only others; left out: both. */
  completed?: boolean | null | undefined;
  /** Only the module with this global id. */
  module?: string | number | null | undefined;
};

/** An order of a list of Learning. */
export type LearningOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: LearningOrderField;
};

/** What a list of Learning can be ordered by. */
export type LearningOrderField =
  /** By name of the module, case and accents ignored. */
  | 'NAME'
  /** By when the latest visit began; FORBIDDEN to everybody but the person. */
  | 'VISITED_AT';

/** A text in a language. */
export type LocalizedTextInput = {
  /** Required. Language tag as in BCP 47, for example en or pt-BR. */
  language?: unknown;
  /** Required. The text, 1 to 500 characters. */
  text?: unknown;
};

/** The kind of cause that moved a level. */
export type MasteryChangeKind =
  /** An answer to a question that assesses the skill. */
  | 'ANSWER'
  /** A claim: a level that someone stated. */
  | 'CLAIM'
  /** Time without evidence: certainty fades, and the level drifts toward one half. */
  | 'FADING'
  /** An answer to a question on other skills: it says something about the person's ability in general, and where the calibration knows learning rates about how fast practice teaches them. */
  | 'RELATED_ANSWER';

/** Conditions on a person's mastery and on the skills that it is in. */
export type MasteryFilter = {
  /** true: only in archived skills; false: only in skills in use; left out: both, since people keep what evidence says about them. */
  archived?: boolean | null | undefined;
  /** Only where the latest evidence is older than this moment, so that certainty may have faded. */
  evidenceBefore?: string | null | undefined;
  /** Only where the latest evidence happened at this moment or later. */
  evidenceSince?: string | null | undefined;
  /** Only items that external systems call so, in the order of the list; ids that are unknown fit nothing. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** Only where the level rests on at least this many answers. */
  minimumAnswers?: number | null | undefined;
  /** Only where the name contains this text; case and accents do not count. For a ranking that forgives typing errors use `search`. */
  nameContains?: string | null | undefined;
  /** Only in skills with one of these global ids. */
  skills?: Array<string | number> | null | undefined;
  /** true: only skills at the top of the taxonomy, with no broader skill; false: only skills that have one; left out: both. */
  top?: boolean | null | undefined;
  /** Only skills of one of these kinds. */
  types?: Array<SkillType> | null | undefined;
  /** Only where evidence on the skill was recorded or withdrawn, or a question of it decided about, at this moment or later, whenever it happened: late evidence is found so, too. Somebody whose last evidence on it was withdrawn has no mastery any more, and is not listed. */
  updatedSince?: string | null | undefined;
  /** Only skills defined at one of these URIs. */
  uris?: Array<string> | null | undefined;
  /** Only skills anywhere below the one with this global id. */
  within?: string | number | null | undefined;
};

/** An order of a list of Mastery. */
export type MasteryOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: MasteryOrderField;
};

/** What a list of Mastery can be ordered by. */
export type MasteryOrderField =
  /** By the number of answers that the level rests on. */
  | 'ANSWERS'
  /** By the moment of the latest evidence. */
  | 'LAST_EVIDENCE_AT'
  /** By name of the skill; case and accents do not count. */
  | 'NAME';

/** The kind of event at a point of a level's history. */
export type MasteryPointKind =
  /** An answer to a question that assesses the skill. */
  | 'ANSWER'
  /** Another calibration came into force: from here on the same evidence is read with other parameters. */
  | 'CALIBRATION'
  /** A claim: a level that someone stated. */
  | 'CLAIM'
  /** Only time has passed: the level between two items of evidence. */
  | 'FADING'
  /** An answer to a question on other skills. */
  | 'RELATED_ANSWER';

/** Makes a person a member of a team for a period. An item with the same person, team and `from` as an existing membership changes that one; give `to` to end it. An item with `to` and without `from` ends the membership that lasts at that moment, whenever it began; only where there is none, and without either, it is one whose beginning is not known. */
export type MembershipInput = {
  /** When membership begins; left out where not known. */
  from?: unknown;
  /** The person who becomes a member. */
  person: ReferenceInput;
  /** true: remove the membership with this person, team and `from` (without `from`, the one whose beginning is not known); other fields are ignored. */
  remove?: unknown;
  /** The team that they become a member of. */
  team: ReferenceInput;
  /** When membership ends; left out or null while it lasts. */
  to?: unknown;
};

/** Conditions on modules. */
export type ModuleFilter = {
  /** true: only archived items; false or left out: only items in use. */
  archived?: boolean | null | undefined;
  /** Only modules of which the person with this global id is an author. */
  author?: string | number | null | undefined;
  /** Only items that external systems call so, in the order of the list; ids that are unknown fit nothing. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** Only modules whose expectedMinutes is at most this; modules without expectedMinutes are left out. */
  maximumMinutes?: number | null | undefined;
  /** Only where the name contains this text; case and accents do not count. For a ranking that forgives typing errors use `search`. */
  nameContains?: string | null | undefined;
  /** Only modules that teach the skill with this global id. */
  teaches?: string | number | null | undefined;
  /** Only items saved or changed at this moment or later; useful for a system that keeps a copy. */
  updatedSince?: string | null | undefined;
};

/** Creates a module, or changes the one with this source and id. A field that is left out stays as it is; null clears it. Pages or resources that differ from those of the current revision publish the next revision. */
export type ModuleInput = {
  /** Whether chance decides who takes the revision that this item publishes and who takes the one before it, so that the two can be compared as in an experiment; false where left out or null, and ignored where it publishes none. */
  assignedAtRandom?: unknown;
  /** All authors, at most 100: replaces the list. */
  authors?: Array<ReferenceInput> | null | undefined;
  /** What the module is about, at most 10,000 characters. */
  description?: unknown;
  /** How long the authors expect the whole module to take, in whole minutes, 1 to 10,000. */
  expectedMinutes?: unknown;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** Name, 1 to 200 characters; required for a new module. */
  name?: unknown;
  /** What changed in pages and resources, and why, at most 2,000 characters: kept with the revision that this item publishes, and ignored where it publishes none. */
  note?: unknown;
  /** All pages, in order, at most 500: replaces the list. */
  pages?: Array<PageInput> | null | undefined;
  /** All modules that should be completed before this one, at most 100: replaces the list. They may also be saved by any item of the same batch. */
  prerequisites?: Array<ReferenceInput> | null | undefined;
  /** Resources that accompany the pages, in order, at most 100: replaces the list. */
  resources?: Array<ResourceInput> | null | undefined;
  /** Number of the revision that these pages and resources form, from 1. A module that already has a revision with this number stays as it is, so that a history of revisions can be sent again. Left out: content that differs becomes the next revision. */
  revision?: unknown;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** An order of a list of Module. */
export type ModuleOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: ModuleOrderField;
};

/** What a list of Module can be ordered by. */
export type ModuleOrderField =
  /** By the moment at which it was first saved. */
  | 'CREATED_AT'
  /** By name; case and accents do not count. */
  | 'NAME'
  /** By the moment of its last change. */
  | 'UPDATED_AT';

/** Conditions on openings. */
export type OpeningFilter = {
  /** true: only where somebody is sought still; false: only those filled or closed. */
  open?: boolean | null | undefined;
  /** Only openings for the project with this global id. */
  project?: string | number | null | undefined;
  /** Only openings saved or changed at this moment or later. */
  updatedSince?: string | null | undefined;
};

/** Saves an opening, or changes the one with this source and id. A field that is left out stays as it is; null clears filledAt, filledBy and closedAt. What was lacking is computed when it is saved first, and stays. */
export type OpeningInput = {
  /** When it was closed with nobody found, not before openedAt. */
  closedAt?: unknown;
  /** When somebody was found, not before openedAt; not together with closedAt. */
  filledAt?: unknown;
  /** Who was found, where they are known here; with filledAt. It only tells who: what is known of them comes from evidence, as of everybody. */
  filledBy?: ReferenceInput | null | undefined;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** When it was opened; now for a new opening where left out. */
  openedAt?: unknown;
  /** The project that lacks somebody; required for a new opening. It stays the same. */
  project?: ReferenceInput | null | undefined;
  /** true: remove the opening with this source and id; other fields are ignored. */
  remove?: unknown;
  /** Ids of the requirements that it is for, as `draftJobDescription` and gaps have them; of several levels of one skill the highest counts. Left out, a new opening is for all that the project lacks (INVALID where it lacks nothing). They stay the same: others are INVALID for an opening that is there. */
  requirements?: Array<unknown> | null | undefined;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** What became of an opening. */
export type OpeningState =
  /** Nobody was found, and nobody is sought any more. */
  | 'CLOSED'
  /** Somebody was found. */
  | 'FILLED'
  /** Somebody is sought. */
  | 'OPEN';

/** The direction of an order. */
export type OrderDirection =
  /** Ascending: the smallest, the earliest or the first letter first. */
  | 'ASC'
  /** Descending: the largest, the latest or the last letter first. */
  | 'DESC';

/** What a pace of learning is mostly known by. */
export type PaceBasis =
  /** The person's own first answers say at least as much about it as what is usual does. */
  | 'OWN'
  /** The same where the pace of fewer than five others is known: it is taken that people stay where they are, give or take a logit a year. */
  | 'UNKNOWN'
  /** Their own answers say less than that: it is mostly what is usual for others who are known in the same skills, and its interval is as wide as people differ. */
  | 'USUAL';

/** Conditions on pages of a revision. */
export type PageFilter = {
  /** Only pages of one of these kinds. */
  kinds?: Array<PageKind> | null | undefined;
  /** Only pages that ask any version of the question with this global id. */
  question?: string | number | null | undefined;
};

/** A page of a module's revision. */
export type PageInput = {
  /** How long the authors expect a learner to need for the page, in whole seconds, 1 to 86,400. */
  expectedSeconds?: unknown;
  /** The kind of page: the name of a PageKind, for example "QUIZ"; OTHER where left out. */
  kind?: unknown;
  /** The questions that the page asks, section by section, in order, at most 50 sections; left out where it asks none. */
  sections?: Array<PageSectionInput> | null | undefined;
  /** Title, 1 to 500 characters; left out or null where it has none. */
  title?: unknown;
};

/** The kind of a page. */
export type PageKind =
  /** A task to do and hand in. */
  | 'EXERCISE'
  /** Anything else, or not stated. */
  | 'OTHER'
  /** Questions to answer. */
  | 'QUIZ'
  /** One slide of a presentation. */
  | 'SLIDE'
  /** A text to read, or a section of one. */
  | 'TEXT'
  /** A video, or a part of one. */
  | 'VIDEO';

/** Questions of a page that belong together. */
export type PageSectionInput = {
  /** The questions, in order, 1 to 200. */
  questions: Array<AskedQuestionInput>;
  /** Title, 1 to 500 characters, different from the other sections' on the page; left out or null where it has none. */
  title?: unknown;
};

/** Time on one page of a revision in the course of a visit: judges content, and never moves a level. Source and id name it for ever: sent again with the same content it changes nothing. */
export type PageViewInput = {
  /** Required. Seconds, 0 to 86,400, in which the page was seen and the person did something with it. */
  activeSeconds?: unknown;
  /** Required. When the page was opened; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Seconds, 0 to 86,400, in which the page was open and hidden, or nothing was done; 0 where left out. */
  idleSeconds?: unknown;
  /** Seconds, 0 to 86,400, of the longest pause; 0 where left out. */
  longestPauseSeconds?: unknown;
  /** Required. The module. */
  module?: ReferenceInput | null | undefined;
  /** Required. Number of the page in the revision, from 1. */
  page?: unknown;
  /** How often nothing was done for a while, 0 to 100,000; 0 where left out. */
  pauses?: unknown;
  /** Required. The person whose visit it is. */
  person?: ReferenceInput | null | undefined;
  /** Number of the revision that was shown, from 1; where it is left out that of the visit, else the current one. */
  revision?: unknown;
  /** How often the person came back to the page within this view, 0 to 100,000; 0 where left out. */
  revisits?: unknown;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Required. The id of the visit in the same source. The visit itself may be recorded later; of another person or revision than this view says, it is a CONFLICT, as the view is where the visit was there first. */
  visit?: unknown;
};

/** Whether a period lies in the past, the present or the future of the request. */
export type PeriodState =
  /** It has begun and not ended. */
  | 'CURRENT'
  /** It has not begun. */
  | 'FUTURE'
  /** It has ended. */
  | 'PAST';

/** What somebody costs, in any unit that is the same for all. */
export type PersonCost = {
  /** From 0 to 1,000,000,000. */
  cost: number;
  /** Global id of the person. */
  person: string | number;
};

/** Conditions on people. */
export type PersonFilter = {
  /** true: only people who have not left; false: only people who have; left out: both. */
  active?: boolean | null | undefined;
  /** true: only archived items; false or left out: only items in use. */
  archived?: boolean | null | undefined;
  /** true: only people who are assigned to a project now; false: only people who are not; left out: both. */
  assigned?: boolean | null | undefined;
  /** Only people who are assigned now to the project with this global id. */
  assignedTo?: string | number | null | undefined;
  /** Only people with this e-mail address, whole; case does not count. It finds nobody whom the viewer may not see. */
  email?: string | null | undefined;
  /** Only items that external systems call so, in the order of the list; ids that are unknown fit nothing. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** Only people who have at least this share of working time free now, in [0,1]: their availability (1 where nothing is stated) minus the shares of their assignments. */
  freeShare?: number | null | undefined;
  /** Only where the name contains this text; case and accents do not count. For a ranking that forgives typing errors use `search`. */
  nameContains?: string | null | undefined;
  /** Only current members of the team with this global id. */
  team?: string | number | null | undefined;
  /** Only items saved or changed at this moment or later; useful for a system that keeps a copy. */
  updatedSince?: string | null | undefined;
  /** Only current members of the team with this global id and of the teams within it, at any depth. */
  within?: string | number | null | undefined;
};

/** Creates a person, or changes the one with this source and id. A field that is left out stays as it is; null clears it. */
export type PersonInput = {
  /** When the person leaves or left; null while no end is known. */
  activeUntil?: unknown;
  /** E-mail address without a name beside it, at most 320 characters. */
  email?: unknown;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** Full name, 1 to 200 characters; required for a new person. */
  name?: unknown;
  /** Address of a picture, http or https, at most 2,000 characters. */
  photoUrl?: unknown;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Time zone by its IANA name, for example Europe/Berlin; upper and lower case do not count, and it is kept as IANA spells it. */
  timeZone?: unknown;
};

/** States that two records are of one person, for example one from the learning platform and one from HR. It cannot be undone. */
export type PersonMergeInput = {
  /** The record that is kept. Its values stay; those that it lacks, such as an e-mail address, are taken from the other record, except activeUntil. */
  keep: ReferenceInput;
  /** The record that is merged into the other. Its external ids, its global id and everything that depends on it move to the record that is kept. */
  merge: ReferenceInput;
};

/** An order of a list of Person. */
export type PersonOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: PersonOrderField;
};

/** What a list of Person can be ordered by. */
export type PersonOrderField =
  /** By the moment at which it was first saved. */
  | 'CREATED_AT'
  /** By name; case and accents do not count. */
  | 'NAME'
  /** By the moment of its last change. */
  | 'UPDATED_AT';

/** The first of today, three, six and twelve months from now at which a person is likely to meet all that a role requires: with a probability of at least 0.5 (or as configured for what counts as met). */
export type PipelineStage =
  /** Not likely to within twelve months at this pace. */
  | 'LATER'
  /** Likely to meet all that is required today. */
  | 'NOW'
  /** Likely to meet all that is required in three months, and not today. */
  | 'WITHIN_3_MONTHS'
  /** Likely to meet all that is required in six months, and not in three. */
  | 'WITHIN_6_MONTHS'
  /** Likely to meet all that is required in twelve months, and not in six. */
  | 'WITHIN_12_MONTHS';

/** Says of a problem that it is none, or is not to be solved. */
export type ProblemDismissalInput = {
  /** Id of the problem, as `Problem.id` gives it. */
  problem: string | number;
  /** Required. Why it is dismissed, 1 to 2,000 characters; kept with the problem. */
  reason?: unknown;
};

/** Conditions on problems. */
export type ProblemFilter = {
  /** Only problems of one of these kinds. */
  kinds?: Array<ProblemKind> | null | undefined;
  /** Only problems of the module with this global id. */
  module?: string | number | null | undefined;
  /** true: only open ones; false: only closed ones; left out: all. */
  open?: boolean | null | undefined;
  /** Only what the team with this global id lacks, or what is unfair to it. */
  team?: string | number | null | undefined;
  /** Only problems that were opened, reopened or closed at this moment or later. The probability of an open one, and how many people it affects, move without that. */
  updatedSince?: string | null | undefined;
  /** Only problems with one of these verdicts. */
  verdicts?: Array<Verdict> | null | undefined;
  /** The same of the team with this global id and of the teams within it, at any depth. */
  within?: string | number | null | undefined;
};

/** What is wrong with content. */
export type ProblemKind =
  /** More than one answer is right. */
  | 'AMBIGUOUS'
  /** People come back to it, pause, and call it unclear. */
  | 'CONFUSING'
  /** What is asked is taught nowhere: the able miss it like everybody else. */
  | 'NOT_TAUGHT'
  /** It was sound until some day, while the questions beside it stay steady. */
  | 'OUTDATED'
  /** It takes long and people come back to it, and still miss what it teaches. */
  | 'TOO_COMPLEX'
  /** It takes people longer than it is meant to, and they leave. */
  | 'TOO_LONG'
  /** It is harder for one team than for others of the same level. */
  | 'UNFAIR'
  /** What counts as right is wrong: those who are able choose something else. */
  | 'WRONG_KEY';

/** What became of a problem in the course of a day. */
export type ProblemNews =
  /** It was closed; closedBecause of the problem says why. */
  | 'CLOSED'
  /** It was seen for the first time. */
  | 'OPENED'
  /** It had been closed and was seen again. */
  | 'REOPENED'
  /** It was open when the day began and when it ended. */
  | 'STILL_OPEN';

/** Creates a project, or changes the one with this source and id. A field that is left out stays as it is; null clears it. */
export type ProjectInput = {
  /** What the project is about, at most 10,000 characters. */
  description?: unknown;
  /** When the project begins. */
  from?: unknown;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** Name, 1 to 200 characters; required for a new project. */
  name?: unknown;
  /** The team that is responsible for the project. */
  responsibleTeam?: ReferenceInput | null | undefined;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** When the project ends, after `from`. */
  to?: unknown;
};

/** Conditions on proposals. */
export type ProposalFilter = {
  /** Only proposals in one of these states. */
  states?: Array<ProposalState> | null | undefined;
  /** Only proposals that were saved, answered or settled at this moment or later. */
  updatedSince?: string | null | undefined;
};

/** Proposes a team for a project. What is proposed stays as it is: another team is another proposal. */
export type ProposalInput = {
  /** Until when it can be answered and confirmed, in the future; 28 days from now where left out. */
  expiresAt?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Who is proposed, 1 to 50 people. */
  members: Array<ProposedPersonInput>;
  /** The project that needs the team. */
  project: ReferenceInput;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Required. Why this team, 1 to 2,000 characters: everybody proposed and their leads read it. */
  why?: unknown;
};

/** What became of a proposed team. */
export type ProposalState =
  /** Somebody confirmed it, and who was not left out is assigned. */
  | 'CONFIRMED'
  /** Nobody confirmed it in time; nobody is assigned by it. */
  | 'EXPIRED'
  /** It can be answered, confirmed and withdrawn. */
  | 'OPEN'
  /** It was taken back; nobody is assigned by it. */
  | 'WITHDRAWN';

/** A person who is proposed for a project, and with how much of their time. */
export type ProposedPersonInput = {
  /** When they are to begin; where left out when the project begins, or now where that has begun or states none. */
  from?: unknown;
  /** The person, of any team; active, and named once in the proposal. */
  person: ReferenceInput;
  /** Share of their working time, above 0, at most 1; 1 where left out. */
  share?: unknown;
  /** When they are to end, after `from`; where left out when the project ends, if it states that. */
  to?: unknown;
  /** Why they are proposed, at most 2,000 characters: the person and their leads read it. */
  why?: unknown;
};

/** Conditions on decisions about questions. */
export type QuestionDecisionFilter = {
  /** Only decisions of one of these kinds. */
  kinds?: Array<QuestionDecisionKind> | null | undefined;
  /** Only decisions recorded at this moment or later. */
  recordedSince?: string | null | undefined;
};

/** What is decided about one version of a question, of which something was found to be wrong, or thought to be. Source and id name it for ever: sent again with the same content it changes nothing. It is not withdrawn: a later decision takes its place. */
export type QuestionDecisionInput = {
  /** Required. When it was decided; not ahead of the clock by more than the allowed skew (5 minutes unless configured). Of several decisions about a version the latest holds. */
  at?: unknown;
  /** Required. What becomes of answers to the version: the name of a QuestionDecisionKind, for example "REKEY". */
  decision?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** The right answer, at most 4,000 characters, exactly as responses have it. Required for REKEY, and then one of the options where the version has any; left out for other decisions. */
  key?: unknown;
  /** Required. The question that is decided about. */
  question?: ReferenceInput | null | undefined;
  /** Required. The reason, for those who answered to read; at most 1,000 characters. */
  reason?: unknown;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Number of the version, from 1; the current one where left out. */
  version?: unknown;
};

/** What becomes of answers to a version of a question that something was said to be wrong with. */
export type QuestionDecisionKind =
  /** It is sound: answers to it count in full, as they were scored. */
  | 'KEEP'
  /** Another answer is right: whatever was responded is read by that key, as 1 or 0. Answers without a response count as they were scored. */
  | 'REKEY'
  /** Answers to it count no more. */
  | 'WITHDRAW';

/** Creates a question, or changes the one with this source and id. A field that is left out stays as in the current version; a difference from it publishes the next version. */
export type QuestionInput = {
  /** The right answer, at most 10,000 characters; null clears it. */
  answerKey?: unknown;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** The answers to choose from, in order, at most 100; null or an empty list where the answer is free. */
  options?: Array<unknown> | null | undefined;
  /** What is asked, 1 to 10,000 characters; required for a new question. */
  prompt?: unknown;
  /** All skills that a right answer shows, 1 to 100: replaces the list. Required for a new question. */
  skills?: Array<ReferenceInput> | null | undefined;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** What a reason of a diagnosis is about. */
export type ReasonKind =
  /** How much steeper the right answer rises with the level than what else is chosen, in logits a standard deviation of levels: about 1 in sound questions, 0 or less where the able do no better. */
  | 'DISCRIMINATION'
  /** The share of people who left at the page, of those who got to it, in [0,1]. */
  | 'LEAVING'
  /** What the same people got right of other questions on the same skills, in [0,1]; usual is that of the other pages. */
  | 'MASTERY'
  /** The share of people who called the page outdated, in [0,1]. */
  | 'OUTDATED'
  /** Pauses on the page, per person. */
  | 'PAUSES'
  /** The share of people who came back to the page, in [0,1]. */
  | 'REVISITS'
  /** The share of right first answers to the questions that the page asks, or the next page that asks any, in [0,1]; usual is what the level of the same people lets expect. */
  | 'RIGHT_AFTER'
  /** The share of right first answers, in [0,1]; usual is what the same people got right of the other questions on the same skills. */
  | 'RIGHT_SHARE'
  /** The median of the active seconds of one person on the page. */
  | 'SECONDS'
  /** The share of people who called the page unclear, in [0,1]. */
  | 'UNCLEAR';

/** Refers to something that exists, or that an earlier item of the same batch saves: give its source and id in an external system, or globalId alone. */
export type ReferenceInput = {
  /** The global id, as this API returns it in every `id` field. */
  globalId?: unknown;
  /** The id in that system. */
  id?: unknown;
  /** The external system, for example "hr" or "lms". */
  source?: unknown;
};

/** What became of a relationship that an item of a batch names. */
export type RelationshipFate =
  /** It was there with other values. */
  | 'CHANGED'
  /** It is new. */
  | 'CREATED'
  /** It was there, and is no more. */
  | 'REMOVED'
  /** It was as the item says, or the item takes away what was not there. */
  | 'UNCHANGED';

/** A constraint that a team does not keep since no team keeps all. */
export type RelaxedKind =
  /** Somebody may be in it who was not to be. */
  | 'MAY_NOT'
  /** Whoever is BELOW a requirement needs no mentor. */
  | 'MENTORS'
  /** Somebody is missing who was to be in it. */
  | 'MUST_HAVE'
  /** A requirement does not have to be covered. */
  | 'REQUIREMENT'
  /** The team has more people than were asked for. */
  | 'SIZE';

/** States that a project, one of its tasks or a role template requires a level of a skill. An item with the same owner, skill and level (or band) as an existing requirement changes that one; fields that are left out stay as they are. */
export type RequirementInput = {
  /** Name of the lowest band of levels that is enough, as `Query.bands` lists them; it stands for the level at which the band begins. The first band begins at 0 and would require nothing (INVALID). The requirement keeps the level that the band had when it was first stated, even when it is sent again; to adopt a changed band, remove the requirement and state it again. Give this or level. */
  band?: unknown;
  /** How many people are needed, up to 1,000; for a role template, each time that the role is filled. 1 for a new requirement where left out. 0 removes the requirement. */
  headcount?: unknown;
  /** Weight among the requirements of the project or role template, above 0, at most 1,000; 1 for a new requirement where left out. */
  importance?: unknown;
  /** The level, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band. */
  level?: unknown;
  /** The project that requires it as a whole. Give this, task or roleTemplate. */
  project?: ReferenceInput | null | undefined;
  /** The role template that requires it. */
  roleTemplate?: ReferenceInput | null | undefined;
  /** The skill required. */
  skill: ReferenceInput;
  /** The task that requires it. */
  task?: ReferenceInput | null | undefined;
};

/** Whether a person meets a requirement. */
export type RequirementStatus =
  /** The required level is reached with a probability below that. */
  | 'BELOW'
  /** The required level is reached with a probability of at least 0.5 (or as configured). */
  | 'MEETS'
  /** The person has no evidence on the skill: the requirement counts neither as met nor as not met. */
  | 'UNKNOWN';

/** Material that accompanies a module and is kept elsewhere, at an address. */
export type ResourceInput = {
  /** The kind of resource: the name of a ResourceKind, for example "CHEAT_SHEET"; LINK where left out. */
  kind?: unknown;
  /** Required. Title, 1 to 500 characters. */
  title?: unknown;
  /** Required. The address of the resource, http or https, at most 2,000 characters. */
  url?: unknown;
};

/** The kind of a resource. */
export type ResourceKind =
  /** The essentials at a glance. */
  | 'CHEAT_SHEET'
  /** A text to read: a handbook, a paper, a specification. */
  | 'DOCUMENT'
  /** Anything else that has an address. */
  | 'LINK'
  /** Slides to keep or print. */
  | 'SLIDES'
  /** A video or a recording. */
  | 'VIDEO';

/** Conditions on revisions of modules. */
export type RevisionFilter = {
  /** true: only the current one; false: only former ones; left out: all. */
  current?: boolean | null | undefined;
};

/** The role of a viewer in the organisation: it decides which fields they may select and which people they may see. */
export type Role =
  /** Runs the installation: sees and changes everything. */
  | 'ADMIN'
  /** Writes content: sees questions and skills, and no individuals. */
  | 'AUTHOR'
  /** Responsible for people: sees everybody. */
  | 'HR'
  /** Leads teams: sees their members and those of the teams within these, and candidates for the projects that one of all these teams is responsible for. */
  | 'LEAD'
  /** Learns and works in the organisation: sees themselves. */
  | 'PERSON';

/** Adds the requirements of a role template to a project or to one of its tasks. A requirement that already exists there, with the same skill and level (or band), takes its importance from the template and its headcount from this item. */
export type RoleTemplateApplicationInput = {
  /** How many people are to fill the role, 1 to 1,000; 1 where left out. The headcount of each requirement is that of the template times this, at most 1,000. */
  headcount?: unknown;
  /** The project that needs the role. Give this or task. */
  project?: ReferenceInput | null | undefined;
  /** The role template whose requirements are copied. */
  roleTemplate: ReferenceInput;
  /** The task that needs the role. Give this or project. */
  task?: ReferenceInput | null | undefined;
};

/** Creates a role template, or changes the one with this source and id. A field that is left out stays as it is; null clears it. Its requirements are stated by saveRequirements. */
export type RoleTemplateInput = {
  /** What the role is about, at most 10,000 characters. */
  description?: unknown;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** Name, 1 to 200 characters; required for a new role template. */
  name?: unknown;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Absolute URI of the occupation in a public taxonomy, at most 2,000 characters. */
  uri?: unknown;
};

/** Whether a run is under way, done, failed or stopped. */
export type RunState =
  /** The run is complete: its calibration is in force, or the dry run has its forecast. */
  | 'DONE'
  /** The run failed; `failure` says why. Levels are unchanged. */
  | 'FAILED'
  /** The run is under way. */
  | 'RUNNING'
  /** The server was stopped before the run was done. A calibration that was already being built is continued when a server starts, or when the same is asked for again. */
  | 'STOPPED';

/** What can be searched for. */
export type SearchType =
  /** Modules, by name and description. */
  | 'MODULE'
  /** People whom the viewer may see, by name and e-mail address. */
  | 'PERSON'
  /** Projects, by name and description. */
  | 'PROJECT'
  /** Role templates, by name and description. */
  | 'ROLE_TEMPLATE'
  /** Skills, by name, labels and synonyms in any language. */
  | 'SKILL'
  /** Teams, by name. */
  | 'TEAM';

/** Creates a skill, or changes the one with this source and id. A field that is left out stays as it is; null clears it. */
export type SkillInput = {
  /** All skills directly above this one, at most 100: replaces the list. They may also be saved by any item of the same batch, even a later one. */
  broader?: Array<ReferenceInput> | null | undefined;
  /** What the skill comprises, at most 10,000 characters. */
  description?: unknown;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** Its names in other languages, one for each language, at most 100: replaces the list. */
  labels?: Array<LocalizedTextInput> | null | undefined;
  /** Name, 1 to 200 characters; required for a new skill. */
  name?: unknown;
  /** All skills that should be mastered before this one, at most 100: replaces the list. They may also be saved by any item of the same batch. */
  prerequisites?: Array<ReferenceInput> | null | undefined;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Other names for it, in any language, at most 500: replaces the list. */
  synonyms?: Array<LocalizedTextInput> | null | undefined;
  /** The kind of capability: the name of a SkillType, for example "KNOWLEDGE". */
  type?: unknown;
  /** Absolute URI of the definition in a public taxonomy, at most 2,000 characters. */
  uri?: unknown;
};

/** Conditions on people's mastery of a skill, and on the people. */
export type SkillMasteryFilter = {
  /** true: only people who have not left; false: only people who have; left out: both. */
  active?: boolean | null | undefined;
  /** true: only archived items; false or left out: only items in use. */
  archived?: boolean | null | undefined;
  /** true: only people who are assigned to a project now; false: only people who are not; left out: both. */
  assigned?: boolean | null | undefined;
  /** Only people who are assigned now to the project with this global id. */
  assignedTo?: string | number | null | undefined;
  /** Only people with this e-mail address, whole; case does not count. It finds nobody whom the viewer may not see. */
  email?: string | null | undefined;
  /** Only where the latest evidence is older than this moment, so that certainty may have faded. */
  evidenceBefore?: string | null | undefined;
  /** Only where the latest evidence happened at this moment or later. */
  evidenceSince?: string | null | undefined;
  /** Only items that external systems call so, in the order of the list; ids that are unknown fit nothing. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** Only people who have at least this share of working time free now, in [0,1]: their availability (1 where nothing is stated) minus the shares of their assignments. */
  freeShare?: number | null | undefined;
  /** Only where the level rests on at least this many answers. */
  minimumAnswers?: number | null | undefined;
  /** Only where the name contains this text; case and accents do not count. For a ranking that forgives typing errors use `search`. */
  nameContains?: string | null | undefined;
  /** Only current members of the team with this global id. */
  team?: string | number | null | undefined;
  /** Only where evidence on the skill was recorded or withdrawn, or a question of it decided about, at this moment or later, whenever it happened: late evidence is found so, too. Somebody whose last evidence on it was withdrawn has no mastery any more, and is not listed. */
  updatedSince?: string | null | undefined;
  /** Only current members of the team with this global id and of the teams within it, at any depth. */
  within?: string | number | null | undefined;
};

/** An order of a list of SkillMastery. */
export type SkillMasteryOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: SkillMasteryOrderField;
};

/** What a list of SkillMastery can be ordered by. */
export type SkillMasteryOrderField =
  /** By the moment of the latest evidence. */
  | 'LAST_EVIDENCE_AT'
  /** By name of the person; case and accents do not count. */
  | 'NAME';

/** States that two skills are one, for example one from a public taxonomy and one of your own. It cannot be undone. */
export type SkillMergeInput = {
  /** The skill that is kept. Its values stay; a description, URI, type or labels that it lacks are taken from the other skill, whose other names become its synonyms. Where both skills have the same relationship, one is kept: of two requirements with the same level the greater headcount and importance, of what a module teaches the lower `from` and the higher `to`. The skill keeps its place in the taxonomy: the other's links to broader, narrower and prerequisite skills move to it, except those that would close a cycle. The difficulty of its reference question stays, where it has one. */
  keep: ReferenceInput;
  /** The skill that is merged into the other. Its external ids, its global id, its questions, claims and everything else move to the skill that is kept. */
  merge: ReferenceInput;
};

/** A skill that people are searched for, at a level or in a named band; without either, everybody who is known in the skill counts. */
export type SkillNeed = {
  /** Name of the lowest band that is enough, as `Query.bands` lists them, for example "proficient". Give this or level. */
  band?: string | null | undefined;
  /** Weight among the needs, above 0, at most 1,000. */
  importance?: number;
  /** The level needed, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band. */
  level?: number | null | undefined;
  /** Only people who reach the level with at least this probability, in [0,1]. Where left out, any probability is enough. */
  minimumProbability?: number | null | undefined;
  /** Whether narrower skills, at any depth, count too: the one in which the person is most likely to reach the level. */
  narrower?: boolean;
  /** Global id of the skill. */
  skill: string | number;
};

/** Moves a question, in all its versions, from a skill to another that was part of it. Questions that no item names stay. */
export type SkillSplitInput = {
  /** The skill that the question moves to. If its reference question has no known difficulty, it takes that of the skill that is split. */
  part: ReferenceInput;
  /** The question that moves, with all its versions. */
  question: ReferenceInput;
  /** The skill that is split. Claims, requirements and what modules teach stay with it. */
  skill: ReferenceInput;
};

/** The kind of capability that a skill is. */
export type SkillType =
  /** An enduring capacity, such as spatial orientation (O*NET: abilities). */
  | 'ABILITY'
  /** An attitude or value that work calls for. */
  | 'ATTITUDE'
  /** A heading that only groups narrower skills. */
  | 'GROUP'
  /** Knowing a subject (ESCO and O*NET: knowledge). */
  | 'KNOWLEDGE'
  /** A human language. */
  | 'LANGUAGE'
  /** Being able to do something (ESCO: skill or competence). */
  | 'SKILL'
  /** Command of a tool, technology or product. */
  | 'TOOL';

/** A statement of a learning platform, as the Experience API (xAPI 1.0.3) has it. Platform and id name it for ever: sent again with the same content it changes nothing. */
export type StatementInput = {
  /** The id of the statement, a UUID, where the statement does not state one. Where neither is given an id is made of the content, so that the same statement sent again is known again. */
  id?: unknown;
  /** Required. The platform whose statement it is, by the name that `npm run platform -- add` gave it, or any other name; 1 to 200 characters. A platform reads over xAPI what is recorded under its name. */
  source?: unknown;
  /** Required. The statement, as a JSON object or as its text. Attachments must have a fileUrl: their content can only be sent over xAPI. */
  statement?: unknown;
};

/** Why people are stuck at a place of a module. */
export type StuckBecause =
  /** Clearly more first answers to its questions were wrong than these people would get wrong. */
  | 'FAILING'
  /** Clearly more of those who came there left the module than around it. */
  | 'LEAVING';

/** Creates a task, or changes the one with this source and id. A field that is left out stays as it is. */
export type TaskInput = {
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** Name, 1 to 200 characters; required for a new task. */
  name?: unknown;
  /** The project that the task is part of; another project than before moves the task there. Required for a new task. */
  project?: ReferenceInput | null | undefined;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Conditions on what modules teach. */
export type TeachingFilter = {
  /** Only what teaches up to at least this level, in [0,1]. */
  minimumLevel?: number | null | undefined;
  /** Only what the module with this global id teaches. */
  module?: string | number | null | undefined;
  /** Only what is suitable for a person with this level, in [0,1]: `from` is at most this. */
  openTo?: number | null | undefined;
  /** Only what modules teach of the skill with this global id. */
  skill?: string | number | null | undefined;
  /** Only what was stated, or stated otherwise, at this moment or later. What was taken away since is not listed: it changes the module's `updatedAt`. */
  updatedSince?: string | null | undefined;
};

/** States which levels of a skill a module is meant to teach. An item with the same module and skill as an existing statement replaces both its levels. */
export type TeachingInput = {
  /** The level that learners should already have, 0 to 1 and below `to`; left out or null where they need none. */
  from?: unknown;
  /** The module that teaches. */
  module: ReferenceInput;
  /** true: remove the statement for this module and skill; other fields are ignored. */
  remove?: unknown;
  /** The skill that it is meant to teach. */
  skill: ReferenceInput;
  /** Required unless remove is true. The level that learners should have afterwards, above 0, at most 1. */
  to?: unknown;
};

/** An order of a list of Teaching. */
export type TeachingOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** The value to order by. */
  field: TeachingOrderField;
};

/** What a list of Teaching can be ordered by. */
export type TeachingOrderField =
  /** By the level that is taught up to, then by name of the skill or module. */
  | 'LEVEL'
  /** By name: of the skill in a module's list, of the module in a skill's list. */
  | 'NAME';

/** What a team is held to, besides what the project requires. */
export type TeamConstraints = {
  /** Of CHEAPEST: what people cost; 1 of whomever it does not name. */
  costs?: Array<PersonCost>;
  /** Whether those who are assigned to the project, now or later, are in the team in any case. */
  keepAssigned?: boolean;
  /** Global ids of people who are not. */
  mayNot?: Array<string | number>;
  /** Whether whoever is BELOW a requirement is in the team only beside somebody who MEETS it, their mentor. */
  mentors?: boolean;
  /** Global ids of people who are in the team in any case. */
  mustHave?: Array<string | number>;
  /** What it is formed for. */
  objective?: TeamObjective;
  /** Of CHEAPEST: how likely all requirements are to be covered, above 0 and below 1. */
  probability?: number;
  /** How many people beyond its headcount are to meet each requirement, from 0 to 10. */
  redundancy?: number;
};

/** Creates a team, or changes the one with this source and id. A field that is left out stays as it is; null clears it. */
export type TeamInput = {
  /** The team that this one is directly within; it may also be saved by any item of the same batch. Its leads, and those of the teams that it is within, see the members of this one from their next request on. Rejected where the team would come to be within itself. */
  broader?: ReferenceInput | null | undefined;
  /** In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it. */
  globalId?: unknown;
  /** Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case. */
  ifUnchangedSince?: unknown;
  /** All people who lead the team: replaces the list; null or an empty list clears it. */
  leads?: Array<ReferenceInput> | null | undefined;
  /** Name, 1 to 200 characters; required for a new team. */
  name?: unknown;
  /** Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** What a team is formed for. */
export type TeamObjective =
  /** The team of whom the most seats are expected to be filled: the largest sum over the requirements of importance times E[min(seats, how many of the team meet it)]. */
  | 'BEST'
  /** The team that costs least, the smallest where no costs are given, of those with which all requirements together are covered with at least the stated probability: the product over the requirements of the probability that at least as many of the team meet it as it has seats. */
  | 'CHEAPEST';

/** Names a token. */
export type TokenReferenceInput = {
  /** Required. Token.id. */
  id?: unknown;
};

/** Why a kept statement of a learning platform is no evidence. */
export type UnmappedReason =
  /** Kept, not mapped: its activity is mapped to nothing on purpose. */
  | 'ACTIVITY_IGNORED'
  /** Kept, not mapped: its activity is nothing here: give a module or question its IRI as an external id, or map it. */
  | 'ACTIVITY_UNKNOWN'
  /** Kept, not mapped: a grade names the place in an attempt, not the question. */
  | 'GRADE_OF_A_SLOT'
  /** Kept, not mapped: its actor is a group, and evidence is of one person. */
  | 'GROUP'
  /** Kept, not mapped: it tells of running the platform, not of learning. */
  | 'NOT_LEARNING'
  /** Kept, not mapped: the version, revision or page that it is about is not there. */
  | 'NOT_THERE'
  /** Kept, not mapped: its object is no activity. */
  | 'NO_ACTIVITY'
  /** Kept, not mapped: it gives no score and no success, and its response and correct responses do not decide one. */
  | 'NO_SCORE'
  /** Kept, not mapped: a video was played, paused or left without saying which seconds were seen. */
  | 'NO_SEGMENTS'
  /** Kept, not mapped: it answers a poll or survey, where no answer is right. */
  | 'OPINION'
  /** Kept, not mapped: its activity is here, but of another kind than what it says: a question is not gone through, and a module not answered. */
  | 'OTHER_KIND'
  /** Kept, not mapped: somebody acted in the name of another person. */
  | 'OTHER_PERSON'
  /** Kept, not mapped: nobody here is known by its actor. */
  | 'PERSON_UNKNOWN'
  /** Kept, not mapped: what it says lies outside of what evidence may say. */
  | 'REFUSED'
  /** Kept, not mapped: its actor has the address of several people. */
  | 'SEVERAL_PEOPLE'
  /** Kept, not mapped: a completion is taken back, and what was completed stays completed. */
  | 'TAKEN_BACK'
  /** Kept, not mapped: it happened ahead of the clock. */
  | 'TIME_AHEAD'
  /** Kept, not mapped: no profile reads its verb. */
  | 'VERB'
  /** Kept, not mapped: it takes another statement back, and is no evidence itself. */
  | 'VOIDING'
  /** Kept, not mapped: the content was waived: nobody went through it. */
  | 'WAIVED';

/** Whether the content or the knowledge is the problem. */
export type Verdict =
  /** The content is at fault, whoever answers or reads it. */
  | 'CONTENT_PROBLEM'
  /** The content holds for others: a team lacks the skill, and misses all its questions. */
  | 'KNOWLEDGE_GAP'
  /** What is known does not decide it; `decidedBy` says what would. */
  | 'NOT_ENOUGH_DATA'
  /** Nothing speaks for a fault of the content. */
  | 'SOUND';

/** A stretch of a video that was played without a jump. */
export type VideoSegmentInput = {
  /** Required. Where it begins, in seconds from the start of the video. */
  from?: unknown;
  /** Required. Where it ends, in seconds from the start of the video; not before from. */
  to?: unknown;
};

/** What was played of the video of one page in the course of a visit: judges content, and never moves a level. Source and id name it for ever: sent again with the same content it changes nothing. */
export type VideoViewInput = {
  /** Required. When the page was opened; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** Required. Length of the video in seconds, above 0, at most 86,400. */
  durationSeconds?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Required. The module. */
  module?: ReferenceInput | null | undefined;
  /** Required. Number of the page in the revision, from 1. */
  page?: unknown;
  /** How often it was paused, 0 to 100,000; 0 where left out. */
  pauses?: unknown;
  /** Required. The person whose visit it is. */
  person?: ReferenceInput | null | undefined;
  /** The speed at which most of it was played, above 0, at most 16; 1 where left out. */
  rate?: unknown;
  /** Number of the revision that was shown, from 1; where it is left out that of the visit, else the current one. */
  revision?: unknown;
  /** How often the person jumped to another place, 0 to 100,000; 0 where left out. */
  seeks?: unknown;
  /** Required. The stretches that were played, in the order in which they were; at most 1,000. What was seen twice stands here twice. */
  segments?: Array<VideoSegmentInput> | null | undefined;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Required. The id of the visit in the same source. The visit itself may be recorded later; of another person or revision than this view says, it is a CONFLICT, as the view is where the visit was there first. */
  visit?: unknown;
};

/** Conditions on visits. */
export type VisitFilter = {
  /** true: only visits that were completed; false: only others; left out: both. */
  completed?: boolean | null | undefined;
  /** Only visits to the module with this global id. */
  module?: string | number | null | undefined;
  /** true: only withdrawn visits; false: only others; left out: both. */
  withdrawn?: boolean | null | undefined;
};

/** A person's passage through one revision of a module. Source and id name it for ever; sent again, it may bring completedAt and endedAt where they were not known before. It judges content, and never moves a level. */
export type VisitInput = {
  /** Required. When it started; not ahead of the clock by more than the allowed skew (5 minutes unless configured). */
  at?: unknown;
  /** When it was completed, as the platform says; not before at. May come with a later item of the same id; null or left out takes back nothing. */
  completedAt?: unknown;
  /** When it was closed, as the platform says; not before at. May come with a later item of the same id; null or left out takes back nothing. */
  endedAt?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** Required. The module. */
  module?: ReferenceInput | null | undefined;
  /** Required. The person who goes through the module. */
  person?: ReferenceInput | null | undefined;
  /** Number of the revision that was shown, from 1. Where it is left out: the revision of the views that are there of this visit, else the current one. */
  revision?: unknown;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** What has become of a person's passage through a module. */
export type VisitState =
  /** It was completed, as the platform that recorded it states. */
  | 'COMPLETED'
  /** It was closed, or there has been no event for so long that the person counts as having left. A late event corrects that. */
  | 'LEFT'
  /** The latest event is not long ago (SKILLWAKE_LEFT_AFTER_MINUTES). */
  | 'UNDER_WAY';

/** What may be done about a gap. */
export type WayOutKind =
  /** Somebody outside the group who meets the requirement helps out. */
  | 'BORROW'
  /** Somebody is hired for what is left by the other two. */
  | 'HIRE'
  /** Those nearest to the requirement learn what they lack of it. */
  | 'TEACH';

/** Names a message to a webhook. */
export type WebhookDeliveryReferenceInput = {
  /** Required. WebhookDelivery.id. */
  id?: unknown;
};

/** What has become of a message to a webhook. */
export type WebhookDeliveryState =
  /** The receiver took it: it answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It was given up, after its last attempt or because the webhook was switched off. */
  | 'FAILED'
  /** It waits for its first attempt or the next. */
  | 'WAITING';

/** Saves a webhook, or changes the one with this name. A field that is left out or null stays as it is. */
export type WebhookInput = {
  /** false: it is told of nothing, and messages that wait are given up; true, as for a new one where left out: it is, whatever it was switched off for. */
  active?: unknown;
  /** Required for a new one. What it is to be told of, one or more: people.changed (people are new, otherwise, in other teams, or gone: left, archived, merged or deleted; ids and which of these), gap.opened (what projects require, or teams are found to lack, has come to be lacking; ids), gap.closed (what was lacking is covered, or is required no more; ids). */
  events?: Array<unknown> | null | undefined;
  /** Required. What it is called, 1 to 200 characters; blanks and invisible signs at the ends do not count. */
  name?: unknown;
  /** true: remove the webhook with this name, with the log of its messages; other fields are ignored. */
  remove?: unknown;
  /** Required for a new one. Where messages are sent to, up to 2,000 characters: https://, without a name or password, and not into a network of its own, unless SKILLWAKE_WEBHOOK_HOSTS names the host. */
  url?: unknown;
};

/** Names a webhook. */
export type WebhookReferenceInput = {
  /** Required. Webhook.name. */
  name?: unknown;
};

/** Takes a proposal back. */
export type WithdrawProposalInput = {
  /** Id of the proposal, as `Proposal.id` gives it. */
  proposal: string | number;
};

/** Withdraws one item of evidence, named by the source and id under which it was or will be recorded: a withdrawal that arrives first applies to the item that follows. The mutation says which kind of evidence it is. */
export type WithdrawalInput = {
  /** Required. When it was withdrawn. */
  at?: unknown;
  /** Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count. */
  id?: unknown;
  /** The reason, for the people concerned to read; at most 1,000 characters. */
  reason?: unknown;
  /** Required. The external system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Whom a word makes a job seem meant for. */
export type WordCoding =
  /** For women. */
  | 'FEMININE'
  /** For men: where there are many, women find the job less appealing. */
  | 'MASCULINE';

export type CatalogueAlignmentQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type CatalogueAlignmentQuery = { catalogueAlignment: { asOf: string, demandedCount: number, untaughtCount: number, moduleCount: number, undemandedCount: number, summary: string, untaught: Array<{ level: number, taughtTo: number | null, seats: number, projectCount: number, roleTemplateCount: number, summary: string, skill: { id: string } }>, undemanded: Array<{ summary: string, module: { name: string }, skills: Array<{ id: string }> }> } };

export type AroundArchivedQueryVariables = Exact<{
  person: string | number;
  team: string | number;
  project: string | number;
  module: string | number;
  skill: string | number;
}>;


export type AroundArchivedQuery = { person: { authored: { nodes: Array<{ name: string }> }, enrolments: { nodes: Array<{ module: { name: string } }> } | null, mastery: { nodes: Array<{ answerCount: number, skill: { name: string } }> } | null } | null, team: { gaps:
      | { personCount: number }
      | Record<PropertyKey, never>
    , leads: { nodes: Array<{ name: string }> }, members: { nodes: Array<{ person: { name: string } }> } } | null, project: { gaps:
      | { personCount: number }
      | Record<PropertyKey, never>
    , assignments: { nodes: Array<{ person: { name: string } }> } } | null, module: { authors: { nodes: Array<{ name: string }> }, enrolments: { nodes: Array<{ person: { name: string } }> }, teaches: { nodes: Array<{ skill: { name: string } }> } } | null, skill: { masteries: { totalCount: number, nodes: Array<{ person: { name: string } }> }, questions: { nodes: Array<{ prompt: string }> }, broader: { nodes: Array<{ name: string }> } } | null };

export type AvailabilityOfPersonQueryVariables = Exact<{
  id: string | number;
  filterBy?: AvailabilityFilter | null | undefined;
  orderBy?: AvailabilityOrder | null | undefined;
}>;


export type AvailabilityOfPersonQuery = { person: { availability: { nodes: Array<{ share: number, from: string | null, to: string | null }> } | null } | null };

export type AvailablePeopleQueryVariables = Exact<{
  filterBy?: PersonFilter | null | undefined;
}>;


export type AvailablePeopleQuery = { people: { totalCount: number, nodes: Array<{ name: string }> } };

export type AvailabilityOfLeadsQueryVariables = Exact<{
  id: string | number;
}>;


export type AvailabilityOfLeadsQuery = { team: { leads: { nodes: Array<{ availability: { nodes: Array<{ share: number }> } | null }> } } | null };

export type SeveralInOneMutationVariables = Exact<{
  person: Array<PersonInput> | PersonInput;
  team: Array<TeamInput> | TeamInput;
  renamed: Array<PersonInput> | PersonInput;
  membership: Array<MembershipInput> | MembershipInput;
}>;


export type SeveralInOneMutation = { first: { people: Array<{ id: string, name: string } | null> }, team: { teams: Array<{ members: { nodes: Array<{ person: { name: string } }> }, leads: { nodes: Array<{ id: string, name: string }> } } | null>, errors: Array<{ message: string }> }, second: { people: Array<{ id: string, name: string } | null> }, membership: { done: number }, again: { teams: Array<{ members: { nodes: Array<{ person: { name: string } }> }, leads: { nodes: Array<{ name: string }> } } | null> } };

export type BreadthOfTeamQueryVariables = Exact<{
  id: string | number;
  level?: number;
  first?: number;
  months?: number;
}>;


export type BreadthOfTeamQuery = { team: { breadth:
      | { __typename: 'TeamBreadth', personCount: number, heldSkills: number, loneSkillCount: number, summary: string, loneSkills: Array<{ expectedHolders: number, onlyOneProbability: number, unknown: number, summary: string, skill: { id: string }, holder: { id: string } | null }>, learning:
          | { __typename: 'LearningBreadth', since: string, sample: number, skillsBefore: number | null, skillsRecent: number | null, narrowsProbability: number | null, summary: string }
          | { __typename: 'Withheld', reason: string }
         }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type BroaderMasteryOfPersonQueryVariables = Exact<{
  id: string | number;
  filterBy?: BroaderMasteryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type BroaderMasteryOfPersonQuery = { person: { broaderMastery: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ asOf: string, level: number, knownShare: number, narrowerSkillCount: number, summary: string, person: { id: string }, skill: { id: string, name: string }, interval: { low: number, high: number }, from: Array<{ share: number, mastery: { level: number, answerCount: number, skill: { id: string, name: string } } }> }> } | null } | null };

export type HistoryOverSwitchQueryVariables = Exact<{
  person: string | number;
  skill: string | number;
}>;


export type HistoryOverSwitchQuery = { person: { masteryHistory: { before: number, byEvidence: number, byTime: number, byCalibration: number, points: Array<{ kind: MasteryPointKind, level: number, change: number, calibration: number }> } | null } | null };

export type LooksAtClaimsQueryVariables = Exact<{
  id: string | number;
}>;


export type LooksAtClaimsQuery = { person: { accessLog: { nodes: Array<{ role: Role, need: AccessNeed, operation: string | null }> } | null } | null };

export type ClaimedLevelsQueryVariables = Exact<{
  person: string | number;
  asOf: string;
}>;


export type ClaimedLevelsQuery = { person: { mastery: { nodes: Array<{ level: number, answerCount: number, claimCount: number, onlyClaims: boolean, lastEvidenceAt: string, summary: string, skill: { id: string }, interval: { low: number, high: number }, explanation: { prior: number, level: number, changes: Array<{ kind: MasteryChangeKind, at: string, change: number, expected: number | null, score: number | null, claimKind: ClaimKind | null, claimedLevel: number | null, summary: string }> } }> } | null } | null };

export type InfluenceOfClaimQueryVariables = Exact<{
  person: string | number;
  source: string;
  id: string;
  asOf: string;
}>;


export type InfluenceOfClaimQuery = { person: { mastery: { nodes: Array<{ level: number, claimCount: number, explanation: { level: number, changes: Array<{ kind: MasteryChangeKind, externalId: { value: string } | null }> }, influence: { levelWithout: number, influence: number } }> } | null } | null };

export type ClaimsBesideMasteryQueryVariables = Exact<{
  id: string | number;
}>;


export type ClaimsBesideMasteryQuery = { person: { mastery: { nodes: Array<{ answerCount: number }> } | null } | null };

export type SupplyByCohortsQueryVariables = Exact<{
  skill: string | number;
}>;


export type SupplyByCohortsQuery = { skillSupply: { total:
      | { known: number, bands: Array<{ expectedPeople: number }> }
      | Record<PropertyKey, never>
     } | null };

export type SaveDifficultiesMutationVariables = Exact<{
  items: Array<DifficultyInput> | DifficultyInput;
}>;


export type SaveDifficultiesMutation = { saveDifficulties: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type FadingSoonQueryVariables = Exact<{
  within: number;
  sureFrom?: number | null | undefined;
  project?: string | number | null | undefined;
  team?: string | number | null | undefined;
  first?: number | null | undefined;
}>;


export type FadingSoonQuery = { fadingSoon: { until: string, nextLapsesAt: string | null, fadingCount: number, summary: string, fading: Array<{ lapsesAt: string, by: LapsedBy, probability: number, level: number, summary: string, person: { id: string }, project: { id: string }, requirement: { level: number, skill: { id: string }, task: { name: string } | null }, refresher: { name: string } | null }> } };

export type FitInFullQueryVariables = Exact<{
  id: string | number;
  people?: Array<string | number> | string | number | null | undefined;
  first?: number;
  asOf?: string | null | undefined;
  from?: string | null | undefined;
  hoursPerWeek?: number;
}>;


export type FitInFullQuery = { project: { candidates: { nodes: Array<{ fit: number, person: { id: string }, requirements: Array<{ status: RequirementStatus, probability: number | null, level: number | null, summary: string, requirement: { level: number }, shortfall: { expected: number, summary: string } | null, learning: { hours: number | null, probabilityAfter: number, summary: string, modules: Array<{ hours: number | null, gain: number | null, module: { name: string } }> } | null, settlingQuestions: Array<{ probability: number, ifRight: number, ifWrong: number, told: number, summary: string, version: { id: string, prompt: string } }> | null }>, fitAtStart: { asOf: string | null, withoutLearning: number | null, fit: number | null, low: number | null, high: number | null, hoursFree: number | null, summary: string, modules: Array<{ hours: number | null, gain: number | null, module: { name: string } }> } }> } | null } | null };

export type FormTeamQueryVariables = Exact<{
  project: string | number;
  size: number;
  constraints?: TeamConstraints | null | undefined;
  asOf?: string | null | undefined;
}>;


export type FormTeamQuery = { formTeam: { objective: TeamObjective, value: number, bound: number, isProven: boolean, readiness: number, seconds: number, isFewestRelaxed: boolean, summary: string, relaxed: Array<{ kind: RelaxedKind, summary: string, person: { id: string } | null, requirement: { level: number } | null }>, coverage: Array<{ seats: number, expectedFilled: number, coveredProbability: number, summary: string, requirement: { level: number } }>, members: Array<{ seatsAdded: number | null, summary: string, person: { id: string, name: string }, requirements: Array<{ status: RequirementStatus, probability: number | null }>, swap: { cost: number, isProven: boolean, summary: string, joining: Array<{ id: string }>, leaving: Array<{ id: string }> } | null }> } | null };

export type FormingLookedAtQueryVariables = Exact<{
  id: string | number;
}>;


export type FormingLookedAtQuery = { person: { accessLog: { nodes: Array<{ operation: string | null, role: Role }> } | null } | null };

export type FreeShareOfPersonQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type FreeShareOfPersonQuery = { person: { freeShare: { from: string, to: string | null, least: number, mean: number | null, summary: string } | null } | null };

export type FreeShareOfCandidatesQueryVariables = Exact<{
  id: string | number;
}>;


export type FreeShareOfCandidatesQuery = { project: { candidates: { nodes: Array<{ person: { id: string, freeShare: { least: number } | null } }> } | null } | null };

export type FreeCandidatesQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
  freeFor?: FreeFor | null | undefined;
}>;


export type FreeCandidatesQuery = { project: { candidates: { totalCount: number, nodes: Array<{ summary: string, person: { id: string }, freeShare: { from: string, to: string | null, least: number, mean: number | null } | null }>, pageInfo: { endCursor: string | null } } | null } | null };

export type FreePeopleQueryVariables = Exact<{
  meeting?: Array<SkillNeed> | SkillNeed | null | undefined;
  asOf?: string | null | undefined;
  freeFor?: FreeFor | null | undefined;
}>;


export type FreePeopleQuery = { people: { nodes: Array<{ id: string }> } };

type GapsOfMonthParts_GapReport_Fragment = { __typename: 'GapReport', asOf: string, personCount: number, summary: string, gaps: Array<{ demand: number, supply:
      | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number }
      | { __typename: 'Withheld' }
     }> };

type GapsOfMonthParts_Withheld_Fragment = { __typename: 'Withheld' };

export type GapsOfMonthPartsFragment =
  | GapsOfMonthParts_GapReport_Fragment
  | GapsOfMonthParts_Withheld_Fragment
;

export type GapsOfProjectByMonthQueryVariables = Exact<{
  id: string | number;
  months?: number | null | undefined;
}>;


export type GapsOfProjectByMonthQuery = { project: { gapsByMonth: Array<
      | { __typename: 'GapReport', asOf: string, personCount: number, summary: string, gaps: Array<{ demand: number, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number }
            | { __typename: 'Withheld' }
           }> }
      | { __typename: 'Withheld' }
    > } | null };

export type GapsOfOthersByMonthQueryVariables = Exact<{
  team: string | number;
  role: string | number;
  months: number;
}>;


export type GapsOfOthersByMonthQuery = { team: { gapsByMonth: Array<
      | { __typename: 'GapReport', asOf: string, personCount: number, summary: string, gaps: Array<{ demand: number, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number }
            | { __typename: 'Withheld' }
           }> }
      | { __typename: 'Withheld' }
    > } | null, roleTemplate: { gapsByMonth: Array<
      | { __typename: 'GapReport', asOf: string, personCount: number, summary: string, gaps: Array<{ demand: number, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number }
            | { __typename: 'Withheld' }
           }> }
      | { __typename: 'Withheld' }
    > | null } | null };

export type GapsOfRoleByMonthQueryVariables = Exact<{
  id: string | number;
}>;


export type GapsOfRoleByMonthQuery = { roleTemplate: { gapsByMonth: Array<
      | { __typename: 'GapReport', asOf: string, personCount: number, summary: string, gaps: Array<{ demand: number, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number }
            | { __typename: 'Withheld' }
           }> }
      | { __typename: 'Withheld' }
    > | null } | null };

export type GapsOfOrganisationByMonthQueryVariables = Exact<{
  months: number;
}>;


export type GapsOfOrganisationByMonthQuery = { organisationGaps: { personCount: number, summary: string, gaps: Array<{ demand: number }> }, organisationGapsByMonth: Array<{ asOf: string, personCount: number, summary: string, gaps: Array<{ demand: number, project: { id: string } | null }> }> };

export type GapSentencesQueryVariables = Exact<{
  id: string | number;
}>;


export type GapSentencesQuery = { project: { gaps:
      | { gaps: Array<{ summary: string }> }
      | Record<PropertyKey, never>
     } | null };

export type OpportunitiesFragment = { isReady: boolean, summary: string, workCount: number, person: { id: string }, reasons: Array<{ kind: GrowthReasonKind, amount: number, summary: string, skills: Array<{ id: string }> }>, work: Array<{ fit: number, summary: string, project: { name: string }, task: { name: string } | null, skills: Array<{ id: string }> }> };

export type OpportunitiesOfPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type OpportunitiesOfPersonQuery = { person: { growthOpportunities: { isReady: boolean, summary: string, workCount: number, person: { id: string }, reasons: Array<{ kind: GrowthReasonKind, amount: number, summary: string, skills: Array<{ id: string }> }>, work: Array<{ fit: number, summary: string, project: { name: string }, task: { name: string } | null, skills: Array<{ id: string }> }> } | null, accessLog: { nodes: Array<{ operation: string | null, need: AccessNeed }> } | null } | null };

export type OpportunitiesOfTeamQueryVariables = Exact<{
  id: string | number;
}>;


export type OpportunitiesOfTeamQuery = { team: { growthOpportunities: Array<{ isReady: boolean, summary: string, workCount: number, person: { id: string }, reasons: Array<{ kind: GrowthReasonKind, amount: number, summary: string, skills: Array<{ id: string }> }>, work: Array<{ fit: number, summary: string, project: { name: string }, task: { name: string } | null, skills: Array<{ id: string }> }> }> | null } | null };

export type RecordHelpOfThoseWhoGrowMutationVariables = Exact<{
  items: Array<HelpInput> | HelpInput;
}>;


export type RecordHelpOfThoseWhoGrowMutation = { recordHelp: { errors: Array<{ message: string }> } };

export type HeavyGapsQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type HeavyGapsQuery = { organisationGaps: { allCoveredProbability: number | null, gaps: Array<{ requirement: { id: string }, supply:
        | { expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number }
        | Record<PropertyKey, never>
       }> } };

export type HeavyGapFragment = { requirement: { id: string }, supply:
    | { expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number }
    | Record<PropertyKey, never>
   };

export type LightGapsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  asOf?: string | null | undefined;
}>;


export type LightGapsQuery = { nodes: Array<
    | { gaps:
        | { allCoveredProbability: number | null, gaps: Array<{ requirement: { id: string }, supply:
              | { expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number }
              | Record<PropertyKey, never>
             }> }
        | Record<PropertyKey, never>
       }
    | Record<PropertyKey, never>
   | null> };

export type HistoryOfMasteryQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  skill: string | number;
  since?: string | null | undefined;
  until?: string | null | undefined;
  points?: number | null | undefined;
}>;


export type HistoryOfMasteryQuery = { nodes: Array<
    | { masteryHistory: { before: number, byEvidence: number, byTime: number, byCalibration: number, omitted: number, summary: string, points: Array<{ at: string, kind: MasteryPointKind, level: number, change: number, calibration: number, summary: string, interval: { low: number, high: number }, externalId: { value: string } | null }> } | null }
    | Record<PropertyKey, never>
   | null> };

export type HistoryOfLeadsQueryVariables = Exact<{
  team: string | number;
  skill: string | number;
}>;


export type HistoryOfLeadsQuery = { team: { leads: { nodes: Array<{ masteryHistory: { before: number } | null }> } } | null };

export type HistoryDifficultiesMutationVariables = Exact<{
  items: Array<DifficultyInput> | DifficultyInput;
}>;


export type HistoryDifficultiesMutation = { saveDifficulties: { done: number } };

export type KitCalibrateMutationVariables = Exact<{
  dryRun: boolean;
}>;


export type KitCalibrateMutation = { calibrate: { id: string, state: RunState, dryRun: boolean } };

export type KitRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type KitRunsQuery = { runs: Array<
    | { __typename: 'CalibrationRun', dryRun: boolean, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string, forecast: { answerCount: number, personCount: number, logLoss: number, teamsWithheld: number, skillsWithheld: number, everybody: { name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null } | null, teams: Array<{ name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null }>, skills: Array<{ name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null }> } | null }
    | { __typename: 'SkillMergeRun', skillCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string }
    | { __typename: 'SkillSplitRun', questionCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string }
  > };

export type KitRunQueryVariables = Exact<{
  id: string | number;
}>;


export type KitRunQuery = { run:
    | { __typename: 'CalibrationRun', dryRun: boolean, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string, forecast: { answerCount: number, personCount: number, logLoss: number, teamsWithheld: number, skillsWithheld: number, everybody: { name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null } | null, teams: Array<{ name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null }>, skills: Array<{ name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null }> } | null }
    | { __typename: 'SkillMergeRun', skillCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string }
    | { __typename: 'SkillSplitRun', questionCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string }
   | null };

type KitRun_CalibrationRun_Fragment = { __typename: 'CalibrationRun', dryRun: boolean, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string, forecast: { answerCount: number, personCount: number, logLoss: number, teamsWithheld: number, skillsWithheld: number, everybody: { name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null } | null, teams: Array<{ name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null }>, skills: Array<{ name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null }> } | null };

type KitRun_SkillMergeRun_Fragment = { __typename: 'SkillMergeRun', skillCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string };

type KitRun_SkillSplitRun_Fragment = { __typename: 'SkillSplitRun', questionCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string };

export type KitRunFragment =
  | KitRun_CalibrationRun_Fragment
  | KitRun_SkillMergeRun_Fragment
  | KitRun_SkillSplitRun_Fragment
;

export type KitForecastGroupFragment = { name: string | null, personCount: number, levelCount: number, meanChange: number, raisedShare: number, loweredShare: number, otherBandShare: number, summary: string, team: { id: string } | null, skill: { id: string } | null };

export type KitCalibrationsQueryVariables = Exact<{ [key: string]: never; }>;


export type KitCalibrationsQuery = { calibrations: Array<{ number: number, state: CalibrationState, madeAt: string | null, inForceSince: string | null, inForceUntil: string | null, answerCount: number | null, personCount: number | null, logLoss: number | null, progress: number | null, summary: string }> };

export type RecordVisitsMutationVariables = Exact<{
  items: Array<VisitInput> | VisitInput;
}>;


export type RecordVisitsMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type WithdrawVisitsMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawVisitsMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type RecordPageViewsMutationVariables = Exact<{
  items: Array<PageViewInput> | PageViewInput;
}>;


export type RecordPageViewsMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type WithdrawPageViewsMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawPageViewsMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type RecordVideoViewsMutationVariables = Exact<{
  items: Array<VideoViewInput> | VideoViewInput;
}>;


export type RecordVideoViewsMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type WithdrawVideoViewsMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawVideoViewsMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type RecordHelpMutationVariables = Exact<{
  items: Array<HelpInput> | HelpInput;
}>;


export type RecordHelpMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type WithdrawHelpMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawHelpMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type RecordFeedbackMutationVariables = Exact<{
  items: Array<FeedbackInput> | FeedbackInput;
}>;


export type RecordFeedbackMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type WithdrawFeedbackMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawFeedbackMutation = { payload: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type ClaimsOfPersonQueryVariables = Exact<{
  id: string | number;
  filterBy?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
}>;


export type ClaimsOfPersonQuery = { person: { claims: { totalCount: number, nodes: Array<{ id: string, kind: ClaimKind, level: number, band: string | null, at: string, issuer: string | null, credential: string | null, statement: string | null, withdrawn: boolean, summary: string, externalId: { source: string, value: string }, person: { id: string }, skill: { id: string }, by: { id: string } | null }> } | null } | null };

export type DecideQuestionsMutationVariables = Exact<{
  items: Array<QuestionDecisionInput> | QuestionDecisionInput;
}>;


export type DecideQuestionsMutation = { decideQuestions: { recorded: number, duplicates: number, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type DecisionsOnAnswersQueryVariables = Exact<{
  person: string | number;
  filter?: QuestionDecisionFilter | null | undefined;
}>;


export type DecisionsOnAnswersQuery = { person: { decisions: { totalCount: number, nodes: Array<{ scoreBefore: number | null, scoreAfter: number | null, summary: string, decision: { kind: QuestionDecisionKind, reason: string, holds: boolean, by: { id: string } | null, version: { number: number } }, externalId: { value: string } }> } | null } | null };

export type KeyOfDecisionQueryVariables = Exact<{
  person: string | number;
}>;


export type KeyOfDecisionQuery = { person: { decisions: { nodes: Array<{ decision: { key: string | null } }> } | null } | null };

export type DecidedVersionsQueryVariables = Exact<{
  question: string | number;
}>;


export type DecidedVersionsQuery = { question: { current: { number: number }, versions: { nodes: Array<{ number: number, answerKey: string | null, decisions: { nodes: Array<{ kind: QuestionDecisionKind, key: string | null, holds: boolean, summary: string }> } }> } } | null };

export type SaveDecidedQuestionMutationVariables = Exact<{
  items: Array<QuestionInput> | QuestionInput;
}>;


export type SaveDecidedQuestionMutation = { saveQuestions: { errors: Array<{ message: string }> } };

export type DoubtedShareQueryVariables = Exact<{
  person: string | number;
}>;


export type DoubtedShareQuery = { person: { mastery: { nodes: Array<{ answerCount: number, doubtedShare: number, explanation: { summary: string, changes: Array<{ doubted: boolean, rescored: boolean, score: number | null, summary: string }> } }> } | null } | null };

export type MasteryUpdatedByDecisionsQueryVariables = Exact<{
  person: string | number;
  since: string;
}>;


export type MasteryUpdatedByDecisionsQuery = { person: { mastery: { totalCount: number } | null } | null };

type DiagnosisParts_Diagnosis_Fragment = { __typename: 'Diagnosis', verdict: Verdict, probability: number | null, kind: ProblemKind | null, since: string | null, decidedBy: Deciding | null, remedy: string | null, people: number, summary: string, team: { name: string } | null, reasons: Array<{ kind: ReasonKind, value: number, usual: number | null, sentence: string }> };

type DiagnosisParts_Withheld_Fragment = { __typename: 'Withheld', reason: string };

export type DiagnosisPartsFragment =
  | DiagnosisParts_Diagnosis_Fragment
  | DiagnosisParts_Withheld_Fragment
;

export type ProblemPartsFragment = { id: string, verdict: Verdict, kind: ProblemKind | null, probability: number, openedAt: string, reopenedAt: string | null, closedAt: string | null, closedBecause: ClosedBecause | null, closedReason: string | null, hoursOpen: number, peopleAffected: number, remedy: string | null, summary: string, solvedBy: { number: number } | null, team: { name: string } | null, modules: Array<{ id: string }>, on:
    | { __typename: 'Page', title: string | null }
    | { __typename: 'QuestionVersion', prompt: string }
    | { __typename: 'Skill', name: string }
   | null };

export type DiagnosisOfQuestionQueryVariables = Exact<{
  id: string | number;
}>;


export type DiagnosisOfQuestionQuery = { question: { current: { diagnosis:
        | { __typename: 'Diagnosis', verdict: Verdict, probability: number | null, kind: ProblemKind | null, since: string | null, decidedBy: Deciding | null, remedy: string | null, people: number, summary: string, team: { name: string } | null, reasons: Array<{ kind: ReasonKind, value: number, usual: number | null, sentence: string }> }
        | { __typename: 'Withheld', reason: string }
       } } | null };

export type LikelyKeyOfQuestionQueryVariables = Exact<{
  id: string | number;
}>;


export type LikelyKeyOfQuestionQuery = { question: { current: { diagnosis:
        | { likelyKey: string | null }
        | Record<PropertyKey, never>
       } } | null };

export type DiagnosesOfModuleQueryVariables = Exact<{
  id: string | number;
}>;


export type DiagnosesOfModuleQuery = { module: { diagnosis:
      | { __typename: 'Diagnosis', verdict: Verdict, probability: number | null, kind: ProblemKind | null, since: string | null, decidedBy: Deciding | null, remedy: string | null, people: number, summary: string, team: { name: string } | null, reasons: Array<{ kind: ReasonKind, value: number, usual: number | null, sentence: string }> }
      | { __typename: 'Withheld', reason: string }
    , current: { pages: { nodes: Array<{ title: string | null, diagnosis:
            | { __typename: 'Diagnosis', verdict: Verdict, probability: number | null, kind: ProblemKind | null, since: string | null, decidedBy: Deciding | null, remedy: string | null, people: number, summary: string, team: { name: string } | null, reasons: Array<{ kind: ReasonKind, value: number, usual: number | null, sentence: string }> }
            | { __typename: 'Withheld', reason: string }
           }> } } | null } | null };

export type ProblemsOfModuleQueryVariables = Exact<{
  id: string | number;
  filterBy?: ProblemFilter | null | undefined;
}>;


export type ProblemsOfModuleQuery = { module: { problems: { totalCount: number, nodes: Array<{ id: string, verdict: Verdict, kind: ProblemKind | null, probability: number, openedAt: string, reopenedAt: string | null, closedAt: string | null, closedBecause: ClosedBecause | null, closedReason: string | null, hoursOpen: number, peopleAffected: number, remedy: string | null, summary: string, solvedBy: { number: number } | null, team: { name: string } | null, modules: Array<{ id: string }>, on:
          | { __typename: 'Page', title: string | null }
          | { __typename: 'QuestionVersion', prompt: string }
          | { __typename: 'Skill', name: string }
         | null }> } } | null };

export type AllProblemsQueryVariables = Exact<{
  filterBy?: ProblemFilter | null | undefined;
}>;


export type AllProblemsQuery = { problems: { nodes: Array<{ id: string, verdict: Verdict, kind: ProblemKind | null, probability: number, openedAt: string, reopenedAt: string | null, closedAt: string | null, closedBecause: ClosedBecause | null, closedReason: string | null, hoursOpen: number, peopleAffected: number, remedy: string | null, summary: string, solvedBy: { number: number } | null, team: { name: string } | null, modules: Array<{ id: string }>, on:
        | { __typename: 'Page', title: string | null }
        | { __typename: 'QuestionVersion', prompt: string }
        | { __typename: 'Skill', name: string }
       | null }> } };

export type PublishRevisionMutationVariables = Exact<{
  module: ModuleInput;
  solves: Array<string | number> | string | number;
}>;


export type PublishRevisionMutation = { publishRevision: { revision: { number: number, resources: Array<{ title: string }> } | null, problems: Array<{ id: string, verdict: Verdict, kind: ProblemKind | null, probability: number, openedAt: string, reopenedAt: string | null, closedAt: string | null, closedBecause: ClosedBecause | null, closedReason: string | null, hoursOpen: number, peopleAffected: number, remedy: string | null, summary: string, solvedBy: { number: number } | null, team: { name: string } | null, modules: Array<{ id: string }>, on:
        | { __typename: 'Page', title: string | null }
        | { __typename: 'QuestionVersion', prompt: string }
        | { __typename: 'Skill', name: string }
       | null }>, errors: Array<{ code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type DismissProblemMutationVariables = Exact<{
  input: ProblemDismissalInput;
}>;


export type DismissProblemMutation = { dismissProblem: { problem: { id: string, verdict: Verdict, kind: ProblemKind | null, probability: number, openedAt: string, reopenedAt: string | null, closedAt: string | null, closedBecause: ClosedBecause | null, closedReason: string | null, hoursOpen: number, peopleAffected: number, remedy: string | null, summary: string, solvedBy: { number: number } | null, team: { name: string } | null, modules: Array<{ id: string }>, on:
        | { __typename: 'Page', title: string | null }
        | { __typename: 'QuestionVersion', prompt: string }
        | { __typename: 'Skill', name: string }
       | null } | null, errors: Array<{ code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type LackedByTeamQueryVariables = Exact<{
  id: string | number;
}>;


export type LackedByTeamQuery = { team: { gaps:
      | { summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, skill: { id: string } }, project: { name: string } | null, problem: { verdict: Verdict, probability: number } | null, supply:
            | { expectedShortfall: number }
            | Record<PropertyKey, never>
           }> }
      | Record<PropertyKey, never>
     } | null };

export type SaveCatalogueMutationVariables = Exact<{
  people?: Array<PersonInput> | PersonInput;
  availability?: Array<AvailabilityInput> | AvailabilityInput;
  skills?: Array<SkillInput> | SkillInput;
  questions?: Array<QuestionInput> | QuestionInput;
  modules?: Array<ModuleInput> | ModuleInput;
  roleTemplates?: Array<RoleTemplateInput> | RoleTemplateInput;
  tasks?: Array<TaskInput> | TaskInput;
  requirements?: Array<RequirementInput> | RequirementInput;
}>;


export type SaveCatalogueMutation = { savePeople: { people: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveAvailability: { errors: Array<{ message: string }> }, saveSkills: { skills: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveQuestions: { questions: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveModules: { modules: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveRoleTemplates: { roleTemplates: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveTasks: { tasks: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveRequirements: { errors: Array<{ message: string }> } };

export type PartsOfModulesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type PartsOfModulesQuery = { nodes: Array<
    | { current: { id: string, pages: { nodes: Array<{ id: string, questions: { nodes: Array<{ version: { id: string } }> } }> } } | null }
    | Record<PropertyKey, never>
   | null> };

export type RecordAnswersMutationVariables = Exact<{
  items: Array<AnswerInput> | AnswerInput;
}>;


export type RecordAnswersMutation = { recordAnswers: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type RecordClaimsMutationVariables = Exact<{
  items: Array<ClaimInput> | ClaimInput;
}>;


export type RecordClaimsMutation = { recordClaims: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type WithdrawClaimsMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawClaimsMutation = { withdrawClaims: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type WithdrawAnswersMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type WithdrawAnswersMutation = { withdrawAnswers: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type DropOffQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
  revision?: number | null | undefined;
}>;


export type DropOffQuery = { module: { dropOffRate:
      | { __typename: 'DropOffRate', people: number, left: number, completed: number, underWay: number, rate: number, low: number | null, high: number | null, summary: string, byPage: Array<{ at: number, atRisk: number, left: number, surviving: number, low: number | null, high: number | null }>, byMinute: Array<{ at: number, atRisk: number, left: number, surviving: number }>, standsOut: Array<{ minute: number | null, left: number, atRisk: number, expected: number, probability: number, what: string, summary: string, page: { number: number } | null }> }
      | { __typename: 'Withheld', reason: string }
     | null } | null };

export type TimeToCompletionQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
}>;


export type TimeToCompletionQuery = { module: { current: { timeToCompletion:
        | { __typename: 'TimeToCompletion', people: number, medianMinutes: number, firstQuartileMinutes: number, thirdQuartileMinutes: number, expectedMinutes: number | null, low: number | null, high: number | null, summary: string }
        | { __typename: 'Withheld', reason: string }
       } | null } | null };

export type PageFiguresQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
}>;


export type PageFiguresQuery = { module: { current: { pages: { nodes: Array<{ number: number, figures:
            | { __typename: 'PageFigures', people: number, medianSeconds: number, firstQuartileSeconds: number, thirdQuartileSeconds: number, low: number | null, high: number | null, expectedSeconds: number | null, revisitRate: number, pausesPerPerson: number, atRisk: number, leftHere: number, answersAfter: number, rightAfter: number | null, costsMoreThanItTeaches: boolean, costsMoreBecause: string | null, summary: string }
            | { __typename: 'Withheld', reason: string }
           }> } } | null } | null };

export type SecondsSeenQueryVariables = Exact<{
  id: string | number;
}>;


export type SecondsSeenQuery = { module: { current: { pages: { nodes: Array<{ secondsSeen:
            | { __typename: 'SecondsSeen', people: number, durationSeconds: number, summary: string, stretches: Array<{ from: number, people: number, again: number }> }
            | { __typename: 'Withheld', reason: string }
           }> } } | null } | null };

type GapChangesParts_GapChanges_Fragment = { __typename: 'GapChanges', since: string, asOf: string, personCountBefore: number, personCountNow: number, shortfallBefore: number, shortfallNow: number, summary: string, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number }, changes: Array<{ level: number, demandBefore: number, demandNow: number, supplyBefore: number, supplyNow: number, shortfallBefore: number, shortfallNow: number, summary: string, skill: { id: string, name: string }, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number } }> };

type GapChangesParts_Withheld_Fragment = { __typename: 'Withheld', reason: string };

export type GapChangesPartsFragment =
  | GapChangesParts_GapChanges_Fragment
  | GapChangesParts_Withheld_Fragment
;

export type GapChangesOfProjectQueryVariables = Exact<{
  id: string | number;
  since?: string | null | undefined;
}>;


export type GapChangesOfProjectQuery = { project: { gapChanges:
      | { __typename: 'GapChanges', since: string, asOf: string, personCountBefore: number, personCountNow: number, shortfallBefore: number, shortfallNow: number, summary: string, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number }, changes: Array<{ level: number, demandBefore: number, demandNow: number, supplyBefore: number, supplyNow: number, shortfallBefore: number, shortfallNow: number, summary: string, skill: { id: string, name: string }, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number } }> }
      | { __typename: 'Withheld', reason: string }
     | null } | null };

export type GapChangesOfGroupsQueryVariables = Exact<{
  team: string | number;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type GapChangesOfGroupsQuery = { team: { gapChanges:
      | { __typename: 'GapChanges', since: string, asOf: string, personCountBefore: number, personCountNow: number, shortfallBefore: number, shortfallNow: number, summary: string, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number }, changes: Array<{ level: number, demandBefore: number, demandNow: number, supplyBefore: number, supplyNow: number, shortfallBefore: number, shortfallNow: number, summary: string, skill: { id: string, name: string }, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number } }> }
      | { __typename: 'Withheld', reason: string }
     | null } | null, organisationGapChanges:
    | { __typename: 'GapChanges', since: string, asOf: string, personCountBefore: number, personCountNow: number, shortfallBefore: number, shortfallNow: number, summary: string, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number }, changes: Array<{ level: number, demandBefore: number, demandNow: number, supplyBefore: number, supplyNow: number, shortfallBefore: number, shortfallNow: number, summary: string, skill: { id: string, name: string }, causes: { people: number, evidence: number, fading: number, demand: number, calibration: number } }> }
    | { __typename: 'Withheld', reason: string }
   | null };

type GapReportParts_GapReport_Fragment = { __typename: 'GapReport', asOf: string, personCount: number, leftOut: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, importance: number, skill: { id: string, name: string }, task: { name: string } | null }, project: { name: string } | null, supply:
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
      | { __typename: 'GapReport', asOf: string, personCount: number, leftOut: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, importance: number, skill: { id: string, name: string }, task: { name: string } | null }, project: { name: string } | null, supply:
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
      | { __typename: 'GapReport', asOf: string, personCount: number, leftOut: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, importance: number, skill: { id: string, name: string }, task: { name: string } | null }, project: { name: string } | null, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
            | { __typename: 'Withheld', reason: string }
          , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type SaveRoleWithNeedsMutationVariables = Exact<{
  roles: Array<RoleTemplateInput> | RoleTemplateInput;
  requirements: Array<RequirementInput> | RequirementInput;
}>;


export type SaveRoleWithNeedsMutation = { saveRoleTemplates: { roleTemplates: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveRequirements: { errors: Array<{ message: string }> } };

export type KitLevelsOfPersonQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type KitLevelsOfPersonQuery = { person: { mastery: { nodes: Array<{ level: number, answerCount: number, lastEvidenceAt: string, skill: { id: string }, interval: { low: number, high: number } }> } | null } | null };

export type DraftJobDescriptionQueryVariables = Exact<{
  project: string | number;
  requirements?: Array<string | number> | string | number | null | undefined;
}>;


export type DraftJobDescriptionQuery = { draftJobDescription:
    | { __typename: 'JobDescription', title: string | null, people: number, text: string | null, markdown: string | null, jsonLd: string | null, summary: string, project: { name: string }, tasks: Array<{ name: string }>, mustHave: Array<{ levelInWords: string, expectedShortfall: number, coveredProbability: number, expectedAvailable: number, hours: number | null, entryLevel: number | null, entryInWords: string | null, reason: string, requirement: { id: string, level: number, skill: { name: string } }, modules: Array<{ name: string }> }>, canLearnHere: Array<{ levelInWords: string, expectedShortfall: number, coveredProbability: number, expectedAvailable: number, hours: number | null, entryLevel: number | null, entryInWords: string | null, reason: string, requirement: { id: string, level: number, skill: { name: string } }, modules: Array<{ name: string }> }>, notSought: Array<{ levelInWords: string, expectedShortfall: number, coveredProbability: number, expectedAvailable: number, hours: number | null, entryLevel: number | null, entryInWords: string | null, reason: string, requirement: { id: string, level: number, skill: { name: string } }, modules: Array<{ name: string }> }>, combining:
        | { __typename: 'Combining', expectedPeople: number, summary: string }
        | { __typename: 'Withheld', reason: string }
       | null, roles: Array<{ title: string, expectedPeople: number, requirements: Array<{ skill: { name: string } }>, tasks: Array<{ name: string }> }>, wording: Array<{ word: string, listed: string, coding: WordCoding, reason: string }> }
    | { __typename: 'Withheld', reason: string }
   | null };

export type SoughtSkillPartsFragment = { levelInWords: string, expectedShortfall: number, coveredProbability: number, expectedAvailable: number, hours: number | null, entryLevel: number | null, entryInWords: string | null, reason: string, requirement: { id: string, level: number, skill: { name: string } }, modules: Array<{ name: string }> };

export type GapsToHireForQueryVariables = Exact<{
  project: string | number;
}>;


export type GapsToHireForQuery = { project: { gaps:
      | { gaps: Array<{ requirement: { id: string, skill: { name: string } } }> }
      | Record<PropertyKey, never>
     } | null };

export type LearningQueryVariables = Exact<{
  id: string | number;
  filterBy?: LearningFilter | null | undefined;
  orderBy?: LearningOrder | null | undefined;
}>;


export type LearningQuery = { person: { learning: { totalCount: number, pageInfo: { onlyVisible: boolean }, nodes: Array<{ completed: boolean, pageCount: number, summary: string, module: { name: string }, revision: { number: number }, place: { state: VisitState, at: string, pagesReached: number, page: { number: number } | null, next: { number: number } | null } | null }> } | null } | null };

export type ProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ProgressQuery = { person: { learning: { pageInfo: { onlyVisible: boolean }, nodes: Array<{ completed: boolean, summary: string, module: { name: string } }> } | null } | null };

export type VisitsQueryVariables = Exact<{
  id: string | number;
  filterBy?: VisitFilter | null | undefined;
}>;


export type VisitsQuery = { person: { visits: { totalCount: number, nodes: Array<{ state: VisitState, startedAt: string | null, completedAt: string | null, leftAt: string | null, pagesReached: number, activeSeconds: number, withdrawn: boolean, summary: string, externalId: { value: string }, module: { name: string }, revision: { number: number }, lastPage: { number: number } | null, pageViews: { nodes: Array<{ openedAt: string, activeSeconds: number, idleSeconds: number, pauses: number, longestPauseSeconds: number, revisits: number, wasLast: boolean, withdrawn: boolean, summary: string, page: { number: number } }> }, videoViews: { nodes: Array<{ durationSeconds: number, secondsSeen: Array<number>, shareSeen: number, pauses: number, seeks: number, rate: number, summary: string, page: { number: number } }> } }> } | null } | null };

export type VisitsOfModuleQueryVariables = Exact<{
  id: string | number;
}>;


export type VisitsOfModuleQuery = { module: { visits:
      | { __typename: 'VisitCounts', people: number, visits: number, completed: number | null, left: number | null, underWay: number | null, summary: string }
      | { __typename: 'Withheld', reason: string }
    , current: { visits:
        | { __typename: 'VisitCounts', people: number, visits: number, completed: number | null, left: number | null, underWay: number | null }
        | { __typename: 'Withheld' }
      , pages: { nodes: Array<{ visits:
            | { __typename: 'PageReach', people: number, summary: string }
            | { __typename: 'Withheld', reason: string }
           }> } } | null } | null };

export type FeedbackOnModuleQueryVariables = Exact<{
  id: string | number;
}>;


export type FeedbackOnModuleQuery = { module: { feedback:
      | { __typename: 'ContentFeedback', people: number, unclear: number | null, outdated: number | null, ratingCount: number | null, meanRating: number | null, words: Array<string> | null, summary: string }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type SaidQueryVariables = Exact<{
  id: string | number;
}>;


export type SaidQuery = { person: { feedback: { nodes: Array<{ unclear: boolean | null, outdated: boolean | null, rating: number | null, words: string | null, withdrawn: boolean, summary: string, module: { name: string } | null, revision: { number: number } | null, page: { number: number } | null, version: { number: number } | null }> } | null, helpGiven: { nodes: Array<{ note: string | null }> } | null, helpReceived: { nodes: Array<{ note: string | null, summary: string, givenBy: { id: string }, person: { id: string }, skill: { name: string } | null, module: { name: string } | null, attestedBy: { id: string } | null }> } | null } | null };

export type WhoLookedAtThemQueryVariables = Exact<{
  id: string | number;
}>;


export type WhoLookedAtThemQuery = { person: { accessLog: { nodes: Array<{ operation: string | null, need: AccessNeed }> } | null } | null };

export type MergedPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedPersonQuery = { person: { id: string, name: string, email: string | null, activeUntil: string | null, mastery: { nodes: Array<{ answerCount: number }> } | null } | null };

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

export type MergedListedByQueryVariables = Exact<{
  id: string | number;
  team: string | number;
  project: string | number;
  module: string | number;
}>;


export type MergedListedByQuery = { teams: { nodes: Array<{ id: string }> }, modules: { nodes: Array<{ id: string }> }, projects: { nodes: Array<{ id: string }> }, team: { members: { nodes: Array<{ person: { id: string } }> } } | null, project: { assignments: { nodes: Array<{ person: { id: string } }> } } | null, module: { enrolments: { nodes: Array<{ person: { id: string } }> } } | null };

export type MergedVisibleQueryVariables = Exact<{ [key: string]: never; }>;


export type MergedVisibleQuery = { people: { nodes: Array<{ id: string }> } };

export type MergedCandidatesQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedCandidatesQuery = { project: { candidates: { nodes: Array<{ person: { id: string } }> } | null } | null };

export type AfterMergingSkillsQueryVariables = Exact<{
  id: string | number;
  project: string | number;
  module: string | number;
}>;


export type AfterMergingSkillsQuery = { skill: { id: string } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, questions: { totalCount: number }, projects: { nodes: Array<{ id: string }> }, modules: { nodes: Array<{ id: string }> }, project: { requirements: { nodes: Array<{ level: number, importance: number, headcount: number, skill: { id: string } }> }, candidates: { nodes: Array<{ person: { id: string } }> } | null, gaps:
      | { gaps: Array<{ requirement: { skill: { id: string } } }> }
      | Record<PropertyKey, never>
     } | null, module: { teaches: { nodes: Array<{ from: number | null, to: number, skill: { id: string } }> } } | null };

export type ClaimsAfterMergingSkillsQueryVariables = Exact<{
  id: string | number;
  skill: string | number;
}>;


export type ClaimsAfterMergingSkillsQuery = { person: { claims: { nodes: Array<{ skill: { id: string } }> } | null, mastery: { nodes: Array<{ level: number, answerCount: number, claimCount: number, explanation: { prior: number, level: number, changes: Array<{ kind: MasteryChangeKind, change: number }> } }> } | null } | null };

export type DeleteMergedSkillsMutationVariables = Exact<{
  items: Array<ReferenceInput> | ReferenceInput;
}>;


export type DeleteMergedSkillsMutation = { deleteSkills: { errors: Array<{ message: string }> } };

export type RequiredAfterMergingQueryVariables = Exact<{
  id: string | number;
}>;


export type RequiredAfterMergingQuery = { project: { requirements: { nodes: Array<{ skill: { id: string } }> } } | null };

export type MergePeopleMutationVariables = Exact<{
  items: Array<PersonMergeInput> | PersonMergeInput;
}>;


export type MergePeopleMutation = { mergePeople: { people: Array<{ id: string, name: string, email: string | null, activeUntil: string | null } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

type RunTold_CalibrationRun_Fragment = { id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string };

type RunTold_SkillMergeRun_Fragment = { id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string };

type RunTold_SkillSplitRun_Fragment = { id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string };

export type RunToldFragment =
  | RunTold_CalibrationRun_Fragment
  | RunTold_SkillMergeRun_Fragment
  | RunTold_SkillSplitRun_Fragment
;

export type MergeSkillsMutationVariables = Exact<{
  items: Array<SkillMergeInput> | SkillMergeInput;
  waitSeconds?: number;
}>;


export type MergeSkillsMutation = { mergeSkills: { run: { skillCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string } | null, skills: Array<{ id: string, name: string, description: string | null, labels: Array<{ language: string, text: string }>, synonyms: Array<{ language: string, text: string }>, externalIds: Array<{ value: string }>, broader: { nodes: Array<{ id: string }> }, narrower: { nodes: Array<{ id: string }> }, prerequisites: { nodes: Array<{ id: string }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SplitSkillsMutationVariables = Exact<{
  items: Array<SkillSplitInput> | SkillSplitInput;
  waitSeconds?: number;
}>;


export type SplitSkillsMutation = { splitSkills: { run: { questionCount: number, id: string, state: RunState, progress: number, startedAt: string, endedAt: string | null, calibration: number | null, failure: string | null, summary: string } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type KitSaveOpeningsMutationVariables = Exact<{
  items: Array<OpeningInput> | OpeningInput;
}>;


export type KitSaveOpeningsMutation = { saveOpenings: { fates: Array<RelationshipFate | null>, changed: number, openings: Array<{ title: string, state: OpeningState, projectName: string, openedAt: string, filledAt: string | null, closedAt: string | null, project: { id: string } | null, filledBy: { id: string } | null, externalId: { value: string }, sought: Array<{ level: number, band: string | null, headcount: number, skill: { name: string } }> } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type KitOpeningsQueryVariables = Exact<{
  filterBy?: OpeningFilter | null | undefined;
}>;


export type KitOpeningsQuery = { openings: { nodes: Array<{ title: string, projectName: string, project: { id: string } | null, externalId: { value: string } }> } };

export type KitHiringOutcomesQueryVariables = Exact<{
  project?: string | number | null | undefined;
}>;


export type KitHiringOutcomesQuery = { openings: { nodes: Array<{ externalId: { value: string }, hiringOutcome: { outcome: GapOutcome, shortfallBefore: number, shortfallNow: number, allCoveredBefore: number, allCoveredNow: number, summary: string, requirements: Array<{ level: number, shortfallBefore: number, shortfallNow: number | null, coveredBefore: number, coveredNow: number | null, unknownNow: number | null, skill: { name: string } }> } | null }> } };

export type KitFilledOpeningsQueryVariables = Exact<{
  id: string | number;
}>;


export type KitFilledOpeningsQuery = { person: { filledOpenings: { nodes: Array<{ title: string, filledAt: string | null }> } | null } | null };

export type KitFirstRequirementsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type KitFirstRequirementsQuery = { nodes: Array<
    | { requirements: { nodes: Array<{ id: string }> } }
    | Record<PropertyKey, never>
   | null> };

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

export type SaveAvailabilityMutationVariables = Exact<{
  items: Array<AvailabilityInput> | AvailabilityInput;
}>;


export type SaveAvailabilityMutation = { saveAvailability: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveSkillsMutationVariables = Exact<{
  items: Array<SkillInput> | SkillInput;
}>;


export type SaveSkillsMutation = { saveSkills: { skills: Array<{ id: string, name: string, description: string | null, uri: string | null, broader: { nodes: Array<{ id: string }> }, narrower: { nodes: Array<{ id: string }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveBroaderSkillsMutationVariables = Exact<{
  items: Array<BroaderSkillInput> | BroaderSkillInput;
}>;


export type SaveBroaderSkillsMutation = { saveBroaderSkills: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveQuestionsMutationVariables = Exact<{
  items: Array<QuestionInput> | QuestionInput;
}>;


export type SaveQuestionsMutation = { saveQuestions: { questions: Array<{ id: string, prompt: string, current: { number: number, skills: { nodes: Array<{ id: string }> } }, versions: { nodes: Array<{ id: string, number: number, prompt: string, options: Array<string>, answerKey: string | null, skills: { nodes: Array<{ id: string }> }, question: { prompt: string } }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveAssessedSkillsMutationVariables = Exact<{
  items: Array<AssessedSkillInput> | AssessedSkillInput;
}>;


export type SaveAssessedSkillsMutation = { saveAssessedSkills: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveModulesMutationVariables = Exact<{
  items: Array<ModuleInput> | ModuleInput;
}>;


export type SaveModulesMutation = { saveModules: { modules: Array<{ id: string, name: string, description: string | null, expectedMinutes: number | null, updatedAt: string, authors: { nodes: Array<{ id: string }> }, prerequisites: { nodes: Array<{ id: string }> }, current: { id: string, number: number } | null } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveTeachesMutationVariables = Exact<{
  items: Array<TeachingInput> | TeachingInput;
}>;


export type SaveTeachesMutation = { saveTeachings: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveEnrolmentsMutationVariables = Exact<{
  items: Array<EnrolmentInput> | EnrolmentInput;
}>;


export type SaveEnrolmentsMutation = { saveEnrolments: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveProjectsMutationVariables = Exact<{
  items: Array<ProjectInput> | ProjectInput;
}>;


export type SaveProjectsMutation = { saveProjects: { projects: Array<{ id: string, name: string, description: string | null, from: string | null, to: string | null, responsibleTeam: { name: string } | null } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveAssignmentsMutationVariables = Exact<{
  items: Array<AssignmentInput> | AssignmentInput;
}>;


export type SaveAssignmentsMutation = { saveAssignments: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveRequirementsMutationVariables = Exact<{
  items: Array<RequirementInput> | RequirementInput;
}>;


export type SaveRequirementsMutation = { saveRequirements: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type SaveOrganisationMutationVariables = Exact<{
  people?: Array<PersonInput> | PersonInput;
  teams?: Array<TeamInput> | TeamInput;
  memberships?: Array<MembershipInput> | MembershipInput;
  modules?: Array<ModuleInput> | ModuleInput;
  teaches?: Array<TeachingInput> | TeachingInput;
  enrolments?: Array<EnrolmentInput> | EnrolmentInput;
  projects?: Array<ProjectInput> | ProjectInput;
  tasks?: Array<TaskInput> | TaskInput;
  requirements?: Array<RequirementInput> | RequirementInput;
  assignments?: Array<AssignmentInput> | AssignmentInput;
  difficulties?: Array<DifficultyInput> | DifficultyInput;
}>;


export type SaveOrganisationMutation = { savePeople: { errors: Array<{ message: string }> }, saveTeams: { teams: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveMemberships: { errors: Array<{ message: string }> }, saveModules: { errors: Array<{ message: string }> }, saveTeachings: { errors: Array<{ message: string }> }, saveEnrolments: { errors: Array<{ message: string }> }, saveProjects: { projects: Array<{ id: string } | null>, errors: Array<{ message: string }> }, saveTasks: { errors: Array<{ message: string }> }, saveRequirements: { errors: Array<{ message: string }> }, saveAssignments: { errors: Array<{ message: string }> }, saveDifficulties: { errors: Array<{ message: string }> } };

export type KitFailuresQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
  section?: string | null | undefined;
  revision?: number | null | undefined;
}>;


export type KitFailuresQuery = { module: { failureRate:
      | { __typename: 'FailureRate', people: number, answers: number, failed: number, rate: number, low: number | null, high: number | null, expectedRate: number | null, difficulty: number | null, omissions: number | null, medianSeconds: number | null, summary: string, responses: Array<{ response: string | null }>, sections: Array<{ section: string | null, people: number, answers: number, failed: number, rate: number, low: number | null, high: number | null, summary: string, page: { number: number } | null }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type KitFailuresOfPartsQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
}>;


export type KitFailuresOfPartsQuery = { module: { current: { failureRate:
        | { __typename: 'FailureRate', answers: number, failed: number }
        | { __typename: 'Withheld' }
      , pages: { nodes: Array<{ number: number, failureRate:
            | { __typename: 'FailureRate', answers: number, failed: number }
            | { __typename: 'Withheld' }
          , questions: { nodes: Array<{ version: { prompt: string, failureRate:
                  | { __typename: 'FailureRate', people: number, answers: number, failed: number, rate: number, expectedRate: number | null, difficulty: number | null, discrimination: number | null, restCorrelation: number | null, omissions: number | null, firstQuartileSeconds: number | null, medianSeconds: number | null, thirdQuartileSeconds: number | null, summary: string, responses: Array<{ response: string | null, share: number, lowestThird: number | null, middleThird: number | null, highestThird: number | null }> }
                  | { __typename: 'Withheld' }
                 } }> } }> } } | null } | null };

export type KitKeysAmongResponsesQueryVariables = Exact<{
  id: string | number;
}>;


export type KitKeysAmongResponsesQuery = { module: { current: { pages: { nodes: Array<{ questions: { nodes: Array<{ version: { failureRate:
                  | { responses: Array<{ response: string | null, isKey: boolean | null }> }
                  | Record<PropertyKey, never>
                 } }> } }> } } | null } | null };

export type KitLearningGainQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
  revision?: number | null | undefined;
}>;


export type KitLearningGainQuery = { module: { learningGain:
      | { __typename: 'LearningGain', people: number, gain: number, low: number, high: number, hours: number | null, assignedAtRandom: boolean, summary: string, beyondFormer: { peopleBefore: number, peopleAfter: number, before: number, after: number, difference: number, low: number | null, high: number | null, probabilityBetter: number | null, summary: string } | null, skills: Array<{ people: number, answersBefore: number, answersAfter: number, levelBefore: number, levelAfter: number, abilityBefore: number, abilityAfter: number, gain: number, low: number, high: number, gainPerHour: number | null, summary: string, skill: { id: string } }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type KitGainsInSkillQueryVariables = Exact<{
  id: string | number;
}>;


export type KitGainsInSkillQuery = { skill: { learningGains: Array<{ gain: number, gainPerHour: number | null, module: { id: string } }> } | null };

export type KitCompareRevisionsQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
  before?: number | null | undefined;
  after?: number | null | undefined;
}>;


export type KitCompareRevisionsQuery = { module: { compareRevisions:
      | { __typename: 'RevisionComparison', assignedAtRandom: boolean, summary: string, failureRate: { peopleBefore: number, peopleAfter: number, before: number, after: number, difference: number, low: number | null, high: number | null, probabilityBetter: number | null, summary: string } | null, ability: { peopleBefore: number, peopleAfter: number, before: number, after: number, difference: number, low: number | null, high: number | null, probabilityBetter: number | null, summary: string } | null, startedWith: { peopleBefore: number, peopleAfter: number, before: number, after: number, difference: number, low: number | null, high: number | null, probabilityBetter: number | null, summary: string } | null, dropOffRate: { peopleBefore: number, peopleAfter: number, before: number, after: number, difference: number, low: number | null, high: number | null, probabilityBetter: number | null, summary: string } | null }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type KitComparedFigureFragment = { peopleBefore: number, peopleAfter: number, before: number, after: number, difference: number, low: number | null, high: number | null, probabilityBetter: number | null, summary: string };

export type ProposalPartsFragment = { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> };

export type ProposalPayloadPartsFragment = { proposal: { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> };

export type ProposeTeamMutationVariables = Exact<{
  input: ProposalInput;
}>;


export type ProposeTeamMutation = { payload: { proposal: { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type AcceptProposalMutationVariables = Exact<{
  input: AcceptProposalInput;
}>;


export type AcceptProposalMutation = { payload: { proposal: { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type DeclineProposalMutationVariables = Exact<{
  input: DeclineProposalInput;
}>;


export type DeclineProposalMutation = { payload: { proposal: { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type ConfirmProposalMutationVariables = Exact<{
  input: ConfirmProposalInput;
}>;


export type ConfirmProposalMutation = { payload: { proposal: { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type WithdrawProposalMutationVariables = Exact<{
  input: WithdrawProposalInput;
}>;


export type WithdrawProposalMutation = { payload: { proposal: { id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> } | null, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type ProposalsOfPersonQueryVariables = Exact<{
  id: string | number;
  filterBy?: ProposalFilter | null | undefined;
}>;


export type ProposalsOfPersonQuery = { person: { proposals: { nodes: Array<{ id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> }> } | null } | null };

export type ProposalsForProjectQueryVariables = Exact<{
  id: string | number;
  filterBy?: ProposalFilter | null | undefined;
}>;


export type ProposalsForProjectQuery = { project: { proposals: { nodes: Array<{ id: string, state: ProposalState, why: string, role: Role, expiresAt: string, size: number, summary: string, promised: { coveredProbability: number, expectedFilled: number, seats: number, summary: string } | null, externalId: { value: string }, project: { name: string }, proposedBy: { id: string } | null, confirmedBy: { id: string } | null, members: Array<{ share: number, from: string, to: string | null, why: string | null, isLeftOut: boolean, person: { id: string, name: string }, answers: Array<{ as: AnsweredAs, accepts: boolean, reason: string | null, by: { id: string } }> }> }> } | null } | null };

export type AssignedByProposalsQueryVariables = Exact<{
  id: string | number;
}>;


export type AssignedByProposalsQuery = { project: { assignments: { nodes: Array<{ share: number, from: string | null, to: string | null, person: { id: string } }> } } | null };

export type FormedForProposalQueryVariables = Exact<{
  project: string | number;
  size: number;
  mustHave: Array<string | number> | string | number;
}>;


export type FormedForProposalQuery = { formTeam: { readiness: number, coverage: Array<{ seats: number, expectedFilled: number }> } | null };

export type StuckPartsFragment = { section: string | null, because: StuckBecause, people: number, rate: number, expectedRate: number, summary: string, module: { name: string }, page: { number: number } | null, problems: Array<{ id: string }> };

export type KitDailyReportQueryVariables = Exact<{
  date?: string | null | undefined;
}>;


export type KitDailyReportQuery = { dailyReport: { date: string, timeZone: string, from: string, to: string, summary: string, otherModules: number, otherTeams: number, modules: Array<{ summary: string, module: { name: string }, published: { number: number } | null, problems: Array<{ news: ProblemNews, beingSolved: boolean, hoursOpen: number, peopleSince: number | null, summary: string, problem: { id: string, verdict: Verdict, kind: ProblemKind | null, closedBecause: ClosedBecause | null, on:
            | { __typename: 'Page' }
            | { __typename: 'QuestionVersion' }
            | { __typename: 'Skill' }
           | null } }>, stuck: Array<{ section: string | null, because: StuckBecause, people: number, rate: number, expectedRate: number, summary: string, module: { name: string }, page: { number: number } | null, problems: Array<{ id: string }> }>, failureRate:
        | { people: number, rate: number }
        | Record<PropertyKey, never>
      , dropOffRate:
        | { people: number, rate: number }
        | Record<PropertyKey, never>
      , failureRateBefore:
        | { people: number, rate: number }
        | Record<PropertyKey, never>
       | null }>, teams: Array<{ overdue: number, summary: string, team: { name: string }, stuck: Array<{ section: string | null, because: StuckBecause, people: number, rate: number, expectedRate: number, summary: string, module: { name: string }, page: { number: number } | null, problems: Array<{ id: string }> }> }> } | null };

export type KitLacksAndPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type KitLacksAndPeopleQuery = { dailyReport: { modules: Array<{ problems: Array<{ peopleSince: number | null, problem: { id: string } }> }>, teams: Array<{ summary: string, team: { name: string }, lacks: Array<{ news: ProblemNews, peopleSince: number | null, summary: string, problem: { on:
            | { __typename: 'Page' }
            | { __typename: 'QuestionVersion' }
            | { __typename: 'Skill' }
           | null } }> }> } | null };

export type ModuleRevisionsQueryVariables = Exact<{
  id: string | number;
  filterBy?: RevisionFilter | null | undefined;
  pagesBy?: PageFilter | null | undefined;
  askedBy?: AskedQuestionFilter | null | undefined;
}>;


export type ModuleRevisionsQuery = { module: { current: { id: string } | null, revisions: { totalCount: number, nodes: Array<{ id: string, number: number, note: string | null, publishedAt: string, resources: Array<{ title: string, kind: ResourceKind, url: string }>, module: { id: string }, pages: { nodes: Array<{ id: string, number: number, title: string | null, kind: PageKind, expectedSeconds: number | null, revision: { number: number }, questions: { nodes: Array<{ section: string | null, position: number, version: { number: number, prompt: string } }> } }> } }> } } | null };

export type AskedInQueryVariables = Exact<{
  id: string | number;
  filterBy?: AskingPageFilter | null | undefined;
}>;


export type AskedInQuery = { question: { versions: { nodes: Array<{ number: number, askedIn: { totalCount: number, nodes: Array<{ number: number, revision: { number: number, module: { name: string } } }> } }> } } | null };

export type RevisionNodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type RevisionNodesQuery = { nodes: Array<
    | { title: string | null }
    | { number: number, note: string | null }
    | Record<PropertyKey, never>
   | null> };

export type DeleteAskedQuestionsMutationVariables = Exact<{
  items: Array<ReferenceInput> | ReferenceInput;
}>;


export type DeleteAskedQuestionsMutation = { deleteQuestions: { results: Array<{ status: DeleteStatus }> } };

type SkillSupplyParts_SkillSupplyFigures_Fragment = { __typename: 'SkillSupplyFigures', personCount: number, known: number, unknown: number, summary: string, bands: Array<{ band: string, from: number, to: number, expectedPeople: number }> };

type SkillSupplyParts_Withheld_Fragment = { __typename: 'Withheld', reason: string };

export type SkillSupplyPartsFragment =
  | SkillSupplyParts_SkillSupplyFigures_Fragment
  | SkillSupplyParts_Withheld_Fragment
;

export type SkillSupplyQueryVariables = Exact<{
  skill: string | number;
  narrower?: boolean;
  team?: string | number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SkillSupplyQuery = { skillSupply: { asOf: string, skill: { id: string }, total:
      | { __typename: 'SkillSupplyFigures', personCount: number, known: number, unknown: number, summary: string, bands: Array<{ band: string, from: number, to: number, expectedPeople: number }> }
      | { __typename: 'Withheld', reason: string }
    , teams: Array<{ team: { name: string }, supply:
        | { __typename: 'SkillSupplyFigures', personCount: number, known: number, unknown: number, summary: string, bands: Array<{ band: string, from: number, to: number, expectedPeople: number }> }
        | { __typename: 'Withheld', reason: string }
       }> } | null };

export type StaffingCandidatesQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  includeAssigned?: boolean;
}>;


export type StaffingCandidatesQuery = { project: { candidates: { edges: Array<{ cursor: string }>, nodes: Array<{ fit: number, knownShare: number, summary: string, person: { id: string, name: string }, requirements: Array<{ status: RequirementStatus, probability: number | null, level: number | null, summary: string, requirement: { level: number, importance: number, skill: { id: string }, task: { name: string } | null }, interval: { low: number, high: number } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type StoryCandidatesQueryVariables = Exact<{
  id: string | number;
  filterBy?: PersonFilter | null | undefined;
}>;


export type StoryCandidatesQuery = { project: { name: string, candidates: { totalCount: number, nodes: Array<{ person: { id: string, email: string | null, activeUntil: string | null } }> } | null } | null };

export type IssueCaptureTokenMutationVariables = Exact<{
  person: ReferenceInput;
  module: ReferenceInput;
  revision?: number | null | undefined;
  minutes?: number | null | undefined;
}>;


export type IssueCaptureTokenMutation = { issueCaptureToken: { token: string, expiresAt: string, revision: number } | null };

export type KitSaveWebhooksMutationVariables = Exact<{
  items: Array<WebhookInput> | WebhookInput;
}>;


export type KitSaveWebhooksMutation = { saveWebhooks: { secrets: Array<string | null>, webhooks: Array<{ id: string, name: string, url: string, events: Array<string>, active: boolean, disabledAt: string | null, disabledBecause: string | null, createdAt: string, updatedAt: string } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type KitRotateWebhookSecretsMutationVariables = Exact<{
  items: Array<WebhookReferenceInput> | WebhookReferenceInput;
}>;


export type KitRotateWebhookSecretsMutation = { rotateWebhookSecrets: { secrets: Array<string | null>, webhooks: Array<{ name: string, formerSecretUntil: string | null } | null>, errors: Array<{ index: number, code: ItemErrorCode }> } };

export type KitSendTestEventsMutationVariables = Exact<{
  items: Array<WebhookReferenceInput> | WebhookReferenceInput;
}>;


export type KitSendTestEventsMutation = { sendTestEvents: { deliveries: Array<{ id: string, event: string, state: WebhookDeliveryState, body: string } | null>, errors: Array<{ index: number, code: ItemErrorCode }> } };

export type KitResendDeliveriesMutationVariables = Exact<{
  items: Array<WebhookDeliveryReferenceInput> | WebhookDeliveryReferenceInput;
}>;


export type KitResendDeliveriesMutation = { resendDeliveries: { deliveries: Array<{ id: string, state: WebhookDeliveryState } | null>, errors: Array<{ index: number, code: ItemErrorCode }> } };

export type KitWebhooksQueryVariables = Exact<{
  state?: WebhookDeliveryState | null | undefined;
  first?: number;
}>;


export type KitWebhooksQuery = { webhooks: Array<{ name: string, active: boolean, failingSince: string | null, disabledBecause: string | null, deliveries: { totalCount: number, nodes: Array<{ id: string, event: string, state: WebhookDeliveryState, attempts: number, nextAt: string | null, endedAt: string | null, lastStatus: number | null, lastMilliseconds: number | null, lastFault: string | null }> } }> };

export type KitXapiReportQueryVariables = Exact<{
  first: number;
  platform?: string | null | undefined;
  reason?: UnmappedReason | null | undefined;
}>;


export type KitXapiReportQuery = { xapiReport: { unread: number, unmapped: number, groups: Array<{ platform: string, reason: UnmappedReason, summary: string, verb: string, type: string | null, activity: string, count: number, example: string }> } };

export type KitSaveActivityMappingsMutationVariables = Exact<{
  items: Array<ActivityMappingInput> | ActivityMappingInput;
}>;


export type KitSaveActivityMappingsMutation = { saveActivityMappings: { done: number, changed: number, fates: Array<RelationshipFate | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type KitReadStatementsAgainMutationVariables = Exact<{ [key: string]: never; }>;


export type KitReadStatementsAgainMutation = { readStatementsAgain: { unread: number, unmapped: number, groups: Array<{ count: number }> } };

export type KitActivityMappingsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filterBy?: ActivityMappingFilter | null | undefined;
}>;


export type KitActivityMappingsQuery = { activityMappings: { totalCount: number, pageInfo: { endCursor: string | null }, nodes: Array<{ platform: string | null, activity: string | null, type: string | null, kind: ActivityMappingKind, revision: number | null, page: number | null, version: number | null, savedAt: string, module: { name: string } | null, question: { prompt: string } | null }> } };

export type StateDifficultiesMutationVariables = Exact<{
  items: Array<DifficultyInput> | DifficultyInput;
}>;


export type StateDifficultiesMutation = { saveDifficulties: { done: number } };

export type LooksAtMeQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
  filterBy?: AccessLogFilter | null | undefined;
}>;


export type LooksAtMeQuery = { person: { accessLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ viewerId: string | null, viewerName: string | null, role: Role, need: AccessNeed, operation: string | null, firstAccessedAt: string, lastAccessedAt: string, count: number, viewer: { id: string } | null }> } | null } | null };

export type BandsOfMasteryQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type BandsOfMasteryQuery = { person: { mastery: { nodes: Array<{ interval: { low: number, high: number }, band: { band: string, probability: number }, bands: Array<{ band: string, from: number, to: number, probability: number }> }> } | null } | null };

export type MasteryListsQueryVariables = Exact<{
  id: string | number;
  filterBy?: MasteryFilter | null | undefined;
  orderBy?: MasteryOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MasteryListsQuery = { person: { mastery: { totalCount: number, nodes: Array<{ skill: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SkillMasteryListsQueryVariables = Exact<{
  id: string | number;
  filterBy?: SkillMasteryFilter | null | undefined;
  orderBy?: SkillMasteryOrder | null | undefined;
}>;


export type SkillMasteryListsQuery = { skill: { masteries: { totalCount: number, nodes: Array<{ person: { id: string } }> } } | null };

export type MergedNowCalledQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedNowCalledQuery = { person: { id: string } | null };

export type ModuleEnrolmentsQueryVariables = Exact<{
  id: string | number;
  filterBy?: EnrolmentFilter | null | undefined;
  orderBy?: EnrolmentOrder | null | undefined;
}>;


export type ModuleEnrolmentsQuery = { module: { enrolments: { totalCount: number, nodes: Array<{ from: string | null, due: string | null, completedAt: string | null, overdue: boolean, person: { name: string } }> } } | null };

export type EnrolmentsOfPersonQueryVariables = Exact<{
  id: string | number;
  filterBy?: EnrolmentFilter | null | undefined;
  orderBy?: EnrolmentOrder | null | undefined;
}>;


export type EnrolmentsOfPersonQuery = { node:
    | { enrolments: { nodes: Array<{ module: { name: string, description: string | null } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type TeachesQueryVariables = Exact<{
  id: string | number;
  filterBy?: TeachingFilter | null | undefined;
  orderBy?: TeachingOrder | null | undefined;
}>;


export type TeachesQuery = { module: { updatedAt: string, teaches: { totalCount: number, nodes: Array<{ from: number | null, to: number, module: { name: string }, skill: { name: string, description: string | null } }> } } | null };

export type TaughtByQueryVariables = Exact<{
  id: string | number;
  filterBy?: TeachingFilter | null | undefined;
  orderBy?: TeachingOrder | null | undefined;
}>;


export type TaughtByQuery = { skill: { taughtBy: { nodes: Array<{ from: number | null, to: number, module: { name: string, expectedMinutes: number | null } }> } } | null };

export type ModuleQueryVariables = Exact<{
  id: string | number;
  authorsBy?: PersonFilter | null | undefined;
}>;


export type ModuleQuery = { module: { name: string, archivedAt: string | null, externalIds: Array<{ source: string, value: string }>, authors: { nodes: Array<{ name: string, authored: { nodes: Array<{ name: string }> } }> }, prerequisites: { nodes: Array<{ name: string }> }, prerequisiteOf: { nodes: Array<{ name: string, expectedMinutes: number | null }> } } | null, node:
    | { name: string }
    | Record<PropertyKey, never>
   | null };

export type ModulesQueryVariables = Exact<{
  filterBy?: ModuleFilter | null | undefined;
  orderBy?: ModuleOrder | null | undefined;
}>;


export type ModulesQuery = { modules: { totalCount: number, nodes: Array<{ name: string }> } };

export type DeleteModulesMutationVariables = Exact<{
  items: Array<ReferenceInput> | ReferenceInput;
}>;


export type DeleteModulesMutation = { deleteModules: { results: Array<{ index: number, status: DeleteStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type NextQuestionsQueryVariables = Exact<{
  person: string | number;
  skill: string | number;
  first?: number | null | undefined;
}>;


export type NextQuestionsQuery = { nextQuestions: Array<{ probability: number, expectedWidth: number, narrowing: number, repeated: boolean, summary: string, version: { number: number, prompt: string, question: { id: string } } }> | null };

export type NextQuestionsDifficultiesMutationVariables = Exact<{
  items: Array<DifficultyInput> | DifficultyInput;
}>;


export type NextQuestionsDifficultiesMutation = { saveDifficulties: { errors: Array<{ message: string }> } };

export type NextQuestionsArchiveMutationVariables = Exact<{
  items: Array<ReferenceInput> | ReferenceInput;
}>;


export type NextQuestionsArchiveMutation = { deleteQuestions: { results: Array<{ status: DeleteStatus }> } };

export type NodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'Module', id: string }
    | { __typename: 'Page', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Project', id: string }
    | { __typename: 'Question', id: string }
    | { __typename: 'QuestionVersion', id: string }
    | { __typename: 'Revision', id: string }
    | { __typename: 'RoleTemplate', id: string }
    | { __typename: 'Skill', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'Team', id: string }
   | null> };

export type NodeQueryVariables = Exact<{
  id: string | number;
}>;


export type NodeQuery = { node:
    | { __typename: 'Module', id: string }
    | { __typename: 'Page', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Project', id: string }
    | { __typename: 'Question', id: string }
    | { __typename: 'QuestionVersion', id: string }
    | { __typename: 'Revision', id: string }
    | { __typename: 'RoleTemplate', id: string }
    | { __typename: 'Skill', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'Team', id: string }
   | null };

export type PartsOfNounsQueryVariables = Exact<{
  question: string | number;
  module: string | number;
}>;


export type PartsOfNounsQuery = { question: { current: { id: string } } | null, module: { current: { id: string, pages: { nodes: Array<{ id: string }> } } | null } | null };

export type ExternalIdsOfLeadsQueryVariables = Exact<{
  id: string | number;
}>;


export type ExternalIdsOfLeadsQuery = { team: { leads: { nodes: Array<{ name: string, externalIds: Array<{ source: string, value: string }> }> } } | null };

export type OrganisationGapsQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type OrganisationGapsQuery = { organisationGaps: { asOf: string, personCount: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, requirement: { id: string, level: number, skill: { id: string } }, project: { id: string, name: string } | null, supply:
        | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
        | { __typename: 'Withheld' }
      , nearest: Array<{ probability: number, person: { id: string } }> }> } };

export type PeopleMeetingQueryVariables = Exact<{
  meeting?: Array<SkillNeed> | SkillNeed | null | undefined;
  filterBy?: PersonFilter | null | undefined;
  orderBy?: PersonOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PeopleMeetingQuery = { people: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string }, fit: { fit: number, knownShare: number, summary: string, needs: Array<{ status: RequirementStatus, probability: number | null, level: number | null, summary: string, interval: { low: number, high: number } | null, skill: { id: string }, counted: { id: string } | null }> } | null }> } };

export type ListPeopleQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListPeopleQuery = { people: { nodes: Array<{ id: string, name: string }>, edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PipelineOfRoleQueryVariables = Exact<{
  id: string | number;
  first?: number;
}>;


export type PipelineOfRoleQuery = { roleTemplate: { pipeline: { asOf: string, onlyVisible: boolean, summary: string, usualPace: { perMonth: number, low: number, high: number, basis: PaceBasis, count: number, summary: string }, people: Array<{ stage: PipelineStage, summary: string, person: { id: string, name: string }, pace: { perMonth: number, low: number, high: number, basis: PaceBasis, count: number, summary: string }, readyWhen: { earliest: string | null, likely: string | null, latest: string | null, summary: string }, outlooks: Array<{ months: number, probability: number, fit: number, summary: string, requirements: Array<{ probability: number, level: number, interval: { low: number, high: number } }> }>, learnNext: Array<{ hours: number | null, fitAfter: number, module: { name: string }, skills: Array<{ id: string }> }> }>, unknown: Array<{ knownShare: number, summary: string, person: { id: string }, unknownSkills: Array<{ id: string }> }> } } | null };

export type PaceFragment = { perMonth: number, low: number, high: number, basis: PaceBasis, count: number, summary: string };

export type CandidatesInProcessesQueryVariables = Exact<{
  project: string | number;
  asOf: string;
}>;


export type CandidatesInProcessesQuery = { project: { candidates: { nodes: Array<{ fit: number, person: { name: string } }> } | null } | null };

export type SaveTasksMutationVariables = Exact<{
  items: Array<TaskInput> | TaskInput;
}>;


export type SaveTasksMutation = { saveTasks: { tasks: Array<{ id: string, name: string } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type ProjectQueryVariables = Exact<{
  id: string | number;
}>;


export type ProjectQuery = { project: { tasks: { nodes: Array<{ name: string, requirements: { nodes: Array<{ level: number }> } }> }, requirements: { nodes: Array<{ id: string, level: number, importance: number, headcount: number, skill: { name: string } }> }, assignments: { nodes: Array<{ share: number, from: string | null, to: string | null, person: { id: string } }> } } | null };

export type FormingGapsQueryVariables = Exact<{
  id: string | number;
}>;


export type FormingGapsQuery = { project: { gaps:
      | { __typename: 'GapReport', allCoveredProbability: number | null }
      | { __typename: 'Withheld' }
     } | null };

export type ReadinessQueryVariables = Exact<{
  id: string | number;
  months: number;
}>;


export type ReadinessQuery = { project: { readiness: Array<{ asOf: string, summary: string, figures:
        | { __typename: 'ReadinessFigures', personCount: number, probability: number, expectedEmpty: number }
        | { __typename: 'Withheld', reason: string }
       }> } | null };

export type ReasonsQueryVariables = Exact<{
  person: string | number;
  asOf: string;
}>;


export type ReasonsQuery = { person: { mastery: { nodes: Array<{ level: number, skill: { id: string }, explanation: { prior: number, level: number, changes: Array<{ kind: MasteryChangeKind, at: string, change: number, expected: number | null, score: number | null, summary: string, externalId: { source: string, value: string } | null }> } }> } | null } | null };

export type InfluenceQueryVariables = Exact<{
  person: string | number;
  asOf: string;
  kind: EvidenceKind;
  source: string;
  id: string;
}>;


export type InfluenceQuery = { person: { mastery: { nodes: Array<{ level: number, skill: { id: string }, influence: { levelWithout: number, influence: number, summary: string } }> } | null } | null };

export type ExplainedQueryVariables = Exact<{
  person: string | number;
  asOf: string;
}>;


export type ExplainedQuery = { person: { mastery: { nodes: Array<{ level: number, skill: { id: string }, explanation: { prior: number, level: number, summary: string, changes: Array<{ kind: MasteryChangeKind, change: number, externalId: { value: string } | null }> } }> } | null } | null };

export type RememberedQueryVariables = Exact<{
  person: string | number;
  asOf: string;
}>;


export type RememberedQuery = { person: { mastery: { nodes: Array<{ skill: { id: string }, explanation: { summary: string, changes: Array<{ kind: MasteryChangeKind, change: number, expected: number | null, seenBefore: boolean, summary: string }> } }> } | null } | null };

export type RecordingExplanationQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type RecordingExplanationQuery = { person: { mastery: { nodes: Array<{ level: number, explanation: { level: number, changes: Array<{ kind: MasteryChangeKind, at: string, score: number | null }> } }> } | null } | null };

export type RequiredByBandQueryVariables = Exact<{
  id: string | number;
}>;


export type RequiredByBandQuery = { bands: Array<{ name: string, from: number, to: number }>, project: { requirements: { nodes: Array<{ id: string, level: number, band: string | null, importance: number, headcount: number }> }, candidates: { nodes: Array<{ requirements: Array<{ summary: string, requirement: { band: string | null } }> }> } | null, gaps:
      | { gaps: Array<{ summary: string, requirement: { band: string | null } }> }
      | Record<PropertyKey, never>
     } | null };

export type ApplyByBandMutationVariables = Exact<{
  templates: Array<RoleTemplateInput> | RoleTemplateInput;
  items: Array<RoleTemplateApplicationInput> | RoleTemplateApplicationInput;
}>;


export type ApplyByBandMutation = { saveRoleTemplates: { errors: Array<{ message: string }> }, applyRoleTemplates: { done: number } };

export type RequirementsOfProjectQueryVariables = Exact<{
  id: string | number;
}>;


export type RequirementsOfProjectQuery = { project: { requirements: { nodes: Array<{ level: number }> }, tasks: { nodes: Array<{ requirements: { nodes: Array<{ level: number }> } }> } } | null };

export type ChangesOfRequirementsQueryVariables = Exact<{
  id: string | number;
}>;


export type ChangesOfRequirementsQuery = { project: { requirementChanges: { totalCount: number, nodes: Array<{ at: string, role: Role, level: number, importanceBefore: number | null, importanceAfter: number | null, headcountBefore: number | null, headcountAfter: number | null, viewer: { id: string } | null, skill: { id: string } | null }> } } | null };

export type ChangesOfAllRequirementsQueryVariables = Exact<{
  project?: string | number | null | undefined;
}>;


export type ChangesOfAllRequirementsQuery = { requirementChanges: { totalCount: number, nodes: Array<{ projectId: string, projectName: string, level: number, project: { id: string } | null, viewer: { id: string } | null }> } };

export type GapsOfRoleQueryVariables = Exact<{
  id: string | number;
  team?: string | number | null | undefined;
  headcount?: number | null | undefined;
  asOf?: string | null | undefined;
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
}>;


export type GapsOfRoleQuery = { roleTemplate: { gaps:
      | { __typename: 'GapReport', asOf: string, personCount: number, leftOut: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, importance: number, skill: { id: string, name: string }, task: { name: string } | null }, project: { name: string } | null, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
            | { __typename: 'Withheld', reason: string }
          , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> }
      | { __typename: 'Withheld', reason: string }
     | null } | null };

export type SaveRoleTemplatesMutationVariables = Exact<{
  items: Array<RoleTemplateInput> | RoleTemplateInput;
}>;


export type SaveRoleTemplatesMutation = { saveRoleTemplates: { roleTemplates: Array<{ id: string, name: string, description: string | null, uri: string | null, requirements: { nodes: Array<{ level: number, importance: number, headcount: number, task: { id: string } | null, skill: { name: string } }> } } | null>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type ApplyRoleTemplatesMutationVariables = Exact<{
  items: Array<RoleTemplateApplicationInput> | RoleTemplateApplicationInput;
}>;


export type ApplyRoleTemplatesMutation = { applyRoleTemplates: { done: number, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type RequiredByTemplatesQueryVariables = Exact<{
  id: string | number;
}>;


export type RequiredByTemplatesQuery = { project: { requirements: { nodes: Array<{ id: string, level: number, importance: number, headcount: number, skill: { name: string } }> }, tasks: { nodes: Array<{ requirements: { nodes: Array<{ level: number, importance: number, headcount: number, skill: { name: string } }> } }> } } | null };

export type CandidatesMasteryQueryVariables = Exact<{
  id: string | number;
}>;


export type CandidatesMasteryQuery = { project: { candidates: { nodes: Array<{ person: { id: string, mastery: { nodes: Array<{ level: number }> } | null } }> } | null } | null };

export type RowsPeopleQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RowsPeopleQuery = { people: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RowsPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsPersonQuery = { person: { email: string | null, mastery: { nodes: Array<{ level: number }> } | null } | null };

export type RowsOfMasteriesQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type RowsOfMasteriesQuery = { skill: { masteries: { nodes: Array<{ person: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RowsTeamQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsTeamQuery = { team: { leads: { nodes: Array<{ id: string, name: string, email: string | null, activeUntil: string | null }> }, members: { nodes: Array<{ person: { id: string, email: string | null } }> } } | null };

export type RowsLeadsMasteryQueryVariables = Exact<{
  id: string | number;
}>;


export type RowsLeadsMasteryQuery = { team: { leads: { nodes: Array<{ mastery: { nodes: Array<{ level: number }> } | null }> } } | null };

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
        | { __typename: 'Module', name: string }
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

export type SkillBeforeAndAfterRunQueryVariables = Exact<{
  id: string | number;
}>;


export type SkillBeforeAndAfterRunQuery = { skill: { id: string } | null };

export type SavePeopleWithMasteryMutationVariables = Exact<{
  items: Array<PersonInput> | PersonInput;
}>;


export type SavePeopleWithMasteryMutation = { savePeople: { people: Array<{ id: string, mastery: { nodes: Array<{ level: number }> } | null } | null>, errors: Array<{ message: string }> } };

export type RecordStatementsMutationVariables = Exact<{
  items: Array<StatementInput> | StatementInput;
}>;


export type RecordStatementsMutation = { recordStatements: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string, fields: Array<string> }> } };

export type FiguresOfTeamQueryVariables = Exact<{
  team: string | number;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type FiguresOfTeamQuery = { team: { projects: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, gaps:
          | { gaps: Array<{ requirement: { level: number }, supply:
                | { expectedSupply: number }
                | Record<PropertyKey, never>
               }> }
          | Record<PropertyKey, never>
         }> } } | null };

export type LevelsInSkillQueryVariables = Exact<{
  skill: string | number;
  asOf?: string | null | undefined;
}>;


export type LevelsInSkillQuery = { skill: { masteries: { nodes: Array<{ person: { id: string }, interval: { low: number, high: number } }> } } | null };

export type TokensQueryVariables = Exact<{
  active?: boolean | null | undefined;
  first?: number;
}>;


export type TokensQuery = { tokens: { totalCount: number, nodes: Array<{ id: string, name: string, role: Role, issuedAt: string, expiresAt: string, revokedAt: string | null, renewedAt: string | null, scopes: Array<string> | null, person: { id: string } | null }> } };

export type RevokeTokensMutationVariables = Exact<{
  items: Array<TokenReferenceInput> | TokenReferenceInput;
}>;


export type RevokeTokensMutation = { revokeTokens: { tokens: Array<{ id: string, revokedAt: string | null } | null>, errors: Array<{ index: number, code: ItemErrorCode }> } };

export type WaysOutOfProjectQueryVariables = Exact<{
  id: string | number;
  hoursPerWeek?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type WaysOutOfProjectQuery = { project: { gaps:
      | { asOf: string, gaps: Array<{ demand: number, supply:
            | { expectedShortfall: number }
            | Record<PropertyKey, never>
          , nearest: Array<{ person: { id: string } }>, waysOut: Array<{ kind: WayOutKind, headcount: number, hours: number | null, readyAt: string | null, remainingShortfall: number, summary: string, people: Array<{ probability: number, probabilityAfter: number | null, hours: number | null, opens: number | null, person: { id: string, name: string } }>, modules: Array<{ hours: number | null, gain: number | null, module: { name: string } }> }> | null }> }
      | Record<PropertyKey, never>
     } | null };

export type WhatIfGapsOfProjectQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
}>;


export type WhatIfGapsOfProjectQuery = { project: { gaps:
      | { __typename: 'GapReport', asOf: string, personCount: number, leftOut: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, importance: number, skill: { id: string, name: string }, task: { name: string } | null }, project: { name: string } | null, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
            | { __typename: 'Withheld', reason: string }
          , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type WhatIfGapsOfTeamQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
}>;


export type WhatIfGapsOfTeamQuery = { team: { gaps:
      | { __typename: 'GapReport', asOf: string, personCount: number, leftOut: number, allCoveredProbability: number | null, summary: string, gaps: Array<{ demand: number, summary: string, requirement: { level: number, importance: number, skill: { id: string, name: string }, task: { name: string } | null }, project: { name: string } | null, supply:
            | { __typename: 'GapSupply', expectedSupply: number, expectedShortfall: number, coveredProbability: number, known: number, unknown: number }
            | { __typename: 'Withheld', reason: string }
          , nearest: Array<{ probability: number, level: number, person: { id: string } }> }> }
      | { __typename: 'Withheld', reason: string }
     } | null };

export type WhatIfGapsOfEverybodyQueryVariables = Exact<{
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
}>;


export type WhatIfGapsOfEverybodyQuery = { organisationGaps: { gaps: Array<{ demand: number, project: { id: string } | null }> } };

export type WhatIfBorrowedQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
}>;


export type WhatIfBorrowedQuery = { project: { gaps:
      | { gaps: Array<{ waysOut: Array<{ kind: WayOutKind, people: Array<{ person: { id: string } }> }> | null }> }
      | Record<PropertyKey, never>
     } | null };

export type FormTeamWhatIfQueryVariables = Exact<{
  project: string | number;
  size?: number;
  asOf?: string | null | undefined;
  constraints?: TeamConstraints | null | undefined;
  freeFor?: FreeFor | null | undefined;
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
  filterBy?: PersonFilter | null | undefined;
}>;


export type FormTeamWhatIfQuery = { formTeam: { withoutTime: number, leftOut: number, value: number, summary: string, coverage: Array<{ seats: number, requirement: { level: number } }>, members: Array<{ summary: string, person: { id: string }, freeShare: { from: string, to: string | null, least: number, mean: number | null } | null, requirements: Array<{ status: RequirementStatus }> }> } | null };

export type WhatIfCandidatesQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
  filterBy?: PersonFilter | null | undefined;
  includeAssigned?: boolean;
  requirements?: Array<AssumedRequirement> | AssumedRequirement | null | undefined;
  replacing?: string | number | null | undefined;
  people?: Array<string | number> | string | number | null | undefined;
}>;


export type WhatIfCandidatesQuery = { project: { candidates: { totalCount: number, leftOut: number, nodes: Array<{ fit: number, knownShare: number, person: { id: string }, teams: Array<{ name: string, leads: { nodes: Array<{ id: string }> } }>, requirements: Array<{ status: RequirementStatus, probability: number | null, requirement: { id: string, level: number, importance: number, headcount: number, skill: { id: string } } }> }>, pageInfo: { endCursor: string | null, onlyVisible: boolean } } | null } | null };

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
export const GapsOfMonthPartsFragmentDoc = new TypedDocumentString(`
    fragment GapsOfMonthParts on GapReportResult {
  __typename
  ... on GapReport {
    asOf
    personCount
    gaps {
      demand
      supply {
        __typename
        ... on GapSupply {
          expectedSupply
          expectedShortfall
        }
      }
    }
    summary
  }
}
    `, {"fragmentName":"GapsOfMonthParts"}) as unknown as TypedDocumentString<GapsOfMonthPartsFragment, unknown>;
export const OpportunitiesFragmentDoc = new TypedDocumentString(`
    fragment Opportunities on GrowthOpportunities {
  person {
    id
  }
  isReady
  summary
  workCount
  reasons {
    kind
    amount
    summary
    skills {
      id
    }
  }
  work {
    project {
      name
    }
    task {
      name
    }
    skills {
      id
    }
    fit
    summary
  }
}
    `, {"fragmentName":"Opportunities"}) as unknown as TypedDocumentString<OpportunitiesFragment, unknown>;
export const HeavyGapFragmentDoc = new TypedDocumentString(`
    fragment HeavyGap on Gap {
  requirement {
    id
  }
  supply {
    ... on GapSupply {
      expectedSupply
      expectedShortfall
      coveredProbability
      known
    }
  }
}
    `, {"fragmentName":"HeavyGap"}) as unknown as TypedDocumentString<HeavyGapFragment, unknown>;
export const KitForecastGroupFragmentDoc = new TypedDocumentString(`
    fragment KitForecastGroup on CalibrationForecastGroup {
  name
  team {
    id
  }
  skill {
    id
  }
  personCount
  levelCount
  meanChange
  raisedShare
  loweredShare
  otherBandShare
  summary
}
    `, {"fragmentName":"KitForecastGroup"}) as unknown as TypedDocumentString<KitForecastGroupFragment, unknown>;
export const KitRunFragmentDoc = new TypedDocumentString(`
    fragment KitRun on Run {
  __typename
  id
  state
  progress
  startedAt
  endedAt
  calibration
  failure
  summary
  ... on CalibrationRun {
    dryRun
    forecast {
      answerCount
      personCount
      logLoss
      everybody {
        ...KitForecastGroup
      }
      teams {
        ...KitForecastGroup
      }
      teamsWithheld
      skills {
        ...KitForecastGroup
      }
      skillsWithheld
    }
  }
  ... on SkillMergeRun {
    skillCount
  }
  ... on SkillSplitRun {
    questionCount
  }
}
    fragment KitForecastGroup on CalibrationForecastGroup {
  name
  team {
    id
  }
  skill {
    id
  }
  personCount
  levelCount
  meanChange
  raisedShare
  loweredShare
  otherBandShare
  summary
}`, {"fragmentName":"KitRun"}) as unknown as TypedDocumentString<KitRunFragment, unknown>;
export const DiagnosisPartsFragmentDoc = new TypedDocumentString(`
    fragment DiagnosisParts on DiagnosisResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on Diagnosis {
    verdict
    probability
    kind
    team {
      name
    }
    since
    decidedBy
    reasons {
      kind
      value
      usual
      sentence
    }
    remedy
    people
    summary
  }
}
    `, {"fragmentName":"DiagnosisParts"}) as unknown as TypedDocumentString<DiagnosisPartsFragment, unknown>;
export const ProblemPartsFragmentDoc = new TypedDocumentString(`
    fragment ProblemParts on Problem {
  id
  verdict
  kind
  probability
  openedAt
  reopenedAt
  closedAt
  closedBecause
  closedReason
  solvedBy {
    number
  }
  hoursOpen
  peopleAffected
  remedy
  summary
  team {
    name
  }
  modules {
    id
  }
  on {
    __typename
    ... on QuestionVersion {
      prompt
    }
    ... on Skill {
      name
    }
    ... on Page {
      title
    }
  }
}
    `, {"fragmentName":"ProblemParts"}) as unknown as TypedDocumentString<ProblemPartsFragment, unknown>;
export const GapChangesPartsFragmentDoc = new TypedDocumentString(`
    fragment GapChangesParts on GapChangesResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapChanges {
    since
    asOf
    personCountBefore
    personCountNow
    shortfallBefore
    shortfallNow
    causes {
      people
      evidence
      fading
      demand
      calibration
    }
    summary
    changes {
      skill {
        id
        name
      }
      level
      demandBefore
      demandNow
      supplyBefore
      supplyNow
      shortfallBefore
      shortfallNow
      causes {
        people
        evidence
        fading
        demand
        calibration
      }
      summary
    }
  }
}
    `, {"fragmentName":"GapChangesParts"}) as unknown as TypedDocumentString<GapChangesPartsFragment, unknown>;
export const GapReportPartsFragmentDoc = new TypedDocumentString(`
    fragment GapReportParts on GapReportResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapReport {
    asOf
    personCount
    leftOut
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        importance
        skill {
          id
          name
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
export const SoughtSkillPartsFragmentDoc = new TypedDocumentString(`
    fragment SoughtSkillParts on SoughtSkill {
  requirement {
    id
    level
    skill {
      name
    }
  }
  levelInWords
  expectedShortfall
  coveredProbability
  expectedAvailable
  modules {
    name
  }
  hours
  entryLevel
  entryInWords
  reason
}
    `, {"fragmentName":"SoughtSkillParts"}) as unknown as TypedDocumentString<SoughtSkillPartsFragment, unknown>;
export const RunToldFragmentDoc = new TypedDocumentString(`
    fragment RunTold on Run {
  id
  state
  progress
  startedAt
  endedAt
  calibration
  failure
  summary
}
    `, {"fragmentName":"RunTold"}) as unknown as TypedDocumentString<RunToldFragment, unknown>;
export const KitComparedFigureFragmentDoc = new TypedDocumentString(`
    fragment KitComparedFigure on ComparedFigure {
  peopleBefore
  peopleAfter
  before
  after
  difference
  low
  high
  probabilityBetter
  summary
}
    `, {"fragmentName":"KitComparedFigure"}) as unknown as TypedDocumentString<KitComparedFigureFragment, unknown>;
export const ProposalPartsFragmentDoc = new TypedDocumentString(`
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}
    `, {"fragmentName":"ProposalParts"}) as unknown as TypedDocumentString<ProposalPartsFragment, unknown>;
export const ProposalPayloadPartsFragmentDoc = new TypedDocumentString(`
    fragment ProposalPayloadParts on ProposalPayload {
  proposal {
    ...ProposalParts
  }
  errors {
    index
    code
    message
    fields
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}`, {"fragmentName":"ProposalPayloadParts"}) as unknown as TypedDocumentString<ProposalPayloadPartsFragment, unknown>;
export const StuckPartsFragmentDoc = new TypedDocumentString(`
    fragment StuckParts on StuckPlace {
  module {
    name
  }
  page {
    number
  }
  section
  because
  people
  rate
  expectedRate
  problems {
    id
  }
  summary
}
    `, {"fragmentName":"StuckParts"}) as unknown as TypedDocumentString<StuckPartsFragment, unknown>;
export const SkillSupplyPartsFragmentDoc = new TypedDocumentString(`
    fragment SkillSupplyParts on SkillSupplyResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on SkillSupplyFigures {
    personCount
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
export const PaceFragmentDoc = new TypedDocumentString(`
    fragment Pace on LearningPace {
  perMonth
  low
  high
  basis
  count
  summary
}
    `, {"fragmentName":"Pace"}) as unknown as TypedDocumentString<PaceFragment, unknown>;
export const CatalogueAlignmentDocument = new TypedDocumentString(`
    query CatalogueAlignment($first: Int) {
  catalogueAlignment(first: $first) {
    asOf
    demandedCount
    untaughtCount
    moduleCount
    undemandedCount
    summary
    untaught {
      skill {
        id
      }
      level
      taughtTo
      seats
      projectCount
      roleTemplateCount
      summary
    }
    undemanded {
      module {
        name
      }
      skills {
        id
      }
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueAlignmentQuery, CatalogueAlignmentQueryVariables>;
export const AroundArchivedDocument = new TypedDocumentString(`
    query AroundArchived($person: ID!, $team: ID!, $project: ID!, $module: ID!, $skill: ID!) {
  person(id: $person) {
    authored {
      nodes {
        name
      }
    }
    enrolments {
      nodes {
        module {
          name
        }
      }
    }
    mastery {
      nodes {
        answerCount
        skill {
          name
        }
      }
    }
  }
  team(id: $team) {
    gaps {
      ... on GapReport {
        personCount
      }
    }
    leads {
      nodes {
        name
      }
    }
    members {
      nodes {
        person {
          name
        }
      }
    }
  }
  project(id: $project) {
    gaps {
      ... on GapReport {
        personCount
      }
    }
    assignments {
      nodes {
        person {
          name
        }
      }
    }
  }
  module(id: $module) {
    authors {
      nodes {
        name
      }
    }
    enrolments {
      nodes {
        person {
          name
        }
      }
    }
    teaches {
      nodes {
        skill {
          name
        }
      }
    }
  }
  skill(id: $skill) {
    masteries {
      totalCount
      nodes {
        person {
          name
        }
      }
    }
    questions {
      nodes {
        prompt
      }
    }
    broader {
      nodes {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AroundArchivedQuery, AroundArchivedQueryVariables>;
export const AvailabilityOfPersonDocument = new TypedDocumentString(`
    query AvailabilityOfPerson($id: ID!, $filterBy: AvailabilityFilter, $orderBy: AvailabilityOrder) {
  person(id: $id) {
    availability(filterBy: $filterBy, orderBy: $orderBy) {
      nodes {
        share
        from
        to
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AvailabilityOfPersonQuery, AvailabilityOfPersonQueryVariables>;
export const AvailablePeopleDocument = new TypedDocumentString(`
    query AvailablePeople($filterBy: PersonFilter) {
  people(filterBy: $filterBy) {
    totalCount
    nodes {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AvailablePeopleQuery, AvailablePeopleQueryVariables>;
export const AvailabilityOfLeadsDocument = new TypedDocumentString(`
    query AvailabilityOfLeads($id: ID!) {
  team(id: $id) {
    leads {
      nodes {
        availability {
          nodes {
            share
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AvailabilityOfLeadsQuery, AvailabilityOfLeadsQueryVariables>;
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
export const BreadthOfTeamDocument = new TypedDocumentString(`
    query BreadthOfTeam($id: ID!, $level: Float! = 0.5, $first: Int! = 20, $months: Int! = 6) {
  team(id: $id) {
    breadth(level: $level, first: $first) {
      __typename
      ... on Withheld {
        reason
      }
      ... on TeamBreadth {
        personCount
        heldSkills
        loneSkillCount
        summary
        loneSkills {
          skill {
            id
          }
          expectedHolders
          onlyOneProbability
          unknown
          holder {
            id
          }
          summary
        }
        learning(months: $months) {
          __typename
          ... on Withheld {
            reason
          }
          ... on LearningBreadth {
            since
            sample
            skillsBefore
            skillsRecent
            narrowsProbability
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BreadthOfTeamQuery, BreadthOfTeamQueryVariables>;
export const BroaderMasteryOfPersonDocument = new TypedDocumentString(`
    query BroaderMasteryOfPerson($id: ID!, $filterBy: BroaderMasteryFilter, $first: Int, $after: String, $asOf: DateTimeISO) {
  person(id: $id) {
    broaderMastery(filterBy: $filterBy, first: $first, after: $after, asOf: $asOf) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        person {
          id
        }
        skill {
          id
          name
        }
        asOf
        level
        interval {
          low
          high
        }
        knownShare
        narrowerSkillCount
        summary
        from {
          share
          mastery {
            level
            answerCount
            skill {
              id
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BroaderMasteryOfPersonQuery, BroaderMasteryOfPersonQueryVariables>;
export const HistoryOverSwitchDocument = new TypedDocumentString(`
    query HistoryOverSwitch($person: ID!, $skill: ID!) {
  person(id: $person) {
    masteryHistory(skill: $skill) {
      before
      byEvidence
      byTime
      byCalibration
      points {
        kind
        level
        change
        calibration
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOverSwitchQuery, HistoryOverSwitchQueryVariables>;
export const LooksAtClaimsDocument = new TypedDocumentString(`
    query LooksAtClaims($id: ID!) {
  person(id: $id) {
    accessLog {
      nodes {
        role
        need
        operation
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LooksAtClaimsQuery, LooksAtClaimsQueryVariables>;
export const ClaimedLevelsDocument = new TypedDocumentString(`
    query ClaimedLevels($person: ID!, $asOf: DateTimeISO!) {
  person(id: $person) {
    mastery(asOf: $asOf, first: 200) {
      nodes {
        skill {
          id
        }
        level
        interval {
          low
          high
        }
        answerCount
        claimCount
        onlyClaims
        lastEvidenceAt
        summary
        explanation {
          prior
          level
          changes {
            kind
            at
            change
            expected
            score
            claimKind
            claimedLevel
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimedLevelsQuery, ClaimedLevelsQueryVariables>;
export const InfluenceOfClaimDocument = new TypedDocumentString(`
    query InfluenceOfClaim($person: ID!, $source: String!, $id: String!, $asOf: DateTimeISO!) {
  person(id: $person) {
    mastery(asOf: $asOf) {
      nodes {
        level
        claimCount
        explanation {
          level
          changes {
            kind
            externalId {
              value
            }
          }
        }
        influence(kind: CLAIM, source: $source, id: $id) {
          levelWithout
          influence
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InfluenceOfClaimQuery, InfluenceOfClaimQueryVariables>;
export const ClaimsBesideMasteryDocument = new TypedDocumentString(`
    query ClaimsBesideMastery($id: ID!) {
  person(id: $id) {
    mastery {
      nodes {
        answerCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimsBesideMasteryQuery, ClaimsBesideMasteryQueryVariables>;
export const SupplyByCohortsDocument = new TypedDocumentString(`
    query SupplyByCohorts($skill: ID!) {
  skillSupply(skill: $skill, narrower: false) {
    total {
      ... on SkillSupplyFigures {
        known
        bands {
          expectedPeople
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SupplyByCohortsQuery, SupplyByCohortsQueryVariables>;
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
export const FadingSoonDocument = new TypedDocumentString(`
    query FadingSoon($within: Int!, $sureFrom: Float, $project: ID, $team: ID, $first: Int) {
  fadingSoon(
    within: $within
    sureFrom: $sureFrom
    project: $project
    team: $team
    first: $first
  ) {
    until
    nextLapsesAt
    fadingCount
    summary
    fading {
      person {
        id
      }
      project {
        id
      }
      requirement {
        level
        skill {
          id
        }
        task {
          name
        }
      }
      lapsesAt
      by
      probability
      level
      refresher {
        name
      }
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<FadingSoonQuery, FadingSoonQueryVariables>;
export const FitInFullDocument = new TypedDocumentString(`
    query FitInFull($id: ID!, $people: [ID!], $first: Int! = 20, $asOf: DateTimeISO, $from: DateTimeISO, $hoursPerWeek: Float! = 4) {
  project(id: $id) {
    candidates(people: $people, first: $first, asOf: $asOf) {
      nodes {
        person {
          id
        }
        fit
        requirements {
          requirement {
            level
          }
          status
          probability
          level
          summary
          shortfall {
            expected
            summary
          }
          learning {
            modules {
              module {
                name
              }
              hours
              gain
            }
            hours
            probabilityAfter
            summary
          }
          settlingQuestions {
            version {
              id
              prompt
            }
            probability
            ifRight
            ifWrong
            told
            summary
          }
        }
        fitAtStart(from: $from, hoursPerWeek: $hoursPerWeek) {
          asOf
          withoutLearning
          fit
          low
          high
          hoursFree
          modules {
            module {
              name
            }
            hours
            gain
          }
          summary
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FitInFullQuery, FitInFullQueryVariables>;
export const FormTeamDocument = new TypedDocumentString(`
    query FormTeam($project: ID!, $size: Int!, $constraints: TeamConstraints, $asOf: DateTimeISO) {
  formTeam(project: $project, size: $size, constraints: $constraints, asOf: $asOf) {
    objective
    value
    bound
    isProven
    readiness
    seconds
    isFewestRelaxed
    summary
    relaxed {
      kind
      person {
        id
      }
      requirement {
        level
      }
      summary
    }
    coverage {
      requirement {
        level
      }
      seats
      expectedFilled
      coveredProbability
      summary
    }
    members {
      person {
        id
        name
      }
      seatsAdded
      summary
      requirements {
        status
        probability
      }
      swap {
        cost
        isProven
        summary
        joining {
          id
        }
        leaving {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormTeamQuery, FormTeamQueryVariables>;
export const FormingLookedAtDocument = new TypedDocumentString(`
    query FormingLookedAt($id: ID!) {
  person(id: $id) {
    accessLog(first: 200) {
      nodes {
        operation
        role
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormingLookedAtQuery, FormingLookedAtQueryVariables>;
export const FreeShareOfPersonDocument = new TypedDocumentString(`
    query FreeShareOfPerson($id: ID!, $from: DateTimeISO, $to: DateTimeISO) {
  person(id: $id) {
    freeShare(from: $from, to: $to) {
      from
      to
      least
      mean
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<FreeShareOfPersonQuery, FreeShareOfPersonQueryVariables>;
export const FreeShareOfCandidatesDocument = new TypedDocumentString(`
    query FreeShareOfCandidates($id: ID!) {
  project(id: $id) {
    candidates(first: 200) {
      nodes {
        person {
          id
          freeShare {
            least
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FreeShareOfCandidatesQuery, FreeShareOfCandidatesQueryVariables>;
export const FreeCandidatesDocument = new TypedDocumentString(`
    query FreeCandidates($id: ID!, $asOf: DateTimeISO, $first: Int! = 200, $after: String, $freeFor: FreeFor) {
  project(id: $id) {
    candidates(
      first: $first
      after: $after
      asOf: $asOf
      freeFor: $freeFor
      includeAssigned: true
    ) {
      totalCount
      nodes {
        person {
          id
        }
        freeShare {
          from
          to
          least
          mean
        }
        summary
      }
      pageInfo {
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FreeCandidatesQuery, FreeCandidatesQueryVariables>;
export const FreePeopleDocument = new TypedDocumentString(`
    query FreePeople($meeting: [SkillNeed!], $asOf: DateTimeISO, $freeFor: FreeFor) {
  people(meeting: $meeting, asOf: $asOf, freeFor: $freeFor, first: 200) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FreePeopleQuery, FreePeopleQueryVariables>;
export const GapsOfProjectByMonthDocument = new TypedDocumentString(`
    query GapsOfProjectByMonth($id: ID!, $months: Int) {
  project(id: $id) {
    gapsByMonth(months: $months) {
      ...GapsOfMonthParts
    }
  }
}
    fragment GapsOfMonthParts on GapReportResult {
  __typename
  ... on GapReport {
    asOf
    personCount
    gaps {
      demand
      supply {
        __typename
        ... on GapSupply {
          expectedSupply
          expectedShortfall
        }
      }
    }
    summary
  }
}`) as unknown as TypedDocumentString<GapsOfProjectByMonthQuery, GapsOfProjectByMonthQueryVariables>;
export const GapsOfOthersByMonthDocument = new TypedDocumentString(`
    query GapsOfOthersByMonth($team: ID!, $role: ID!, $months: Int!) {
  team(id: $team) {
    gapsByMonth(months: $months) {
      ...GapsOfMonthParts
    }
  }
  roleTemplate(id: $role) {
    gapsByMonth(team: $team, headcount: 2, months: $months) {
      ...GapsOfMonthParts
    }
  }
}
    fragment GapsOfMonthParts on GapReportResult {
  __typename
  ... on GapReport {
    asOf
    personCount
    gaps {
      demand
      supply {
        __typename
        ... on GapSupply {
          expectedSupply
          expectedShortfall
        }
      }
    }
    summary
  }
}`) as unknown as TypedDocumentString<GapsOfOthersByMonthQuery, GapsOfOthersByMonthQueryVariables>;
export const GapsOfRoleByMonthDocument = new TypedDocumentString(`
    query GapsOfRoleByMonth($id: ID!) {
  roleTemplate(id: $id) {
    gapsByMonth {
      ...GapsOfMonthParts
    }
  }
}
    fragment GapsOfMonthParts on GapReportResult {
  __typename
  ... on GapReport {
    asOf
    personCount
    gaps {
      demand
      supply {
        __typename
        ... on GapSupply {
          expectedSupply
          expectedShortfall
        }
      }
    }
    summary
  }
}`) as unknown as TypedDocumentString<GapsOfRoleByMonthQuery, GapsOfRoleByMonthQueryVariables>;
export const GapsOfOrganisationByMonthDocument = new TypedDocumentString(`
    query GapsOfOrganisationByMonth($months: Int!) {
  organisationGaps {
    personCount
    gaps {
      demand
    }
    summary
  }
  organisationGapsByMonth(months: $months) {
    asOf
    personCount
    gaps {
      demand
      project {
        id
      }
    }
    summary
  }
}
    `) as unknown as TypedDocumentString<GapsOfOrganisationByMonthQuery, GapsOfOrganisationByMonthQueryVariables>;
export const GapSentencesDocument = new TypedDocumentString(`
    query GapSentences($id: ID!) {
  project(id: $id) {
    gaps {
      ... on GapReport {
        gaps {
          summary
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GapSentencesQuery, GapSentencesQueryVariables>;
export const OpportunitiesOfPersonDocument = new TypedDocumentString(`
    query OpportunitiesOfPerson($id: ID!) {
  person(id: $id) {
    growthOpportunities {
      ...Opportunities
    }
    accessLog(first: 200) {
      nodes {
        operation
        need
      }
    }
  }
}
    fragment Opportunities on GrowthOpportunities {
  person {
    id
  }
  isReady
  summary
  workCount
  reasons {
    kind
    amount
    summary
    skills {
      id
    }
  }
  work {
    project {
      name
    }
    task {
      name
    }
    skills {
      id
    }
    fit
    summary
  }
}`) as unknown as TypedDocumentString<OpportunitiesOfPersonQuery, OpportunitiesOfPersonQueryVariables>;
export const OpportunitiesOfTeamDocument = new TypedDocumentString(`
    query OpportunitiesOfTeam($id: ID!) {
  team(id: $id) {
    growthOpportunities {
      ...Opportunities
    }
  }
}
    fragment Opportunities on GrowthOpportunities {
  person {
    id
  }
  isReady
  summary
  workCount
  reasons {
    kind
    amount
    summary
    skills {
      id
    }
  }
  work {
    project {
      name
    }
    task {
      name
    }
    skills {
      id
    }
    fit
    summary
  }
}`) as unknown as TypedDocumentString<OpportunitiesOfTeamQuery, OpportunitiesOfTeamQueryVariables>;
export const RecordHelpOfThoseWhoGrowDocument = new TypedDocumentString(`
    mutation RecordHelpOfThoseWhoGrow($items: [HelpInput!]!) {
  recordHelp(items: $items) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecordHelpOfThoseWhoGrowMutation, RecordHelpOfThoseWhoGrowMutationVariables>;
export const HeavyGapsDocument = new TypedDocumentString(`
    query HeavyGaps($asOf: DateTimeISO) {
  organisationGaps(asOf: $asOf) {
    allCoveredProbability
    gaps {
      ...HeavyGap
    }
  }
}
    fragment HeavyGap on Gap {
  requirement {
    id
  }
  supply {
    ... on GapSupply {
      expectedSupply
      expectedShortfall
      coveredProbability
      known
    }
  }
}`) as unknown as TypedDocumentString<HeavyGapsQuery, HeavyGapsQueryVariables>;
export const LightGapsDocument = new TypedDocumentString(`
    query LightGaps($ids: [ID!]!, $asOf: DateTimeISO) {
  nodes(ids: $ids) {
    ... on Project {
      gaps(asOf: $asOf) {
        ... on GapReport {
          allCoveredProbability
          gaps {
            ...HeavyGap
          }
        }
      }
    }
  }
}
    fragment HeavyGap on Gap {
  requirement {
    id
  }
  supply {
    ... on GapSupply {
      expectedSupply
      expectedShortfall
      coveredProbability
      known
    }
  }
}`) as unknown as TypedDocumentString<LightGapsQuery, LightGapsQueryVariables>;
export const HistoryOfMasteryDocument = new TypedDocumentString(`
    query HistoryOfMastery($ids: [ID!]!, $skill: ID!, $since: DateTimeISO, $until: DateTimeISO, $points: Int) {
  nodes(ids: $ids) {
    ... on Person {
      masteryHistory(skill: $skill, since: $since, until: $until, points: $points) {
        before
        byEvidence
        byTime
        byCalibration
        omitted
        summary
        points {
          at
          kind
          level
          interval {
            low
            high
          }
          change
          calibration
          externalId {
            value
          }
          summary
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOfMasteryQuery, HistoryOfMasteryQueryVariables>;
export const HistoryOfLeadsDocument = new TypedDocumentString(`
    query HistoryOfLeads($team: ID!, $skill: ID!) {
  team(id: $team) {
    leads {
      nodes {
        masteryHistory(skill: $skill) {
          before
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOfLeadsQuery, HistoryOfLeadsQueryVariables>;
export const HistoryDifficultiesDocument = new TypedDocumentString(`
    mutation HistoryDifficulties($items: [DifficultyInput!]!) {
  saveDifficulties(items: $items) {
    done
  }
}
    `) as unknown as TypedDocumentString<HistoryDifficultiesMutation, HistoryDifficultiesMutationVariables>;
export const KitCalibrateDocument = new TypedDocumentString(`
    mutation KitCalibrate($dryRun: Boolean!) {
  calibrate(dryRun: $dryRun) {
    id
    state
    dryRun
  }
}
    `) as unknown as TypedDocumentString<KitCalibrateMutation, KitCalibrateMutationVariables>;
export const KitRunsDocument = new TypedDocumentString(`
    query KitRuns {
  runs {
    ...KitRun
  }
}
    fragment KitRun on Run {
  __typename
  id
  state
  progress
  startedAt
  endedAt
  calibration
  failure
  summary
  ... on CalibrationRun {
    dryRun
    forecast {
      answerCount
      personCount
      logLoss
      everybody {
        ...KitForecastGroup
      }
      teams {
        ...KitForecastGroup
      }
      teamsWithheld
      skills {
        ...KitForecastGroup
      }
      skillsWithheld
    }
  }
  ... on SkillMergeRun {
    skillCount
  }
  ... on SkillSplitRun {
    questionCount
  }
}
fragment KitForecastGroup on CalibrationForecastGroup {
  name
  team {
    id
  }
  skill {
    id
  }
  personCount
  levelCount
  meanChange
  raisedShare
  loweredShare
  otherBandShare
  summary
}`) as unknown as TypedDocumentString<KitRunsQuery, KitRunsQueryVariables>;
export const KitRunDocument = new TypedDocumentString(`
    query KitRun($id: ID!) {
  run(id: $id) {
    ...KitRun
  }
}
    fragment KitRun on Run {
  __typename
  id
  state
  progress
  startedAt
  endedAt
  calibration
  failure
  summary
  ... on CalibrationRun {
    dryRun
    forecast {
      answerCount
      personCount
      logLoss
      everybody {
        ...KitForecastGroup
      }
      teams {
        ...KitForecastGroup
      }
      teamsWithheld
      skills {
        ...KitForecastGroup
      }
      skillsWithheld
    }
  }
  ... on SkillMergeRun {
    skillCount
  }
  ... on SkillSplitRun {
    questionCount
  }
}
fragment KitForecastGroup on CalibrationForecastGroup {
  name
  team {
    id
  }
  skill {
    id
  }
  personCount
  levelCount
  meanChange
  raisedShare
  loweredShare
  otherBandShare
  summary
}`) as unknown as TypedDocumentString<KitRunQuery, KitRunQueryVariables>;
export const KitCalibrationsDocument = new TypedDocumentString(`
    query KitCalibrations {
  calibrations {
    number
    state
    madeAt
    inForceSince
    inForceUntil
    answerCount
    personCount
    logLoss
    progress
    summary
  }
}
    `) as unknown as TypedDocumentString<KitCalibrationsQuery, KitCalibrationsQueryVariables>;
export const RecordVisitsDocument = new TypedDocumentString(`
    mutation RecordVisits($items: [VisitInput!]!) {
  payload: recordVisits(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<RecordVisitsMutation, RecordVisitsMutationVariables>;
export const WithdrawVisitsDocument = new TypedDocumentString(`
    mutation WithdrawVisits($items: [WithdrawalInput!]!) {
  payload: withdrawVisits(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawVisitsMutation, WithdrawVisitsMutationVariables>;
export const RecordPageViewsDocument = new TypedDocumentString(`
    mutation RecordPageViews($items: [PageViewInput!]!) {
  payload: recordPageViews(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<RecordPageViewsMutation, RecordPageViewsMutationVariables>;
export const WithdrawPageViewsDocument = new TypedDocumentString(`
    mutation WithdrawPageViews($items: [WithdrawalInput!]!) {
  payload: withdrawPageViews(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawPageViewsMutation, WithdrawPageViewsMutationVariables>;
export const RecordVideoViewsDocument = new TypedDocumentString(`
    mutation RecordVideoViews($items: [VideoViewInput!]!) {
  payload: recordVideoViews(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<RecordVideoViewsMutation, RecordVideoViewsMutationVariables>;
export const WithdrawVideoViewsDocument = new TypedDocumentString(`
    mutation WithdrawVideoViews($items: [WithdrawalInput!]!) {
  payload: withdrawVideoViews(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawVideoViewsMutation, WithdrawVideoViewsMutationVariables>;
export const RecordHelpDocument = new TypedDocumentString(`
    mutation RecordHelp($items: [HelpInput!]!) {
  payload: recordHelp(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<RecordHelpMutation, RecordHelpMutationVariables>;
export const WithdrawHelpDocument = new TypedDocumentString(`
    mutation WithdrawHelp($items: [WithdrawalInput!]!) {
  payload: withdrawHelp(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawHelpMutation, WithdrawHelpMutationVariables>;
export const RecordFeedbackDocument = new TypedDocumentString(`
    mutation RecordFeedback($items: [FeedbackInput!]!) {
  payload: recordFeedback(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<RecordFeedbackMutation, RecordFeedbackMutationVariables>;
export const WithdrawFeedbackDocument = new TypedDocumentString(`
    mutation WithdrawFeedback($items: [WithdrawalInput!]!) {
  payload: withdrawFeedback(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawFeedbackMutation, WithdrawFeedbackMutationVariables>;
export const ClaimsOfPersonDocument = new TypedDocumentString(`
    query ClaimsOfPerson($id: ID!, $filterBy: ClaimFilter, $orderBy: ClaimOrder) {
  person(id: $id) {
    claims(first: 200, filterBy: $filterBy, orderBy: $orderBy) {
      totalCount
      nodes {
        id
        externalId {
          source
          value
        }
        person {
          id
        }
        skill {
          id
        }
        kind
        level
        band
        at
        by {
          id
        }
        issuer
        credential
        statement
        withdrawn
        summary
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimsOfPersonQuery, ClaimsOfPersonQueryVariables>;
export const DecideQuestionsDocument = new TypedDocumentString(`
    mutation DecideQuestions($items: [QuestionDecisionInput!]!) {
  decideQuestions(items: $items) {
    recorded
    duplicates
    errors {
      index
      code
      message
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<DecideQuestionsMutation, DecideQuestionsMutationVariables>;
export const DecisionsOnAnswersDocument = new TypedDocumentString(`
    query DecisionsOnAnswers($person: ID!, $filter: QuestionDecisionFilter) {
  person(id: $person) {
    decisions(filterBy: $filter) {
      nodes {
        decision {
          kind
          reason
          holds
          by {
            id
          }
          version {
            number
          }
        }
        externalId {
          value
        }
        scoreBefore
        scoreAfter
        summary
      }
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<DecisionsOnAnswersQuery, DecisionsOnAnswersQueryVariables>;
export const KeyOfDecisionDocument = new TypedDocumentString(`
    query KeyOfDecision($person: ID!) {
  person(id: $person) {
    decisions {
      nodes {
        decision {
          key
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KeyOfDecisionQuery, KeyOfDecisionQueryVariables>;
export const DecidedVersionsDocument = new TypedDocumentString(`
    query DecidedVersions($question: ID!) {
  question(id: $question) {
    current {
      number
    }
    versions {
      nodes {
        number
        answerKey
        decisions {
          nodes {
            kind
            key
            holds
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DecidedVersionsQuery, DecidedVersionsQueryVariables>;
export const SaveDecidedQuestionDocument = new TypedDocumentString(`
    mutation SaveDecidedQuestion($items: [QuestionInput!]!) {
  saveQuestions(items: $items) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveDecidedQuestionMutation, SaveDecidedQuestionMutationVariables>;
export const DoubtedShareDocument = new TypedDocumentString(`
    query DoubtedShare($person: ID!) {
  person(id: $person) {
    mastery {
      nodes {
        answerCount
        doubtedShare
        explanation {
          changes {
            doubted
            rescored
            score
            summary
          }
          summary
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DoubtedShareQuery, DoubtedShareQueryVariables>;
export const MasteryUpdatedByDecisionsDocument = new TypedDocumentString(`
    query MasteryUpdatedByDecisions($person: ID!, $since: DateTimeISO!) {
  person(id: $person) {
    mastery(filterBy: {updatedSince: $since}) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<MasteryUpdatedByDecisionsQuery, MasteryUpdatedByDecisionsQueryVariables>;
export const DiagnosisOfQuestionDocument = new TypedDocumentString(`
    query DiagnosisOfQuestion($id: ID!) {
  question(id: $id) {
    current {
      diagnosis {
        ...DiagnosisParts
      }
    }
  }
}
    fragment DiagnosisParts on DiagnosisResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on Diagnosis {
    verdict
    probability
    kind
    team {
      name
    }
    since
    decidedBy
    reasons {
      kind
      value
      usual
      sentence
    }
    remedy
    people
    summary
  }
}`) as unknown as TypedDocumentString<DiagnosisOfQuestionQuery, DiagnosisOfQuestionQueryVariables>;
export const LikelyKeyOfQuestionDocument = new TypedDocumentString(`
    query LikelyKeyOfQuestion($id: ID!) {
  question(id: $id) {
    current {
      diagnosis {
        ... on Diagnosis {
          likelyKey
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LikelyKeyOfQuestionQuery, LikelyKeyOfQuestionQueryVariables>;
export const DiagnosesOfModuleDocument = new TypedDocumentString(`
    query DiagnosesOfModule($id: ID!) {
  module(id: $id) {
    diagnosis {
      ...DiagnosisParts
    }
    current {
      pages {
        nodes {
          title
          diagnosis {
            ...DiagnosisParts
          }
        }
      }
    }
  }
}
    fragment DiagnosisParts on DiagnosisResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on Diagnosis {
    verdict
    probability
    kind
    team {
      name
    }
    since
    decidedBy
    reasons {
      kind
      value
      usual
      sentence
    }
    remedy
    people
    summary
  }
}`) as unknown as TypedDocumentString<DiagnosesOfModuleQuery, DiagnosesOfModuleQueryVariables>;
export const ProblemsOfModuleDocument = new TypedDocumentString(`
    query ProblemsOfModule($id: ID!, $filterBy: ProblemFilter) {
  module(id: $id) {
    problems(filterBy: $filterBy) {
      totalCount
      nodes {
        ...ProblemParts
      }
    }
  }
}
    fragment ProblemParts on Problem {
  id
  verdict
  kind
  probability
  openedAt
  reopenedAt
  closedAt
  closedBecause
  closedReason
  solvedBy {
    number
  }
  hoursOpen
  peopleAffected
  remedy
  summary
  team {
    name
  }
  modules {
    id
  }
  on {
    __typename
    ... on QuestionVersion {
      prompt
    }
    ... on Skill {
      name
    }
    ... on Page {
      title
    }
  }
}`) as unknown as TypedDocumentString<ProblemsOfModuleQuery, ProblemsOfModuleQueryVariables>;
export const AllProblemsDocument = new TypedDocumentString(`
    query AllProblems($filterBy: ProblemFilter) {
  problems(filterBy: $filterBy) {
    nodes {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on Problem {
  id
  verdict
  kind
  probability
  openedAt
  reopenedAt
  closedAt
  closedBecause
  closedReason
  solvedBy {
    number
  }
  hoursOpen
  peopleAffected
  remedy
  summary
  team {
    name
  }
  modules {
    id
  }
  on {
    __typename
    ... on QuestionVersion {
      prompt
    }
    ... on Skill {
      name
    }
    ... on Page {
      title
    }
  }
}`) as unknown as TypedDocumentString<AllProblemsQuery, AllProblemsQueryVariables>;
export const PublishRevisionDocument = new TypedDocumentString(`
    mutation PublishRevision($module: ModuleInput!, $solves: [ID!]!) {
  publishRevision(module: $module, solves: $solves) {
    revision {
      number
      resources {
        title
      }
    }
    problems {
      ...ProblemParts
    }
    errors {
      code
      message
      fields
    }
  }
}
    fragment ProblemParts on Problem {
  id
  verdict
  kind
  probability
  openedAt
  reopenedAt
  closedAt
  closedBecause
  closedReason
  solvedBy {
    number
  }
  hoursOpen
  peopleAffected
  remedy
  summary
  team {
    name
  }
  modules {
    id
  }
  on {
    __typename
    ... on QuestionVersion {
      prompt
    }
    ... on Skill {
      name
    }
    ... on Page {
      title
    }
  }
}`) as unknown as TypedDocumentString<PublishRevisionMutation, PublishRevisionMutationVariables>;
export const DismissProblemDocument = new TypedDocumentString(`
    mutation DismissProblem($input: ProblemDismissalInput!) {
  dismissProblem(input: $input) {
    problem {
      ...ProblemParts
    }
    errors {
      code
      message
      fields
    }
  }
}
    fragment ProblemParts on Problem {
  id
  verdict
  kind
  probability
  openedAt
  reopenedAt
  closedAt
  closedBecause
  closedReason
  solvedBy {
    number
  }
  hoursOpen
  peopleAffected
  remedy
  summary
  team {
    name
  }
  modules {
    id
  }
  on {
    __typename
    ... on QuestionVersion {
      prompt
    }
    ... on Skill {
      name
    }
    ... on Page {
      title
    }
  }
}`) as unknown as TypedDocumentString<DismissProblemMutation, DismissProblemMutationVariables>;
export const LackedByTeamDocument = new TypedDocumentString(`
    query LackedByTeam($id: ID!) {
  team(id: $id) {
    gaps {
      ... on GapReport {
        summary
        gaps {
          requirement {
            level
            skill {
              id
            }
          }
          project {
            name
          }
          problem {
            verdict
            probability
          }
          demand
          summary
          supply {
            ... on GapSupply {
              expectedShortfall
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LackedByTeamQuery, LackedByTeamQueryVariables>;
export const SaveCatalogueDocument = new TypedDocumentString(`
    mutation SaveCatalogue($people: [PersonInput!]! = [], $availability: [AvailabilityInput!]! = [], $skills: [SkillInput!]! = [], $questions: [QuestionInput!]! = [], $modules: [ModuleInput!]! = [], $roleTemplates: [RoleTemplateInput!]! = [], $tasks: [TaskInput!]! = [], $requirements: [RequirementInput!]! = []) {
  savePeople(items: $people) {
    people {
      id
    }
    errors {
      message
    }
  }
  saveAvailability(items: $availability) {
    errors {
      message
    }
  }
  saveSkills(items: $skills) {
    skills {
      id
    }
    errors {
      message
    }
  }
  saveQuestions(items: $questions) {
    questions {
      id
    }
    errors {
      message
    }
  }
  saveModules(items: $modules) {
    modules {
      id
    }
    errors {
      message
    }
  }
  saveRoleTemplates(items: $roleTemplates) {
    roleTemplates {
      id
    }
    errors {
      message
    }
  }
  saveTasks(items: $tasks) {
    tasks {
      id
    }
    errors {
      message
    }
  }
  saveRequirements(items: $requirements) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveCatalogueMutation, SaveCatalogueMutationVariables>;
export const PartsOfModulesDocument = new TypedDocumentString(`
    query PartsOfModules($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Module {
      current {
        id
        pages(first: 1) {
          nodes {
            id
            questions(first: 1) {
              nodes {
                version {
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
    `) as unknown as TypedDocumentString<PartsOfModulesQuery, PartsOfModulesQueryVariables>;
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
export const RecordClaimsDocument = new TypedDocumentString(`
    mutation RecordClaims($items: [ClaimInput!]!) {
  recordClaims(items: $items) {
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
    `) as unknown as TypedDocumentString<RecordClaimsMutation, RecordClaimsMutationVariables>;
export const WithdrawClaimsDocument = new TypedDocumentString(`
    mutation WithdrawClaims($items: [WithdrawalInput!]!) {
  withdrawClaims(items: $items) {
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
    `) as unknown as TypedDocumentString<WithdrawClaimsMutation, WithdrawClaimsMutationVariables>;
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
export const DropOffDocument = new TypedDocumentString(`
    query DropOff($id: ID!, $team: ID, $revision: Int) {
  module(id: $id) {
    dropOffRate(team: $team, revision: $revision) {
      __typename
      ... on DropOffRate {
        people
        left
        completed
        underWay
        rate
        low
        high
        byPage {
          at
          atRisk
          left
          surviving
          low
          high
        }
        byMinute {
          at
          atRisk
          left
          surviving
        }
        standsOut {
          page {
            number
          }
          minute
          left
          atRisk
          expected
          probability
          what
          summary
        }
        summary
      }
      ... on Withheld {
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DropOffQuery, DropOffQueryVariables>;
export const TimeToCompletionDocument = new TypedDocumentString(`
    query TimeToCompletion($id: ID!, $team: ID) {
  module(id: $id) {
    current {
      timeToCompletion(team: $team) {
        __typename
        ... on TimeToCompletion {
          people
          medianMinutes
          firstQuartileMinutes
          thirdQuartileMinutes
          expectedMinutes
          low
          high
          summary
        }
        ... on Withheld {
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TimeToCompletionQuery, TimeToCompletionQueryVariables>;
export const PageFiguresDocument = new TypedDocumentString(`
    query PageFigures($id: ID!, $team: ID) {
  module(id: $id) {
    current {
      pages {
        nodes {
          number
          figures(team: $team) {
            __typename
            ... on PageFigures {
              people
              medianSeconds
              firstQuartileSeconds
              thirdQuartileSeconds
              low
              high
              expectedSeconds
              revisitRate
              pausesPerPerson
              atRisk
              leftHere
              answersAfter
              rightAfter
              costsMoreThanItTeaches
              costsMoreBecause
              summary
            }
            ... on Withheld {
              reason
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PageFiguresQuery, PageFiguresQueryVariables>;
export const SecondsSeenDocument = new TypedDocumentString(`
    query SecondsSeen($id: ID!) {
  module(id: $id) {
    current {
      pages {
        nodes {
          secondsSeen {
            __typename
            ... on SecondsSeen {
              people
              durationSeconds
              stretches {
                from
                people
                again
              }
              summary
            }
            ... on Withheld {
              reason
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SecondsSeenQuery, SecondsSeenQueryVariables>;
export const GapChangesOfProjectDocument = new TypedDocumentString(`
    query GapChangesOfProject($id: ID!, $since: DateTimeISO) {
  project(id: $id) {
    gapChanges(since: $since) {
      ...GapChangesParts
    }
  }
}
    fragment GapChangesParts on GapChangesResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapChanges {
    since
    asOf
    personCountBefore
    personCountNow
    shortfallBefore
    shortfallNow
    causes {
      people
      evidence
      fading
      demand
      calibration
    }
    summary
    changes {
      skill {
        id
        name
      }
      level
      demandBefore
      demandNow
      supplyBefore
      supplyNow
      shortfallBefore
      shortfallNow
      causes {
        people
        evidence
        fading
        demand
        calibration
      }
      summary
    }
  }
}`) as unknown as TypedDocumentString<GapChangesOfProjectQuery, GapChangesOfProjectQueryVariables>;
export const GapChangesOfGroupsDocument = new TypedDocumentString(`
    query GapChangesOfGroups($team: ID!, $since: DateTimeISO, $first: Int) {
  team(id: $team) {
    gapChanges(since: $since, first: $first) {
      ...GapChangesParts
    }
  }
  organisationGapChanges(since: $since) {
    ...GapChangesParts
  }
}
    fragment GapChangesParts on GapChangesResult {
  __typename
  ... on Withheld {
    reason
  }
  ... on GapChanges {
    since
    asOf
    personCountBefore
    personCountNow
    shortfallBefore
    shortfallNow
    causes {
      people
      evidence
      fading
      demand
      calibration
    }
    summary
    changes {
      skill {
        id
        name
      }
      level
      demandBefore
      demandNow
      supplyBefore
      supplyNow
      shortfallBefore
      shortfallNow
      causes {
        people
        evidence
        fading
        demand
        calibration
      }
      summary
    }
  }
}`) as unknown as TypedDocumentString<GapChangesOfGroupsQuery, GapChangesOfGroupsQueryVariables>;
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
    personCount
    leftOut
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        importance
        skill {
          id
          name
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
    personCount
    leftOut
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        importance
        skill {
          id
          name
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
export const SaveRoleWithNeedsDocument = new TypedDocumentString(`
    mutation SaveRoleWithNeeds($roles: [RoleTemplateInput!]!, $requirements: [RequirementInput!]!) {
  saveRoleTemplates(items: $roles) {
    roleTemplates {
      id
    }
    errors {
      message
    }
  }
  saveRequirements(items: $requirements) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveRoleWithNeedsMutation, SaveRoleWithNeedsMutationVariables>;
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
        answerCount
        lastEvidenceAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitLevelsOfPersonQuery, KitLevelsOfPersonQueryVariables>;
export const DraftJobDescriptionDocument = new TypedDocumentString(`
    query DraftJobDescription($project: ID!, $requirements: [ID!]) {
  draftJobDescription(project: $project, requirements: $requirements) {
    __typename
    ... on Withheld {
      reason
    }
    ... on JobDescription {
      title
      people
      project {
        name
      }
      tasks {
        name
      }
      mustHave {
        ...SoughtSkillParts
      }
      canLearnHere {
        ...SoughtSkillParts
      }
      notSought {
        ...SoughtSkillParts
      }
      combining {
        __typename
        ... on Combining {
          expectedPeople
          summary
        }
        ... on Withheld {
          reason
        }
      }
      roles {
        title
        expectedPeople
        requirements {
          skill {
            name
          }
        }
        tasks {
          name
        }
      }
      wording {
        word
        listed
        coding
        reason
      }
      text
      markdown
      jsonLd
      summary
    }
  }
}
    fragment SoughtSkillParts on SoughtSkill {
  requirement {
    id
    level
    skill {
      name
    }
  }
  levelInWords
  expectedShortfall
  coveredProbability
  expectedAvailable
  modules {
    name
  }
  hours
  entryLevel
  entryInWords
  reason
}`) as unknown as TypedDocumentString<DraftJobDescriptionQuery, DraftJobDescriptionQueryVariables>;
export const GapsToHireForDocument = new TypedDocumentString(`
    query GapsToHireFor($project: ID!) {
  project(id: $project) {
    gaps {
      ... on GapReport {
        gaps {
          requirement {
            id
            skill {
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GapsToHireForQuery, GapsToHireForQueryVariables>;
export const LearningDocument = new TypedDocumentString(`
    query Learning($id: ID!, $filterBy: LearningFilter, $orderBy: LearningOrder) {
  person(id: $id) {
    learning(filterBy: $filterBy, orderBy: $orderBy) {
      totalCount
      pageInfo {
        onlyVisible
      }
      nodes {
        module {
          name
        }
        revision {
          number
        }
        completed
        pageCount
        summary
        place {
          state
          at
          pagesReached
          page {
            number
          }
          next {
            number
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LearningQuery, LearningQueryVariables>;
export const ProgressDocument = new TypedDocumentString(`
    query Progress($id: ID!) {
  person(id: $id) {
    learning {
      pageInfo {
        onlyVisible
      }
      nodes {
        module {
          name
        }
        completed
        summary
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressQuery, ProgressQueryVariables>;
export const VisitsDocument = new TypedDocumentString(`
    query Visits($id: ID!, $filterBy: VisitFilter) {
  person(id: $id) {
    visits(filterBy: $filterBy) {
      totalCount
      nodes {
        externalId {
          value
        }
        module {
          name
        }
        revision {
          number
        }
        state
        startedAt
        completedAt
        leftAt
        pagesReached
        activeSeconds
        withdrawn
        lastPage {
          number
        }
        summary
        pageViews {
          nodes {
            page {
              number
            }
            openedAt
            activeSeconds
            idleSeconds
            pauses
            longestPauseSeconds
            revisits
            wasLast
            withdrawn
            summary
          }
        }
        videoViews {
          nodes {
            page {
              number
            }
            durationSeconds
            secondsSeen
            shareSeen
            pauses
            seeks
            rate
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VisitsQuery, VisitsQueryVariables>;
export const VisitsOfModuleDocument = new TypedDocumentString(`
    query VisitsOfModule($id: ID!) {
  module(id: $id) {
    visits {
      __typename
      ... on VisitCounts {
        people
        visits
        completed
        left
        underWay
        summary
      }
      ... on Withheld {
        reason
      }
    }
    current {
      visits {
        __typename
        ... on VisitCounts {
          people
          visits
          completed
          left
          underWay
        }
      }
      pages {
        nodes {
          visits {
            __typename
            ... on PageReach {
              people
              summary
            }
            ... on Withheld {
              reason
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VisitsOfModuleQuery, VisitsOfModuleQueryVariables>;
export const FeedbackOnModuleDocument = new TypedDocumentString(`
    query FeedbackOnModule($id: ID!) {
  module(id: $id) {
    feedback {
      __typename
      ... on ContentFeedback {
        people
        unclear
        outdated
        ratingCount
        meanRating
        words
        summary
      }
      ... on Withheld {
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeedbackOnModuleQuery, FeedbackOnModuleQueryVariables>;
export const SaidDocument = new TypedDocumentString(`
    query Said($id: ID!) {
  person(id: $id) {
    feedback {
      nodes {
        module {
          name
        }
        revision {
          number
        }
        page {
          number
        }
        version {
          number
        }
        unclear
        outdated
        rating
        words
        withdrawn
        summary
      }
    }
    helpGiven {
      nodes {
        note
      }
    }
    helpReceived {
      nodes {
        givenBy {
          id
        }
        person {
          id
        }
        skill {
          name
        }
        module {
          name
        }
        note
        attestedBy {
          id
        }
        summary
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaidQuery, SaidQueryVariables>;
export const WhoLookedAtThemDocument = new TypedDocumentString(`
    query WhoLookedAtThem($id: ID!) {
  person(id: $id) {
    accessLog(first: 200) {
      nodes {
        operation
        need
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhoLookedAtThemQuery, WhoLookedAtThemQueryVariables>;
export const MergedPersonDocument = new TypedDocumentString(`
    query MergedPerson($id: ID!) {
  person(id: $id) {
    id
    name
    email
    activeUntil
    mastery {
      nodes {
        answerCount
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
export const MergedListedByDocument = new TypedDocumentString(`
    query MergedListedBy($id: ID!, $team: ID!, $project: ID!, $module: ID!) {
  teams(filterBy: {ledBy: $id}) {
    nodes {
      id
    }
  }
  modules(filterBy: {author: $id}) {
    nodes {
      id
    }
  }
  projects(filterBy: {assigned: $id}) {
    nodes {
      id
    }
  }
  team(id: $team) {
    members(filterBy: {person: $id}) {
      nodes {
        person {
          id
        }
      }
    }
  }
  project(id: $project) {
    assignments(filterBy: {person: $id}) {
      nodes {
        person {
          id
        }
      }
    }
  }
  module(id: $module) {
    enrolments(filterBy: {person: $id}) {
      nodes {
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergedListedByQuery, MergedListedByQueryVariables>;
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
export const AfterMergingSkillsDocument = new TypedDocumentString(`
    query AfterMergingSkills($id: ID!, $project: ID!, $module: ID!) {
  skill(id: $id) {
    id
  }
  node(id: $id) {
    id
  }
  questions(filterBy: {skill: $id}) {
    totalCount
  }
  projects(filterBy: {requiring: $id}) {
    nodes {
      id
    }
  }
  modules(filterBy: {teaches: $id}) {
    nodes {
      id
    }
  }
  project(id: $project) {
    requirements {
      nodes {
        skill {
          id
        }
        level
        importance
        headcount
      }
    }
    candidates {
      nodes {
        person {
          id
        }
      }
    }
    gaps {
      ... on GapReport {
        gaps {
          requirement {
            skill {
              id
            }
          }
        }
      }
    }
  }
  module(id: $module) {
    teaches {
      nodes {
        skill {
          id
        }
        from
        to
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AfterMergingSkillsQuery, AfterMergingSkillsQueryVariables>;
export const ClaimsAfterMergingSkillsDocument = new TypedDocumentString(`
    query ClaimsAfterMergingSkills($id: ID!, $skill: ID!) {
  person(id: $id) {
    claims(filterBy: {skills: [$skill]}) {
      nodes {
        skill {
          id
        }
      }
    }
    mastery(filterBy: {skills: [$skill]}) {
      nodes {
        level
        answerCount
        claimCount
        explanation {
          prior
          level
          changes {
            kind
            change
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimsAfterMergingSkillsQuery, ClaimsAfterMergingSkillsQueryVariables>;
export const DeleteMergedSkillsDocument = new TypedDocumentString(`
    mutation DeleteMergedSkills($items: [ReferenceInput!]!) {
  deleteSkills(items: $items) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteMergedSkillsMutation, DeleteMergedSkillsMutationVariables>;
export const RequiredAfterMergingDocument = new TypedDocumentString(`
    query RequiredAfterMerging($id: ID!) {
  project(id: $id) {
    requirements(first: 200) {
      nodes {
        skill {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequiredAfterMergingQuery, RequiredAfterMergingQueryVariables>;
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
export const MergeSkillsDocument = new TypedDocumentString(`
    mutation MergeSkills($items: [SkillMergeInput!]!, $waitSeconds: Int! = 30) {
  mergeSkills(items: $items, waitSeconds: $waitSeconds) {
    run {
      ...RunTold
      skillCount
    }
    skills {
      id
      name
      description
      labels {
        language
        text
      }
      synonyms {
        language
        text
      }
      externalIds {
        value
      }
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
      prerequisites {
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
    fragment RunTold on Run {
  id
  state
  progress
  startedAt
  endedAt
  calibration
  failure
  summary
}`) as unknown as TypedDocumentString<MergeSkillsMutation, MergeSkillsMutationVariables>;
export const SplitSkillsDocument = new TypedDocumentString(`
    mutation SplitSkills($items: [SkillSplitInput!]!, $waitSeconds: Int! = 30) {
  splitSkills(items: $items, waitSeconds: $waitSeconds) {
    run {
      ...RunTold
      questionCount
    }
    errors {
      index
      code
      message
    }
  }
}
    fragment RunTold on Run {
  id
  state
  progress
  startedAt
  endedAt
  calibration
  failure
  summary
}`) as unknown as TypedDocumentString<SplitSkillsMutation, SplitSkillsMutationVariables>;
export const KitSaveOpeningsDocument = new TypedDocumentString(`
    mutation KitSaveOpenings($items: [OpeningInput!]!) {
  saveOpenings(items: $items) {
    fates
    changed
    openings {
      title
      state
      projectName
      project {
        id
      }
      filledBy {
        id
      }
      openedAt
      filledAt
      closedAt
      externalId {
        value
      }
      sought {
        skill {
          name
        }
        level
        band
        headcount
      }
    }
    errors {
      index
      code
      message
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<KitSaveOpeningsMutation, KitSaveOpeningsMutationVariables>;
export const KitOpeningsDocument = new TypedDocumentString(`
    query KitOpenings($filterBy: OpeningFilter) {
  openings(first: 200, filterBy: $filterBy) {
    nodes {
      title
      projectName
      project {
        id
      }
      externalId {
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitOpeningsQuery, KitOpeningsQueryVariables>;
export const KitHiringOutcomesDocument = new TypedDocumentString(`
    query KitHiringOutcomes($project: ID) {
  openings(first: 20, filterBy: {project: $project}) {
    nodes {
      externalId {
        value
      }
      hiringOutcome {
        outcome
        requirements {
          skill {
            name
          }
          level
          shortfallBefore
          shortfallNow
          coveredBefore
          coveredNow
          unknownNow
        }
        shortfallBefore
        shortfallNow
        allCoveredBefore
        allCoveredNow
        summary
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitHiringOutcomesQuery, KitHiringOutcomesQueryVariables>;
export const KitFilledOpeningsDocument = new TypedDocumentString(`
    query KitFilledOpenings($id: ID!) {
  person(id: $id) {
    filledOpenings {
      nodes {
        title
        filledAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitFilledOpeningsQuery, KitFilledOpeningsQueryVariables>;
export const KitFirstRequirementsDocument = new TypedDocumentString(`
    query KitFirstRequirements($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Project {
      requirements(first: 1) {
        nodes {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitFirstRequirementsQuery, KitFirstRequirementsQueryVariables>;
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
export const SaveAvailabilityDocument = new TypedDocumentString(`
    mutation SaveAvailability($items: [AvailabilityInput!]!) {
  saveAvailability(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAvailabilityMutation, SaveAvailabilityMutationVariables>;
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
export const SaveBroaderSkillsDocument = new TypedDocumentString(`
    mutation SaveBroaderSkills($items: [BroaderSkillInput!]!) {
  saveBroaderSkills(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveBroaderSkillsMutation, SaveBroaderSkillsMutationVariables>;
export const SaveQuestionsDocument = new TypedDocumentString(`
    mutation SaveQuestions($items: [QuestionInput!]!) {
  saveQuestions(items: $items) {
    questions {
      id
      prompt
      current {
        number
        skills(first: 5) {
          nodes {
            id
          }
        }
      }
      versions(first: 10) {
        nodes {
          id
          number
          prompt
          options
          answerKey
          skills(first: 5) {
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
export const SaveAssessedSkillsDocument = new TypedDocumentString(`
    mutation SaveAssessedSkills($items: [AssessedSkillInput!]!) {
  saveAssessedSkills(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAssessedSkillsMutation, SaveAssessedSkillsMutationVariables>;
export const SaveModulesDocument = new TypedDocumentString(`
    mutation SaveModules($items: [ModuleInput!]!) {
  saveModules(items: $items) {
    modules {
      id
      name
      description
      expectedMinutes
      updatedAt
      authors {
        nodes {
          id
        }
      }
      prerequisites {
        nodes {
          id
        }
      }
      current {
        id
        number
      }
    }
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveModulesMutation, SaveModulesMutationVariables>;
export const SaveTeachesDocument = new TypedDocumentString(`
    mutation SaveTeaches($items: [TeachingInput!]!) {
  saveTeachings(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveTeachesMutation, SaveTeachesMutationVariables>;
export const SaveEnrolmentsDocument = new TypedDocumentString(`
    mutation SaveEnrolments($items: [EnrolmentInput!]!) {
  saveEnrolments(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveEnrolmentsMutation, SaveEnrolmentsMutationVariables>;
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
export const SaveOrganisationDocument = new TypedDocumentString(`
    mutation SaveOrganisation($people: [PersonInput!]! = [], $teams: [TeamInput!]! = [], $memberships: [MembershipInput!]! = [], $modules: [ModuleInput!]! = [], $teaches: [TeachingInput!]! = [], $enrolments: [EnrolmentInput!]! = [], $projects: [ProjectInput!]! = [], $tasks: [TaskInput!]! = [], $requirements: [RequirementInput!]! = [], $assignments: [AssignmentInput!]! = [], $difficulties: [DifficultyInput!]! = []) {
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
  saveModules(items: $modules) {
    errors {
      message
    }
  }
  saveTeachings(items: $teaches) {
    errors {
      message
    }
  }
  saveEnrolments(items: $enrolments) {
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
export const KitFailuresDocument = new TypedDocumentString(`
    query KitFailures($id: ID!, $team: ID, $section: String, $revision: Int) {
  module(id: $id) {
    failureRate(team: $team, section: $section, revision: $revision) {
      __typename
      ... on Withheld {
        reason
      }
      ... on FailureRate {
        people
        answers
        failed
        rate
        low
        high
        expectedRate
        difficulty
        omissions
        medianSeconds
        responses {
          response
        }
        sections {
          section
          page {
            number
          }
          people
          answers
          failed
          rate
          low
          high
          summary
        }
        summary
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitFailuresQuery, KitFailuresQueryVariables>;
export const KitFailuresOfPartsDocument = new TypedDocumentString(`
    query KitFailuresOfParts($id: ID!, $team: ID) {
  module(id: $id) {
    current {
      failureRate(team: $team) {
        __typename
        ... on FailureRate {
          answers
          failed
        }
      }
      pages {
        nodes {
          number
          failureRate(team: $team) {
            __typename
            ... on FailureRate {
              answers
              failed
            }
          }
          questions {
            nodes {
              version {
                prompt
                failureRate(team: $team) {
                  __typename
                  ... on FailureRate {
                    people
                    answers
                    failed
                    rate
                    expectedRate
                    difficulty
                    discrimination
                    restCorrelation
                    omissions
                    firstQuartileSeconds
                    medianSeconds
                    thirdQuartileSeconds
                    responses {
                      response
                      share
                      lowestThird
                      middleThird
                      highestThird
                    }
                    summary
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitFailuresOfPartsQuery, KitFailuresOfPartsQueryVariables>;
export const KitKeysAmongResponsesDocument = new TypedDocumentString(`
    query KitKeysAmongResponses($id: ID!) {
  module(id: $id) {
    current {
      pages {
        nodes {
          questions {
            nodes {
              version {
                failureRate {
                  ... on FailureRate {
                    responses {
                      response
                      isKey
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitKeysAmongResponsesQuery, KitKeysAmongResponsesQueryVariables>;
export const KitLearningGainDocument = new TypedDocumentString(`
    query KitLearningGain($id: ID!, $team: ID, $revision: Int) {
  module(id: $id) {
    learningGain(team: $team, revision: $revision) {
      __typename
      ... on Withheld {
        reason
      }
      ... on LearningGain {
        people
        gain
        low
        high
        hours
        assignedAtRandom
        beyondFormer {
          ...KitComparedFigure
        }
        skills {
          skill {
            id
          }
          people
          answersBefore
          answersAfter
          levelBefore
          levelAfter
          abilityBefore
          abilityAfter
          gain
          low
          high
          gainPerHour
          summary
        }
        summary
      }
    }
  }
}
    fragment KitComparedFigure on ComparedFigure {
  peopleBefore
  peopleAfter
  before
  after
  difference
  low
  high
  probabilityBetter
  summary
}`) as unknown as TypedDocumentString<KitLearningGainQuery, KitLearningGainQueryVariables>;
export const KitGainsInSkillDocument = new TypedDocumentString(`
    query KitGainsInSkill($id: ID!) {
  skill(id: $id) {
    learningGains {
      module {
        id
      }
      gain
      gainPerHour
    }
  }
}
    `) as unknown as TypedDocumentString<KitGainsInSkillQuery, KitGainsInSkillQueryVariables>;
export const KitCompareRevisionsDocument = new TypedDocumentString(`
    query KitCompareRevisions($id: ID!, $team: ID, $before: Int, $after: Int) {
  module(id: $id) {
    compareRevisions(team: $team, before: $before, after: $after) {
      __typename
      ... on Withheld {
        reason
      }
      ... on RevisionComparison {
        assignedAtRandom
        failureRate {
          ...KitComparedFigure
        }
        ability {
          ...KitComparedFigure
        }
        startedWith {
          ...KitComparedFigure
        }
        dropOffRate {
          ...KitComparedFigure
        }
        summary
      }
    }
  }
}
    fragment KitComparedFigure on ComparedFigure {
  peopleBefore
  peopleAfter
  before
  after
  difference
  low
  high
  probabilityBetter
  summary
}`) as unknown as TypedDocumentString<KitCompareRevisionsQuery, KitCompareRevisionsQueryVariables>;
export const ProposeTeamDocument = new TypedDocumentString(`
    mutation ProposeTeam($input: ProposalInput!) {
  payload: proposeTeam(input: $input) {
    ...ProposalPayloadParts
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}
fragment ProposalPayloadParts on ProposalPayload {
  proposal {
    ...ProposalParts
  }
  errors {
    index
    code
    message
    fields
  }
}`) as unknown as TypedDocumentString<ProposeTeamMutation, ProposeTeamMutationVariables>;
export const AcceptProposalDocument = new TypedDocumentString(`
    mutation AcceptProposal($input: AcceptProposalInput!) {
  payload: acceptProposal(input: $input) {
    ...ProposalPayloadParts
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}
fragment ProposalPayloadParts on ProposalPayload {
  proposal {
    ...ProposalParts
  }
  errors {
    index
    code
    message
    fields
  }
}`) as unknown as TypedDocumentString<AcceptProposalMutation, AcceptProposalMutationVariables>;
export const DeclineProposalDocument = new TypedDocumentString(`
    mutation DeclineProposal($input: DeclineProposalInput!) {
  payload: declineProposal(input: $input) {
    ...ProposalPayloadParts
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}
fragment ProposalPayloadParts on ProposalPayload {
  proposal {
    ...ProposalParts
  }
  errors {
    index
    code
    message
    fields
  }
}`) as unknown as TypedDocumentString<DeclineProposalMutation, DeclineProposalMutationVariables>;
export const ConfirmProposalDocument = new TypedDocumentString(`
    mutation ConfirmProposal($input: ConfirmProposalInput!) {
  payload: confirmProposal(input: $input) {
    ...ProposalPayloadParts
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}
fragment ProposalPayloadParts on ProposalPayload {
  proposal {
    ...ProposalParts
  }
  errors {
    index
    code
    message
    fields
  }
}`) as unknown as TypedDocumentString<ConfirmProposalMutation, ConfirmProposalMutationVariables>;
export const WithdrawProposalDocument = new TypedDocumentString(`
    mutation WithdrawProposal($input: WithdrawProposalInput!) {
  payload: withdrawProposal(input: $input) {
    ...ProposalPayloadParts
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}
fragment ProposalPayloadParts on ProposalPayload {
  proposal {
    ...ProposalParts
  }
  errors {
    index
    code
    message
    fields
  }
}`) as unknown as TypedDocumentString<WithdrawProposalMutation, WithdrawProposalMutationVariables>;
export const ProposalsOfPersonDocument = new TypedDocumentString(`
    query ProposalsOfPerson($id: ID!, $filterBy: ProposalFilter) {
  person(id: $id) {
    proposals(
      first: 10
      filterBy: $filterBy
      orderBy: {field: PROPOSED_AT, direction: DESC}
    ) {
      nodes {
        ...ProposalParts
      }
    }
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}`) as unknown as TypedDocumentString<ProposalsOfPersonQuery, ProposalsOfPersonQueryVariables>;
export const ProposalsForProjectDocument = new TypedDocumentString(`
    query ProposalsForProject($id: ID!, $filterBy: ProposalFilter) {
  project(id: $id) {
    proposals(
      first: 10
      filterBy: $filterBy
      orderBy: {field: PROPOSED_AT, direction: DESC}
    ) {
      nodes {
        ...ProposalParts
        promised {
          coveredProbability
          expectedFilled
          seats
          summary
        }
      }
    }
  }
}
    fragment ProposalParts on Proposal {
  id
  externalId {
    value
  }
  project {
    name
  }
  state
  why
  proposedBy {
    id
  }
  role
  expiresAt
  confirmedBy {
    id
  }
  size
  summary
  members {
    person {
      id
      name
    }
    share
    from
    to
    why
    isLeftOut
    answers {
      by {
        id
      }
      as
      accepts
      reason
    }
  }
}`) as unknown as TypedDocumentString<ProposalsForProjectQuery, ProposalsForProjectQueryVariables>;
export const AssignedByProposalsDocument = new TypedDocumentString(`
    query AssignedByProposals($id: ID!) {
  project(id: $id) {
    assignments(first: 200, filterBy: {states: [CURRENT, FUTURE, PAST]}) {
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
    `) as unknown as TypedDocumentString<AssignedByProposalsQuery, AssignedByProposalsQueryVariables>;
export const FormedForProposalDocument = new TypedDocumentString(`
    query FormedForProposal($project: ID!, $size: Int!, $mustHave: [ID!]!) {
  formTeam(project: $project, size: $size, constraints: {mustHave: $mustHave}) {
    readiness
    coverage {
      seats
      expectedFilled
    }
  }
}
    `) as unknown as TypedDocumentString<FormedForProposalQuery, FormedForProposalQueryVariables>;
export const KitDailyReportDocument = new TypedDocumentString(`
    query KitDailyReport($date: String) {
  dailyReport(date: $date) {
    date
    timeZone
    from
    to
    summary
    otherModules
    modules {
      module {
        name
      }
      published {
        number
      }
      problems {
        problem {
          id
          verdict
          kind
          closedBecause
          on {
            __typename
          }
        }
        news
        beingSolved
        hoursOpen
        peopleSince
        summary
      }
      stuck {
        ...StuckParts
      }
      failureRate {
        ... on FailureRate {
          people
          rate
        }
      }
      dropOffRate {
        ... on DropOffRate {
          people
          rate
        }
      }
      failureRateBefore {
        ... on FailureRate {
          people
          rate
        }
      }
      summary
    }
    otherTeams
    teams {
      team {
        name
      }
      stuck {
        ...StuckParts
      }
      overdue
      summary
    }
  }
}
    fragment StuckParts on StuckPlace {
  module {
    name
  }
  page {
    number
  }
  section
  because
  people
  rate
  expectedRate
  problems {
    id
  }
  summary
}`) as unknown as TypedDocumentString<KitDailyReportQuery, KitDailyReportQueryVariables>;
export const KitLacksAndPeopleDocument = new TypedDocumentString(`
    query KitLacksAndPeople {
  dailyReport {
    modules {
      problems {
        problem {
          id
        }
        peopleSince
      }
    }
    teams {
      team {
        name
      }
      lacks {
        problem {
          on {
            __typename
          }
        }
        news
        peopleSince
        summary
      }
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<KitLacksAndPeopleQuery, KitLacksAndPeopleQueryVariables>;
export const ModuleRevisionsDocument = new TypedDocumentString(`
    query ModuleRevisions($id: ID!, $filterBy: RevisionFilter, $pagesBy: PageFilter, $askedBy: AskedQuestionFilter) {
  module(id: $id) {
    current {
      id
    }
    revisions(filterBy: $filterBy) {
      totalCount
      nodes {
        id
        number
        note
        publishedAt
        resources {
          title
          kind
          url
        }
        module {
          id
        }
        pages(filterBy: $pagesBy) {
          nodes {
            id
            number
            title
            kind
            expectedSeconds
            revision {
              number
            }
            questions(filterBy: $askedBy) {
              nodes {
                section
                position
                version {
                  number
                  prompt
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModuleRevisionsQuery, ModuleRevisionsQueryVariables>;
export const AskedInDocument = new TypedDocumentString(`
    query AskedIn($id: ID!, $filterBy: AskingPageFilter) {
  question(id: $id) {
    versions {
      nodes {
        number
        askedIn(filterBy: $filterBy) {
          totalCount
          nodes {
            number
            revision {
              number
              module {
                name
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AskedInQuery, AskedInQueryVariables>;
export const RevisionNodesDocument = new TypedDocumentString(`
    query RevisionNodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Revision {
      number
      note
    }
    ... on Page {
      title
    }
  }
}
    `) as unknown as TypedDocumentString<RevisionNodesQuery, RevisionNodesQueryVariables>;
export const DeleteAskedQuestionsDocument = new TypedDocumentString(`
    mutation DeleteAskedQuestions($items: [ReferenceInput!]!) {
  deleteQuestions(items: $items) {
    results {
      status
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAskedQuestionsMutation, DeleteAskedQuestionsMutationVariables>;
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
    personCount
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
    query StoryCandidates($id: ID!, $filterBy: PersonFilter) {
  project(id: $id) {
    name
    candidates(includeAssigned: true, filterBy: $filterBy) {
      totalCount
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
export const IssueCaptureTokenDocument = new TypedDocumentString(`
    mutation IssueCaptureToken($person: ReferenceInput!, $module: ReferenceInput!, $revision: Int, $minutes: Int) {
  issueCaptureToken(
    person: $person
    module: $module
    revision: $revision
    minutes: $minutes
  ) {
    token
    expiresAt
    revision
  }
}
    `) as unknown as TypedDocumentString<IssueCaptureTokenMutation, IssueCaptureTokenMutationVariables>;
export const KitSaveWebhooksDocument = new TypedDocumentString(`
    mutation KitSaveWebhooks($items: [WebhookInput!]!) {
  saveWebhooks(items: $items) {
    webhooks {
      id
      name
      url
      events
      active
      disabledAt
      disabledBecause
      createdAt
      updatedAt
    }
    secrets
    errors {
      index
      code
      message
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<KitSaveWebhooksMutation, KitSaveWebhooksMutationVariables>;
export const KitRotateWebhookSecretsDocument = new TypedDocumentString(`
    mutation KitRotateWebhookSecrets($items: [WebhookReferenceInput!]!) {
  rotateWebhookSecrets(items: $items) {
    webhooks {
      name
      formerSecretUntil
    }
    secrets
    errors {
      index
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KitRotateWebhookSecretsMutation, KitRotateWebhookSecretsMutationVariables>;
export const KitSendTestEventsDocument = new TypedDocumentString(`
    mutation KitSendTestEvents($items: [WebhookReferenceInput!]!) {
  sendTestEvents(items: $items) {
    deliveries {
      id
      event
      state
      body
    }
    errors {
      index
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KitSendTestEventsMutation, KitSendTestEventsMutationVariables>;
export const KitResendDeliveriesDocument = new TypedDocumentString(`
    mutation KitResendDeliveries($items: [WebhookDeliveryReferenceInput!]!) {
  resendDeliveries(items: $items) {
    deliveries {
      id
      state
    }
    errors {
      index
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KitResendDeliveriesMutation, KitResendDeliveriesMutationVariables>;
export const KitWebhooksDocument = new TypedDocumentString(`
    query KitWebhooks($state: WebhookDeliveryState, $first: Int! = 50) {
  webhooks {
    name
    active
    failingSince
    disabledBecause
    deliveries(first: $first, filterBy: {state: $state}) {
      totalCount
      nodes {
        id
        event
        state
        attempts
        nextAt
        endedAt
        lastStatus
        lastMilliseconds
        lastFault
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KitWebhooksQuery, KitWebhooksQueryVariables>;
export const KitXapiReportDocument = new TypedDocumentString(`
    query KitXapiReport($first: Int!, $platform: String, $reason: UnmappedReason) {
  xapiReport(first: $first, platform: $platform, reason: $reason) {
    unread
    unmapped
    groups {
      platform
      reason
      summary
      verb
      type
      activity
      count
      example
    }
  }
}
    `) as unknown as TypedDocumentString<KitXapiReportQuery, KitXapiReportQueryVariables>;
export const KitSaveActivityMappingsDocument = new TypedDocumentString(`
    mutation KitSaveActivityMappings($items: [ActivityMappingInput!]!) {
  saveActivityMappings(items: $items) {
    done
    changed
    fates
    errors {
      index
      code
      message
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<KitSaveActivityMappingsMutation, KitSaveActivityMappingsMutationVariables>;
export const KitReadStatementsAgainDocument = new TypedDocumentString(`
    mutation KitReadStatementsAgain {
  readStatementsAgain {
    unread
    unmapped
    groups {
      count
    }
  }
}
    `) as unknown as TypedDocumentString<KitReadStatementsAgainMutation, KitReadStatementsAgainMutationVariables>;
export const KitActivityMappingsDocument = new TypedDocumentString(`
    query KitActivityMappings($first: Int!, $after: String, $filterBy: ActivityMappingFilter) {
  activityMappings(first: $first, after: $after, filterBy: $filterBy) {
    totalCount
    pageInfo {
      endCursor
    }
    nodes {
      platform
      activity
      type
      kind
      module {
        name
      }
      revision
      page
      question {
        prompt
      }
      version
      savedAt
    }
  }
}
    `) as unknown as TypedDocumentString<KitActivityMappingsQuery, KitActivityMappingsQueryVariables>;
export const StateDifficultiesDocument = new TypedDocumentString(`
    mutation StateDifficulties($items: [DifficultyInput!]!) {
  saveDifficulties(items: $items) {
    done
  }
}
    `) as unknown as TypedDocumentString<StateDifficultiesMutation, StateDifficultiesMutationVariables>;
export const LooksAtMeDocument = new TypedDocumentString(`
    query LooksAtMe($id: ID!, $first: Int! = 100, $after: String, $filterBy: AccessLogFilter) {
  person(id: $id) {
    accessLog(first: $first, after: $after, filterBy: $filterBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        viewer {
          id
        }
        viewerId
        viewerName
        role
        need
        operation
        firstAccessedAt
        lastAccessedAt
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LooksAtMeQuery, LooksAtMeQueryVariables>;
export const BandsOfMasteryDocument = new TypedDocumentString(`
    query BandsOfMastery($id: ID!, $asOf: DateTimeISO) {
  person(id: $id) {
    mastery(asOf: $asOf) {
      nodes {
        interval {
          low
          high
        }
        band {
          band
          probability
        }
        bands {
          band
          from
          to
          probability
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BandsOfMasteryQuery, BandsOfMasteryQueryVariables>;
export const MasteryListsDocument = new TypedDocumentString(`
    query MasteryLists($id: ID!, $filterBy: MasteryFilter, $orderBy: MasteryOrder, $first: Int, $after: String, $last: Int, $before: String) {
  person(id: $id) {
    mastery(
      filterBy: $filterBy
      orderBy: $orderBy
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      nodes {
        skill {
          id
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
    `) as unknown as TypedDocumentString<MasteryListsQuery, MasteryListsQueryVariables>;
export const SkillMasteryListsDocument = new TypedDocumentString(`
    query SkillMasteryLists($id: ID!, $filterBy: SkillMasteryFilter, $orderBy: SkillMasteryOrder) {
  skill(id: $id) {
    masteries(filterBy: $filterBy, orderBy: $orderBy) {
      totalCount
      nodes {
        person {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SkillMasteryListsQuery, SkillMasteryListsQueryVariables>;
export const MergedNowCalledDocument = new TypedDocumentString(`
    query MergedNowCalled($id: ID!) {
  person(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<MergedNowCalledQuery, MergedNowCalledQueryVariables>;
export const ModuleEnrolmentsDocument = new TypedDocumentString(`
    query ModuleEnrolments($id: ID!, $filterBy: EnrolmentFilter, $orderBy: EnrolmentOrder) {
  module(id: $id) {
    enrolments(filterBy: $filterBy, orderBy: $orderBy) {
      totalCount
      nodes {
        person {
          name
        }
        from
        due
        completedAt
        overdue
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModuleEnrolmentsQuery, ModuleEnrolmentsQueryVariables>;
export const EnrolmentsOfPersonDocument = new TypedDocumentString(`
    query EnrolmentsOfPerson($id: ID!, $filterBy: EnrolmentFilter, $orderBy: EnrolmentOrder) {
  node(id: $id) {
    ... on Person {
      enrolments(filterBy: $filterBy, orderBy: $orderBy) {
        nodes {
          module {
            name
            description
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EnrolmentsOfPersonQuery, EnrolmentsOfPersonQueryVariables>;
export const TeachesDocument = new TypedDocumentString(`
    query Teaches($id: ID!, $filterBy: TeachingFilter, $orderBy: TeachingOrder) {
  module(id: $id) {
    updatedAt
    teaches(filterBy: $filterBy, orderBy: $orderBy) {
      totalCount
      nodes {
        from
        to
        module {
          name
        }
        skill {
          name
          description
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TeachesQuery, TeachesQueryVariables>;
export const TaughtByDocument = new TypedDocumentString(`
    query TaughtBy($id: ID!, $filterBy: TeachingFilter, $orderBy: TeachingOrder) {
  skill(id: $id) {
    taughtBy(filterBy: $filterBy, orderBy: $orderBy) {
      nodes {
        from
        to
        module {
          name
          expectedMinutes
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TaughtByQuery, TaughtByQueryVariables>;
export const ModuleDocument = new TypedDocumentString(`
    query Module($id: ID!, $authorsBy: PersonFilter) {
  module(id: $id) {
    name
    archivedAt
    externalIds {
      source
      value
    }
    authors(filterBy: $authorsBy) {
      nodes {
        name
        authored {
          nodes {
            name
          }
        }
      }
    }
    prerequisites {
      nodes {
        name
      }
    }
    prerequisiteOf {
      nodes {
        name
        expectedMinutes
      }
    }
  }
  node(id: $id) {
    ... on Module {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ModuleQuery, ModuleQueryVariables>;
export const ModulesDocument = new TypedDocumentString(`
    query Modules($filterBy: ModuleFilter, $orderBy: ModuleOrder) {
  modules(filterBy: $filterBy, orderBy: $orderBy) {
    totalCount
    nodes {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ModulesQuery, ModulesQueryVariables>;
export const DeleteModulesDocument = new TypedDocumentString(`
    mutation DeleteModules($items: [ReferenceInput!]!) {
  deleteModules(items: $items) {
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
    `) as unknown as TypedDocumentString<DeleteModulesMutation, DeleteModulesMutationVariables>;
export const NextQuestionsDocument = new TypedDocumentString(`
    query NextQuestions($person: ID!, $skill: ID!, $first: Int) {
  nextQuestions(person: $person, skill: $skill, first: $first) {
    version {
      number
      prompt
      question {
        id
      }
    }
    probability
    expectedWidth
    narrowing
    repeated
    summary
  }
}
    `) as unknown as TypedDocumentString<NextQuestionsQuery, NextQuestionsQueryVariables>;
export const NextQuestionsDifficultiesDocument = new TypedDocumentString(`
    mutation NextQuestionsDifficulties($items: [DifficultyInput!]!) {
  saveDifficulties(items: $items) {
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NextQuestionsDifficultiesMutation, NextQuestionsDifficultiesMutationVariables>;
export const NextQuestionsArchiveDocument = new TypedDocumentString(`
    mutation NextQuestionsArchive($items: [ReferenceInput!]!) {
  deleteQuestions(items: $items) {
    results {
      status
    }
  }
}
    `) as unknown as TypedDocumentString<NextQuestionsArchiveMutation, NextQuestionsArchiveMutationVariables>;
export const NodesDocument = new TypedDocumentString(`
    query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<NodesQuery, NodesQueryVariables>;
export const NodeDocument = new TypedDocumentString(`
    query Node($id: ID!) {
  node(id: $id) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<NodeQuery, NodeQueryVariables>;
export const PartsOfNounsDocument = new TypedDocumentString(`
    query PartsOfNouns($question: ID!, $module: ID!) {
  question(id: $question) {
    current {
      id
    }
  }
  module(id: $module) {
    current {
      id
      pages {
        nodes {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartsOfNounsQuery, PartsOfNounsQueryVariables>;
export const ExternalIdsOfLeadsDocument = new TypedDocumentString(`
    query ExternalIdsOfLeads($id: ID!) {
  team(id: $id) {
    leads {
      nodes {
        name
        externalIds {
          source
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExternalIdsOfLeadsQuery, ExternalIdsOfLeadsQueryVariables>;
export const OrganisationGapsDocument = new TypedDocumentString(`
    query OrganisationGaps($asOf: DateTimeISO) {
  organisationGaps(asOf: $asOf) {
    asOf
    personCount
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
export const PeopleMeetingDocument = new TypedDocumentString(`
    query PeopleMeeting($meeting: [SkillNeed!], $filterBy: PersonFilter, $orderBy: PersonOrder, $first: Int, $after: String, $asOf: DateTimeISO) {
  people(
    meeting: $meeting
    filterBy: $filterBy
    orderBy: $orderBy
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
      }
      fit {
        fit
        knownShare
        summary
        needs {
          status
          probability
          level
          interval {
            low
            high
          }
          summary
          skill {
            id
          }
          counted {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleMeetingQuery, PeopleMeetingQueryVariables>;
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
export const PipelineOfRoleDocument = new TypedDocumentString(`
    query PipelineOfRole($id: ID!, $first: Int! = 20) {
  roleTemplate(id: $id) {
    pipeline(first: $first) {
      asOf
      onlyVisible
      summary
      usualPace {
        ...Pace
      }
      people {
        person {
          id
          name
        }
        stage
        summary
        pace {
          ...Pace
        }
        readyWhen {
          earliest
          likely
          latest
          summary
        }
        outlooks {
          months
          probability
          fit
          summary
          requirements {
            probability
            level
            interval {
              low
              high
            }
          }
        }
        learnNext {
          module {
            name
          }
          skills {
            id
          }
          hours
          fitAfter
        }
      }
      unknown {
        person {
          id
        }
        knownShare
        unknownSkills {
          id
        }
        summary
      }
    }
  }
}
    fragment Pace on LearningPace {
  perMonth
  low
  high
  basis
  count
  summary
}`) as unknown as TypedDocumentString<PipelineOfRoleQuery, PipelineOfRoleQueryVariables>;
export const CandidatesInProcessesDocument = new TypedDocumentString(`
    query CandidatesInProcesses($project: ID!, $asOf: DateTimeISO!) {
  project(id: $project) {
    candidates(first: 50, asOf: $asOf) {
      nodes {
        fit
        person {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CandidatesInProcessesQuery, CandidatesInProcessesQueryVariables>;
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
export const FormingGapsDocument = new TypedDocumentString(`
    query FormingGaps($id: ID!) {
  project(id: $id) {
    gaps {
      __typename
      ... on GapReport {
        allCoveredProbability
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormingGapsQuery, FormingGapsQueryVariables>;
export const ReadinessDocument = new TypedDocumentString(`
    query Readiness($id: ID!, $months: Int!) {
  project(id: $id) {
    readiness(months: $months) {
      asOf
      figures {
        __typename
        ... on ReadinessFigures {
          personCount
          probability
          expectedEmpty
        }
        ... on Withheld {
          reason
        }
      }
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<ReadinessQuery, ReadinessQueryVariables>;
export const ReasonsDocument = new TypedDocumentString(`
    query Reasons($person: ID!, $asOf: DateTimeISO!) {
  person(id: $person) {
    mastery(asOf: $asOf, first: 200) {
      nodes {
        skill {
          id
        }
        level
        explanation {
          prior
          level
          changes {
            kind
            at
            change
            expected
            score
            externalId {
              source
              value
            }
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReasonsQuery, ReasonsQueryVariables>;
export const InfluenceDocument = new TypedDocumentString(`
    query Influence($person: ID!, $asOf: DateTimeISO!, $kind: EvidenceKind!, $source: String!, $id: String!) {
  person(id: $person) {
    mastery(asOf: $asOf, first: 200) {
      nodes {
        skill {
          id
        }
        level
        influence(kind: $kind, source: $source, id: $id) {
          levelWithout
          influence
          summary
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InfluenceQuery, InfluenceQueryVariables>;
export const ExplainedDocument = new TypedDocumentString(`
    query Explained($person: ID!, $asOf: DateTimeISO!) {
  person(id: $person) {
    mastery(asOf: $asOf) {
      nodes {
        skill {
          id
        }
        level
        explanation {
          prior
          level
          summary
          changes {
            kind
            change
            externalId {
              value
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainedQuery, ExplainedQueryVariables>;
export const RememberedDocument = new TypedDocumentString(`
    query Remembered($person: ID!, $asOf: DateTimeISO!) {
  person(id: $person) {
    mastery(asOf: $asOf) {
      nodes {
        skill {
          id
        }
        explanation {
          summary
          changes {
            kind
            change
            expected
            seenBefore
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RememberedQuery, RememberedQueryVariables>;
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
export const RequiredByBandDocument = new TypedDocumentString(`
    query RequiredByBand($id: ID!) {
  bands {
    name
    from
    to
  }
  project(id: $id) {
    requirements {
      nodes {
        id
        level
        band
        importance
        headcount
      }
    }
    candidates {
      nodes {
        requirements {
          requirement {
            band
          }
          summary
        }
      }
    }
    gaps {
      ... on GapReport {
        gaps {
          summary
          requirement {
            band
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequiredByBandQuery, RequiredByBandQueryVariables>;
export const ApplyByBandDocument = new TypedDocumentString(`
    mutation ApplyByBand($templates: [RoleTemplateInput!]!, $items: [RoleTemplateApplicationInput!]!) {
  saveRoleTemplates(items: $templates) {
    errors {
      message
    }
  }
  applyRoleTemplates(items: $items) {
    done
  }
}
    `) as unknown as TypedDocumentString<ApplyByBandMutation, ApplyByBandMutationVariables>;
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
export const ChangesOfRequirementsDocument = new TypedDocumentString(`
    query ChangesOfRequirements($id: ID!) {
  project(id: $id) {
    requirementChanges(first: 100) {
      totalCount
      nodes {
        at
        role
        viewer {
          id
        }
        skill {
          id
        }
        level
        importanceBefore
        importanceAfter
        headcountBefore
        headcountAfter
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesOfRequirementsQuery, ChangesOfRequirementsQueryVariables>;
export const ChangesOfAllRequirementsDocument = new TypedDocumentString(`
    query ChangesOfAllRequirements($project: ID) {
  requirementChanges(first: 200, filterBy: {project: $project}) {
    totalCount
    nodes {
      projectId
      projectName
      project {
        id
      }
      viewer {
        id
      }
      level
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesOfAllRequirementsQuery, ChangesOfAllRequirementsQueryVariables>;
export const GapsOfRoleDocument = new TypedDocumentString(`
    query GapsOfRole($id: ID!, $team: ID, $headcount: Int, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
  roleTemplate(id: $id) {
    gaps(
      team: $team
      headcount: $headcount
      asOf: $asOf
      requirements: $requirements
    ) {
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
    personCount
    leftOut
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        importance
        skill {
          id
          name
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
}`) as unknown as TypedDocumentString<GapsOfRoleQuery, GapsOfRoleQueryVariables>;
export const SaveRoleTemplatesDocument = new TypedDocumentString(`
    mutation SaveRoleTemplates($items: [RoleTemplateInput!]!) {
  saveRoleTemplates(items: $items) {
    roleTemplates {
      id
      name
      description
      uri
      requirements {
        nodes {
          level
          importance
          headcount
          task {
            id
          }
          skill {
            name
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
    `) as unknown as TypedDocumentString<SaveRoleTemplatesMutation, SaveRoleTemplatesMutationVariables>;
export const ApplyRoleTemplatesDocument = new TypedDocumentString(`
    mutation ApplyRoleTemplates($items: [RoleTemplateApplicationInput!]!) {
  applyRoleTemplates(items: $items) {
    done
    errors {
      index
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApplyRoleTemplatesMutation, ApplyRoleTemplatesMutationVariables>;
export const RequiredByTemplatesDocument = new TypedDocumentString(`
    query RequiredByTemplates($id: ID!) {
  project(id: $id) {
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
    tasks {
      nodes {
        requirements {
          nodes {
            level
            importance
            headcount
            skill {
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequiredByTemplatesQuery, RequiredByTemplatesQueryVariables>;
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
export const RowsOfMasteriesDocument = new TypedDocumentString(`
    query RowsOfMasteries($id: ID!, $first: Int! = 200, $after: String) {
  skill(id: $id) {
    masteries(first: $first, after: $after) {
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
    `) as unknown as TypedDocumentString<RowsOfMasteriesQuery, RowsOfMasteriesQueryVariables>;
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
        ... on Module {
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
export const SkillBeforeAndAfterRunDocument = new TypedDocumentString(`
    query SkillBeforeAndAfterRun($id: ID!) {
  skill(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<SkillBeforeAndAfterRunQuery, SkillBeforeAndAfterRunQueryVariables>;
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
export const RecordStatementsDocument = new TypedDocumentString(`
    mutation RecordStatements($items: [StatementInput!]!) {
  recordStatements(items: $items) {
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
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<RecordStatementsMutation, RecordStatementsMutationVariables>;
export const FiguresOfTeamDocument = new TypedDocumentString(`
    query FiguresOfTeam($team: ID!, $after: String, $asOf: DateTimeISO) {
  team(id: $team) {
    projects(first: 24, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        name
        gaps(asOf: $asOf) {
          ... on GapReport {
            gaps {
              requirement {
                level
              }
              supply {
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
}
    `) as unknown as TypedDocumentString<FiguresOfTeamQuery, FiguresOfTeamQueryVariables>;
export const LevelsInSkillDocument = new TypedDocumentString(`
    query LevelsInSkill($skill: ID!, $asOf: DateTimeISO) {
  skill(id: $skill) {
    masteries(first: 200, asOf: $asOf) {
      nodes {
        person {
          id
        }
        interval {
          low
          high
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LevelsInSkillQuery, LevelsInSkillQueryVariables>;
export const TokensDocument = new TypedDocumentString(`
    query Tokens($active: Boolean, $first: Int! = 200) {
  tokens(first: $first, filterBy: {active: $active}) {
    totalCount
    nodes {
      id
      name
      role
      issuedAt
      expiresAt
      revokedAt
      renewedAt
      scopes
      person {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>;
export const RevokeTokensDocument = new TypedDocumentString(`
    mutation RevokeTokens($items: [TokenReferenceInput!]!) {
  revokeTokens(items: $items) {
    tokens {
      id
      revokedAt
    }
    errors {
      index
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeTokensMutation, RevokeTokensMutationVariables>;
export const WaysOutOfProjectDocument = new TypedDocumentString(`
    query WaysOutOfProject($id: ID!, $hoursPerWeek: Float, $asOf: DateTimeISO) {
  project(id: $id) {
    gaps(asOf: $asOf) {
      ... on GapReport {
        asOf
        gaps {
          demand
          supply {
            ... on GapSupply {
              expectedShortfall
            }
          }
          nearest {
            person {
              id
            }
          }
          waysOut(hoursPerWeek: $hoursPerWeek) {
            kind
            people {
              person {
                id
                name
              }
              probability
              probabilityAfter
              hours
              opens
            }
            modules {
              module {
                name
              }
              hours
              gain
            }
            headcount
            hours
            readyAt
            remainingShortfall
            summary
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WaysOutOfProjectQuery, WaysOutOfProjectQueryVariables>;
export const WhatIfGapsOfProjectDocument = new TypedDocumentString(`
    query WhatIfGapsOfProject($id: ID!, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
  project(id: $id) {
    gaps(asOf: $asOf, requirements: $requirements) {
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
    personCount
    leftOut
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        importance
        skill {
          id
          name
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
}`) as unknown as TypedDocumentString<WhatIfGapsOfProjectQuery, WhatIfGapsOfProjectQueryVariables>;
export const WhatIfGapsOfTeamDocument = new TypedDocumentString(`
    query WhatIfGapsOfTeam($id: ID!, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
  team(id: $id) {
    gaps(asOf: $asOf, requirements: $requirements) {
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
    personCount
    leftOut
    allCoveredProbability
    summary
    gaps {
      requirement {
        level
        importance
        skill {
          id
          name
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
}`) as unknown as TypedDocumentString<WhatIfGapsOfTeamQuery, WhatIfGapsOfTeamQueryVariables>;
export const WhatIfGapsOfEverybodyDocument = new TypedDocumentString(`
    query WhatIfGapsOfEverybody($requirements: [AssumedRequirement!]) {
  organisationGaps(requirements: $requirements) {
    gaps {
      demand
      project {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfGapsOfEverybodyQuery, WhatIfGapsOfEverybodyQueryVariables>;
export const WhatIfBorrowedDocument = new TypedDocumentString(`
    query WhatIfBorrowed($id: ID!, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
  project(id: $id) {
    gaps(asOf: $asOf, requirements: $requirements) {
      ... on GapReport {
        gaps {
          waysOut {
            kind
            people {
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
    `) as unknown as TypedDocumentString<WhatIfBorrowedQuery, WhatIfBorrowedQueryVariables>;
export const FormTeamWhatIfDocument = new TypedDocumentString(`
    query FormTeamWhatIf($project: ID!, $size: Int! = 20, $asOf: DateTimeISO, $constraints: TeamConstraints, $freeFor: FreeFor, $requirements: [AssumedRequirement!], $filterBy: PersonFilter) {
  formTeam(
    project: $project
    size: $size
    asOf: $asOf
    constraints: $constraints
    freeFor: $freeFor
    requirements: $requirements
    filterBy: $filterBy
  ) {
    withoutTime
    leftOut
    value
    summary
    coverage {
      seats
      requirement {
        level
      }
    }
    members {
      person {
        id
      }
      freeShare {
        from
        to
        least
        mean
      }
      requirements {
        status
      }
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<FormTeamWhatIfQuery, FormTeamWhatIfQueryVariables>;
export const WhatIfCandidatesDocument = new TypedDocumentString(`
    query WhatIfCandidates($id: ID!, $asOf: DateTimeISO, $first: Int! = 50, $after: String, $filterBy: PersonFilter, $includeAssigned: Boolean! = false, $requirements: [AssumedRequirement!], $replacing: ID, $people: [ID!]) {
  project(id: $id) {
    candidates(
      first: $first
      after: $after
      asOf: $asOf
      filterBy: $filterBy
      includeAssigned: $includeAssigned
      requirements: $requirements
      replacing: $replacing
      people: $people
    ) {
      totalCount
      leftOut
      nodes {
        person {
          id
        }
        fit
        knownShare
        teams {
          name
          leads {
            nodes {
              id
            }
          }
        }
        requirements {
          status
          probability
          requirement {
            id
            level
            importance
            headcount
            skill {
              id
            }
          }
        }
      }
      pageInfo {
        endCursor
        onlyVisible
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIfCandidatesQuery, WhatIfCandidatesQueryVariables>;