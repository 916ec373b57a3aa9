import { graphql } from '../generated/gql';

export const MERGE_PEOPLE = graphql(`
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
`);

export const RUN_TOLD = graphql(`
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
`);

export const MERGE_SKILLS = graphql(`
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
`);

export const SPLIT_SKILL = graphql(`
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
`);
