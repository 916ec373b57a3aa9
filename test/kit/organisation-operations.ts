import { graphql } from '../generated/gql';

/** Who works where on what and learns what, in one request: what is left out is empty. */
export const SAVE_ORGANISATION = graphql(`
  mutation SaveOrganisation(
    $people: [PersonInput!]! = []
    $teams: [TeamInput!]! = []
    $memberships: [MembershipInput!]! = []
    $modules: [ModuleInput!]! = []
    $teaches: [TeachingInput!]! = []
    $enrolments: [EnrolmentInput!]! = []
    $projects: [ProjectInput!]! = []
    $tasks: [TaskInput!]! = []
    $requirements: [RequirementInput!]! = []
    $assignments: [AssignmentInput!]! = []
    $difficulties: [DifficultyInput!]! = []
  ) {
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
`);
