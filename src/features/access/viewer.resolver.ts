import { Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { globalId } from '../../shared/ids';
import type { RequestContext } from './context';
import type { Role } from './viewer';

enum RoleName {
  PERSON = 'PERSON',
  LEAD = 'LEAD',
  AUTHOR = 'AUTHOR',
  HR = 'HR',
  ADMIN = 'ADMIN',
}
registerEnumType(RoleName, {
  name: 'Role',
  description:
    'What a viewer is to the organisation: it decides which fields are open and whose rows are seen.',
  valuesConfig: {
    PERSON: { description: 'Somebody who learns and works here: sees themselves.' },
    LEAD: {
      description:
        'Leads teams: sees their members, and candidates for the projects these teams are responsible for.',
    },
    AUTHOR: { description: 'Writes content: sees skills, questions and modules, and no individuals.' },
    HR: { description: 'Answers for people: sees everybody.' },
    ADMIN: { description: 'Runs the installation: sees and changes everything.' },
  },
});

const roleNames: Readonly<Record<Role, RoleName>> = {
  person: RoleName.PERSON,
  lead: RoleName.LEAD,
  author: RoleName.AUTHOR,
  hr: RoleName.HR,
  admin: RoleName.ADMIN,
};

@ObjectType('Viewer', { description: 'Who asks, as the token proves it.', simpleResolvers: true })
class ViewerType {
  @Field(() => RoleName, { description: 'The role.' })
  role!: RoleName;
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the person behind the token; null for a program.',
  })
  personId!: string | null;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who asks, as the token proves it.' })
  viewer(@Ctx() { viewer: { role, personKey } }: RequestContext): ViewerType {
    return {
      role: roleNames[role],
      personId: personKey === undefined ? null : globalId('Person', personKey),
    };
  }
}
