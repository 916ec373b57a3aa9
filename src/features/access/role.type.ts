import { registerEnumType } from 'type-graphql';
import type { Role } from './viewer';

export enum RoleName {
  PERSON = 'PERSON',
  LEAD = 'LEAD',
  AUTHOR = 'AUTHOR',
  HR = 'HR',
  ADMIN = 'ADMIN',
}
registerEnumType(RoleName, {
  name: 'Role',
  description:
    'The role of a viewer in the organisation: it decides which fields they may select and which people they may see.',
  valuesConfig: {
    PERSON: { description: 'Learns and works in the organisation: sees themselves.' },
    LEAD: {
      description:
        'Leads teams: sees their members and those of the teams within these, and candidates for the projects that one of all these teams is responsible for.',
    },
    AUTHOR: { description: 'Writes content: sees questions and skills, and no individuals.' },
    HR: { description: 'Responsible for people: sees everybody.' },
    ADMIN: { description: 'Runs the installation: sees and changes everything.' },
  },
});

export const roleNames: Readonly<Record<Role, RoleName>> = {
  person: RoleName.PERSON,
  lead: RoleName.LEAD,
  author: RoleName.AUTHOR,
  hr: RoleName.HR,
  admin: RoleName.ADMIN,
};
