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
  /** A value is missing or outside its range; the message names the field. */
  | 'INVALID'
  /** Evidence already hangs on what the item would change. */
  | 'IN_USE'
  /** Something the item refers to does not exist. */
  | 'NOT_FOUND'
  /** The time given lies further ahead of the server clock than the allowed skew. */
  | 'TIME_AHEAD';

/** What moved a level. */
export type MasteryChangeKind =
  /** An answer to a question that assesses the skill. */
  | 'ANSWER'
  /** Time without evidence: certainty fades, and the level drifts with it toward one half. */
  | 'FADING';

/** Creates a person or changes the one with this source and id. A field left out stays, null clears. */
export type PersonInput = {
  /** When the person leaves. */
  activeUntil?: unknown;
  /** E-mail address, at most 320 characters. */
  email?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Full name, 1 to 200 characters; required for a new person. */
  name?: unknown;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
};

/** Creates a question or changes the one with this source and id. A field left out stays as in the current version; what differs from it publishes the next version. */
export type QuestionInput = {
  /** The right answer, at most 10,000 characters; null clears it. */
  answerKey?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
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

/** Creates a skill or changes the one with this source and id. A field left out stays, null clears. */
export type SkillInput = {
  /** Every skill directly above this one, at most 100: replaces the list. They may be saved by any item of the same batch, a later one too. */
  broader?: Array<ReferenceInput> | null | undefined;
  /** What the skill comprises, at most 10,000 characters. */
  description?: unknown;
  /** Required. The id within that system; source and id together name one item for ever. 1 to 200 characters. */
  id?: unknown;
  /** Name, 1 to 200 characters; required for a new skill. */
  name?: unknown;
  /** Required. The outside system that names the item, for example "hr"; 1 to 200 characters. */
  source?: unknown;
  /** Absolute URI of the definition in a public taxonomy, at most 2,000 characters. */
  uri?: unknown;
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

export type KitSavePeopleMutationVariables = Exact<{
  items: Array<PersonInput> | PersonInput;
}>;


export type KitSavePeopleMutation = { savePeople: { people: Array<{ id: string } | null>, errors: Array<{ index: number, message: string }> } };

export type KitSaveSkillsMutationVariables = Exact<{
  items: Array<SkillInput> | SkillInput;
}>;


export type KitSaveSkillsMutation = { saveSkills: { skills: Array<{ id: string } | null>, errors: Array<{ index: number, message: string }> } };

export type KitSaveQuestionsMutationVariables = Exact<{
  items: Array<QuestionInput> | QuestionInput;
}>;


export type KitSaveQuestionsMutation = { saveQuestions: { questions: Array<{ id: string } | null>, errors: Array<{ index: number, message: string }> } };

export type KitRecordAnswersMutationVariables = Exact<{
  items: Array<AnswerInput> | AnswerInput;
}>;


export type KitRecordAnswersMutation = { recordAnswers: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type KitWithdrawAnswersMutationVariables = Exact<{
  items: Array<WithdrawalInput> | WithdrawalInput;
}>;


export type KitWithdrawAnswersMutation = { withdrawAnswers: { recorded: number, duplicates: number, results: Array<{ index: number, status: EvidenceStatus }>, errors: Array<{ index: number, code: ItemErrorCode, message: string }> } };

export type KitLevelsOfPersonQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type KitLevelsOfPersonQuery = { person: { mastery: { nodes: Array<{ level: number, answers: number, lastEvidenceAt: string, skill: { id: string }, interval: { low: number, high: number } }> } } | null };

export type RecordingPublishVersionMutationVariables = Exact<{
  items: Array<QuestionInput> | QuestionInput;
}>;


export type RecordingPublishVersionMutation = { saveQuestions: { questions: Array<{ current: { number: number } } | null>, errors: Array<{ message: string }> } };

export type RecordingExplanationQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type RecordingExplanationQuery = { person: { mastery: { nodes: Array<{ level: number, explanation: { level: number, changes: Array<{ kind: MasteryChangeKind, at: string, score: number | null }> } }> } } | null };

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

export const KitSavePeopleDocument = new TypedDocumentString(`
    mutation KitSavePeople($items: [PersonInput!]!) {
  savePeople(items: $items) {
    people {
      id
    }
    errors {
      index
      message
    }
  }
}
    `) as unknown as TypedDocumentString<KitSavePeopleMutation, KitSavePeopleMutationVariables>;
export const KitSaveSkillsDocument = new TypedDocumentString(`
    mutation KitSaveSkills($items: [SkillInput!]!) {
  saveSkills(items: $items) {
    skills {
      id
    }
    errors {
      index
      message
    }
  }
}
    `) as unknown as TypedDocumentString<KitSaveSkillsMutation, KitSaveSkillsMutationVariables>;
export const KitSaveQuestionsDocument = new TypedDocumentString(`
    mutation KitSaveQuestions($items: [QuestionInput!]!) {
  saveQuestions(items: $items) {
    questions {
      id
    }
    errors {
      index
      message
    }
  }
}
    `) as unknown as TypedDocumentString<KitSaveQuestionsMutation, KitSaveQuestionsMutationVariables>;
export const KitRecordAnswersDocument = new TypedDocumentString(`
    mutation KitRecordAnswers($items: [AnswerInput!]!) {
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
    `) as unknown as TypedDocumentString<KitRecordAnswersMutation, KitRecordAnswersMutationVariables>;
export const KitWithdrawAnswersDocument = new TypedDocumentString(`
    mutation KitWithdrawAnswers($items: [WithdrawalInput!]!) {
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
    `) as unknown as TypedDocumentString<KitWithdrawAnswersMutation, KitWithdrawAnswersMutationVariables>;
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
export const RecordingPublishVersionDocument = new TypedDocumentString(`
    mutation RecordingPublishVersion($items: [QuestionInput!]!) {
  saveQuestions(items: $items) {
    questions {
      current {
        number
      }
    }
    errors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecordingPublishVersionMutation, RecordingPublishVersionMutationVariables>;
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