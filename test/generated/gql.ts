/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation KitSavePeople($items: [PersonInput!]!) {\n    savePeople(items: $items) {\n      people {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n": typeof types.KitSavePeopleDocument,
    "\n  mutation KitSaveSkills($items: [SkillInput!]!) {\n    saveSkills(items: $items) {\n      skills {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n": typeof types.KitSaveSkillsDocument,
    "\n  mutation KitSaveQuestions($items: [QuestionInput!]!) {\n    saveQuestions(items: $items) {\n      questions {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n": typeof types.KitSaveQuestionsDocument,
    "\n  mutation KitRecordAnswers($items: [AnswerInput!]!) {\n    recordAnswers(items: $items) {\n      recorded\n      duplicates\n      results {\n        index\n        status\n      }\n      errors {\n        index\n        code\n        message\n      }\n    }\n  }\n": typeof types.KitRecordAnswersDocument,
    "\n  mutation KitWithdrawAnswers($items: [WithdrawalInput!]!) {\n    withdrawAnswers(items: $items) {\n      recorded\n      duplicates\n      results {\n        index\n        status\n      }\n      errors {\n        index\n        code\n        message\n      }\n    }\n  }\n": typeof types.KitWithdrawAnswersDocument,
    "\n  query KitLevelsOfPerson($id: ID!, $asOf: DateTimeISO) {\n    person(id: $id) {\n      mastery(first: 200, asOf: $asOf) {\n        nodes {\n          skill {\n            id\n          }\n          level\n          interval {\n            low\n            high\n          }\n          answers\n          lastEvidenceAt\n        }\n      }\n    }\n  }\n": typeof types.KitLevelsOfPersonDocument,
    "\n  mutation RecordingPublishVersion($items: [QuestionInput!]!) {\n    saveQuestions(items: $items) {\n      questions {\n        current {\n          number\n        }\n      }\n      errors {\n        message\n      }\n    }\n  }\n": typeof types.RecordingPublishVersionDocument,
    "\n  query RecordingExplanation($id: ID!, $asOf: DateTimeISO) {\n    person(id: $id) {\n      mastery(asOf: $asOf) {\n        nodes {\n          level\n          explanation {\n            level\n            changes {\n              kind\n              at\n              score\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.RecordingExplanationDocument,
};
const documents: Documents = {
    "\n  mutation KitSavePeople($items: [PersonInput!]!) {\n    savePeople(items: $items) {\n      people {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n": types.KitSavePeopleDocument,
    "\n  mutation KitSaveSkills($items: [SkillInput!]!) {\n    saveSkills(items: $items) {\n      skills {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n": types.KitSaveSkillsDocument,
    "\n  mutation KitSaveQuestions($items: [QuestionInput!]!) {\n    saveQuestions(items: $items) {\n      questions {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n": types.KitSaveQuestionsDocument,
    "\n  mutation KitRecordAnswers($items: [AnswerInput!]!) {\n    recordAnswers(items: $items) {\n      recorded\n      duplicates\n      results {\n        index\n        status\n      }\n      errors {\n        index\n        code\n        message\n      }\n    }\n  }\n": types.KitRecordAnswersDocument,
    "\n  mutation KitWithdrawAnswers($items: [WithdrawalInput!]!) {\n    withdrawAnswers(items: $items) {\n      recorded\n      duplicates\n      results {\n        index\n        status\n      }\n      errors {\n        index\n        code\n        message\n      }\n    }\n  }\n": types.KitWithdrawAnswersDocument,
    "\n  query KitLevelsOfPerson($id: ID!, $asOf: DateTimeISO) {\n    person(id: $id) {\n      mastery(first: 200, asOf: $asOf) {\n        nodes {\n          skill {\n            id\n          }\n          level\n          interval {\n            low\n            high\n          }\n          answers\n          lastEvidenceAt\n        }\n      }\n    }\n  }\n": types.KitLevelsOfPersonDocument,
    "\n  mutation RecordingPublishVersion($items: [QuestionInput!]!) {\n    saveQuestions(items: $items) {\n      questions {\n        current {\n          number\n        }\n      }\n      errors {\n        message\n      }\n    }\n  }\n": types.RecordingPublishVersionDocument,
    "\n  query RecordingExplanation($id: ID!, $asOf: DateTimeISO) {\n    person(id: $id) {\n      mastery(asOf: $asOf) {\n        nodes {\n          level\n          explanation {\n            level\n            changes {\n              kind\n              at\n              score\n            }\n          }\n        }\n      }\n    }\n  }\n": types.RecordingExplanationDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KitSavePeople($items: [PersonInput!]!) {\n    savePeople(items: $items) {\n      people {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').KitSavePeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KitSaveSkills($items: [SkillInput!]!) {\n    saveSkills(items: $items) {\n      skills {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').KitSaveSkillsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KitSaveQuestions($items: [QuestionInput!]!) {\n    saveQuestions(items: $items) {\n      questions {\n        id\n      }\n      errors {\n        index\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').KitSaveQuestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KitRecordAnswers($items: [AnswerInput!]!) {\n    recordAnswers(items: $items) {\n      recorded\n      duplicates\n      results {\n        index\n        status\n      }\n      errors {\n        index\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').KitRecordAnswersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KitWithdrawAnswers($items: [WithdrawalInput!]!) {\n    withdrawAnswers(items: $items) {\n      recorded\n      duplicates\n      results {\n        index\n        status\n      }\n      errors {\n        index\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').KitWithdrawAnswersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KitLevelsOfPerson($id: ID!, $asOf: DateTimeISO) {\n    person(id: $id) {\n      mastery(first: 200, asOf: $asOf) {\n        nodes {\n          skill {\n            id\n          }\n          level\n          interval {\n            low\n            high\n          }\n          answers\n          lastEvidenceAt\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').KitLevelsOfPersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordingPublishVersion($items: [QuestionInput!]!) {\n    saveQuestions(items: $items) {\n      questions {\n        current {\n          number\n        }\n      }\n      errors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RecordingPublishVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordingExplanation($id: ID!, $asOf: DateTimeISO) {\n    person(id: $id) {\n      mastery(asOf: $asOf) {\n        nodes {\n          level\n          explanation {\n            level\n            changes {\n              kind\n              at\n              score\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RecordingExplanationDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
