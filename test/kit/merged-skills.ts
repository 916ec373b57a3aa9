import { statement } from '../../src/graph/driver/statement';
import { graphql } from '../generated/gql';
import { type TestGraph } from './graph';

export const AFTER = graphql(`
  query AfterMergingSkills($id: ID!, $project: ID!, $module: ID!) {
    skill(id: $id) {
      id
    }
    node(id: $id) {
      id
    }
    questions(filterBy: { skill: $id }) {
      totalCount
    }
    projects(filterBy: { requiring: $id }) {
      nodes {
        id
      }
    }
    modules(filterBy: { teaches: $id }) {
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
`);
export const CLAIMS_AND_REASONS = graphql(`
  query ClaimsAfterMergingSkills($id: ID!, $skill: ID!) {
    person(id: $id) {
      claims(filterBy: { skills: [$skill] }) {
        nodes {
          skill {
            id
          }
        }
      }
      mastery(filterBy: { skills: [$skill] }) {
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
`);

export const DELETE_SKILLS = graphql(`
  mutation DeleteMergedSkills($items: [ReferenceInput!]!) {
    deleteSkills(items: $items) {
      errors {
        message
      }
    }
  }
`);
export const REQUIRED = graphql(`
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
`);

export const reference = (graph: TestGraph, skill: number) => graph.skills[skill]!.reference;
export const pair = (graph: TestGraph, keep: number, merge: number) => ({
  keep: reference(graph, keep),
  merge: reference(graph, merge),
});
export const HANG_ON = statement(
  'spec.hangOnSkill',
  'MATCH (skill:Skill {id: $key}) CREATE (skill)-[:UNHEARD_OF]->(skill)',
);
export const TAKE_OFF = statement(
  'spec.takeOffSkill',
  'MATCH (:Skill {id: $key})-[unheard:UNHEARD_OF]->() DELETE unheard',
);
