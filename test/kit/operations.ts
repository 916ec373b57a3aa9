import { graphql } from '../generated/gql';

export const SAVE_PEOPLE = graphql(`
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
`);

export const SAVE_TEAMS = graphql(`
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
`);

export const SAVE_MEMBERSHIPS = graphql(`
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
`);

export const SAVE_AVAILABILITY = graphql(`
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
`);

export const SAVE_SKILLS = graphql(`
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
`);

export const SAVE_BROADER_SKILLS = graphql(`
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
`);

export const SAVE_QUESTIONS = graphql(`
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
`);

export const SAVE_ASSESSED_SKILLS = graphql(`
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
`);

export const SAVE_MODULES = graphql(`
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
`);

export const SAVE_TEACHES = graphql(`
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
`);

export const SAVE_ENROLMENTS = graphql(`
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
`);

export const SAVE_PROJECTS = graphql(`
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
`);

export const SAVE_ASSIGNMENTS = graphql(`
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
`);

export const SAVE_REQUIREMENTS = graphql(`
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
`);
