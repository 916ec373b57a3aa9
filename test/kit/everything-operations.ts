import { graphql } from '../generated/gql';

/** What SAVE_ORGANISATION does not hold, or not with ids; what is left out is empty. */
export const SAVE_CATALOGUE = graphql(`
  mutation SaveCatalogue(
    $people: [PersonInput!]! = []
    $availability: [AvailabilityInput!]! = []
    $skills: [SkillInput!]! = []
    $questions: [QuestionInput!]! = []
    $modules: [ModuleInput!]! = []
    $roleTemplates: [RoleTemplateInput!]! = []
    $tasks: [TaskInput!]! = []
    $requirements: [RequirementInput!]! = []
  ) {
    savePeople(items: $people) {
      people {
        id
      }
      errors {
        message
      }
    }
    saveAvailability(items: $availability) {
      errors {
        message
      }
    }
    saveSkills(items: $skills) {
      skills {
        id
      }
      errors {
        message
      }
    }
    saveQuestions(items: $questions) {
      questions {
        id
      }
      errors {
        message
      }
    }
    saveModules(items: $modules) {
      modules {
        id
      }
      errors {
        message
      }
    }
    saveRoleTemplates(items: $roleTemplates) {
      roleTemplates {
        id
      }
      errors {
        message
      }
    }
    saveTasks(items: $tasks) {
      tasks {
        id
      }
      errors {
        message
      }
    }
    saveRequirements(items: $requirements) {
      errors {
        message
      }
    }
  }
`);
/** The current revision of each module, with the first of its pages and the first version that this asks. */
export const PARTS = graphql(`
  query PartsOfModules($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Module {
        current {
          id
          pages(first: 1) {
            nodes {
              id
              questions(first: 1) {
                nodes {
                  version {
                    id
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

export interface PartsOfModule {
  readonly id: string;
  readonly pages: {
    readonly nodes: readonly {
      readonly id: string;
      readonly questions: { readonly nodes: readonly { readonly version: { readonly id: string } }[] };
    }[];
  };
}
