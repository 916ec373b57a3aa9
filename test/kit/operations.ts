import { graphql } from '../generated/gql';

/* Operations that more than one spec, or a spec and the kit, send; each selects what any of them looks at. */

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
          skills {
            nodes {
              id
            }
          }
        }
        versions {
          nodes {
            id
            number
            prompt
            options
            answerKey
            skills {
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
    saveTeaches(items: $items) {
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
    saveTeaches(items: $teaches) {
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

export const RECORD_ANSWERS = graphql(`
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
`);

export const RECORD_CLAIMS = graphql(`
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
`);

export const WITHDRAW_CLAIMS = graphql(`
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
`);

export const WITHDRAW_ANSWERS = graphql(`
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
        outsideIds {
          id
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
  mutation SplitSkill($items: [SkillSplitInput!]!) {
    splitSkill(items: $items) {
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
