import { graphql } from '../generated/gql';

export const PERSON = graphql(`
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
`);
export const TEAM = graphql(`
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
`);
export const ASSIGNED = graphql(`
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
`);
export const ASSIGNED_OF = graphql(`
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
`);
export const LISTED_BY = graphql(`
  query MergedListedBy($id: ID!, $team: ID!, $project: ID!, $module: ID!) {
    teams(filterBy: { ledBy: $id }) {
      nodes {
        id
      }
    }
    modules(filterBy: { author: $id }) {
      nodes {
        id
      }
    }
    projects(filterBy: { assigned: $id }) {
      nodes {
        id
      }
    }
    team(id: $team) {
      members(filterBy: { person: $id }) {
        nodes {
          person {
            id
          }
        }
      }
    }
    project(id: $project) {
      assignments(filterBy: { person: $id }) {
        nodes {
          person {
            id
          }
        }
      }
    }
    module(id: $module) {
      enrolments(filterBy: { person: $id }) {
        nodes {
          person {
            id
          }
        }
      }
    }
  }
`);
export const VISIBLE = graphql(`
  query MergedVisible {
    people(first: 200) {
      nodes {
        id
      }
    }
  }
`);
export const CANDIDATES = graphql(`
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
`);
