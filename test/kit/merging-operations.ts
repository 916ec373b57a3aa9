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

export const MERGE_SKILLS = graphql(`
  mutation MergeSkills($items: [SkillMergeInput!]!) {
    mergeSkills(items: $items) {
      calibration
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
  mutation SplitSkills($items: [SkillSplitInput!]!) {
    splitSkills(items: $items) {
      calibration
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
