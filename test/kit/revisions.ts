import { graphql } from '../generated/gql';

export const REVISIONS = graphql(`
  query ModuleRevisions(
    $id: ID!
    $filterBy: RevisionFilter
    $pagesBy: PageFilter
    $askedBy: AskedQuestionFilter
  ) {
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
`);
export const ASKED_IN = graphql(`
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
`);
export const NODES = graphql(`
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
`);
export const DELETE_QUESTIONS = graphql(`
  mutation DeleteAskedQuestions($items: [ReferenceInput!]!) {
    deleteQuestions(items: $items) {
      results {
        status
      }
    }
  }
`);
