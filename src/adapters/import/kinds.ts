import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** What a line can be: an item of one of the API's mutations. */
export interface Kind {
  /** As files and the flag name it. */
  readonly name: string;
  readonly mutation: string;
  /** The item that a line holds; its fields are the columns. */
  readonly input: GraphQLInputObjectType;
  /** Whether the mutation saves nouns, and answers with them under the kind's own name. */
  readonly isNoun: boolean;
  /** Whether an item is evidence on a person: one person's items keep their order, those of others go beside them. */
  readonly isEvidence: boolean;
  /** The field that takes a whole line as it stands, where the kind has such a one. */
  readonly whole: string | undefined;
}

/** Every mutation that takes lines, by kind, each after those that its items refer to, or that say in which revision they were. */
const mutations: Readonly<Record<string, string>> = {
  skills: 'saveSkills',
  broaderSkills: 'saveBroaderSkills',
  people: 'savePeople',
  teams: 'saveTeams',
  memberships: 'saveMemberships',
  availability: 'saveAvailability',
  questions: 'saveQuestions',
  assessedSkills: 'saveAssessedSkills',
  modules: 'saveModules',
  teaches: 'saveTeachings',
  enrolments: 'saveEnrolments',
  projects: 'saveProjects',
  tasks: 'saveTasks',
  roleTemplates: 'saveRoleTemplates',
  requirements: 'saveRequirements',
  assignments: 'saveAssignments',
  openings: 'saveOpenings',
  difficulties: 'saveDifficulties',
  activityMappings: 'saveActivityMappings',
  decisions: 'decideQuestions',
  visits: 'recordVisits',
  visitWithdrawals: 'withdrawVisits',
  answers: 'recordAnswers',
  withdrawals: 'withdrawAnswers',
  claims: 'recordClaims',
  claimWithdrawals: 'withdrawClaims',
  pageViews: 'recordPageViews',
  pageViewWithdrawals: 'withdrawPageViews',
  videoViews: 'recordVideoViews',
  videoViewWithdrawals: 'withdrawVideoViews',
  help: 'recordHelp',
  helpWithdrawals: 'withdrawHelp',
  feedback: 'recordFeedback',
  feedbackWithdrawals: 'withdrawFeedback',
  statements: 'recordStatements',
};

/** The kinds, as the API's schema has them, in the order in which they are sent. */
export function kindsOf(schema: GraphQLSchema): Kind[] {
  const fields = schema.getMutationType()?.getFields() ?? {};
  return Object.entries(mutations).map(([name, mutation]) => {
    const field = fields[mutation];
    const input = field?.args[0] && getNamedType(field.args[0].type);
    if (!field || !input || !isInputObjectType(input))
      throw new Error(`The API has no mutation ${mutation}.`);
    const saved = fieldsOf(getNamedType(field.type))[name];
    const isNoun = saved !== undefined && 'externalIds' in fieldsOf(getNamedType(saved.type));
    const whole = Object.values(input.getFields()).find(
      ({ type }) => getNamedType(type).name === 'LenientJson',
    );
    return { name, mutation, input, isNoun, isEvidence: !mutation.startsWith('save'), whole: whole?.name };
  });
}

function fieldsOf(type: GraphQLNamedType): Readonly<Record<string, { readonly type: GraphQLOutputType }>> {
  return isObjectType(type) ? type.getFields() : {};
}
