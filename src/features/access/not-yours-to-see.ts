import { ForbiddenError } from '../../shared/errors';

/** The refusal of what is held about a person whom the viewer may not see; `what` begins its sentence. */
export function notYoursToSee(what: string): ForbiddenError {
  return new ForbiddenError(
    `${what} is not yours to see: people show it themselves, or a lead of their team does.`,
  );
}

/** The refusal of what a person alone sees, whatever the role of others; `what` begins its sentence. */
export function theirsAlone(what: string): ForbiddenError {
  return new ForbiddenError(`${what}: only the person may see that, and nobody else in any role.`);
}

/** The refusal of what is for a person and who leads them; `what` begins its sentence. */
export function theirsAndTheirLeads(what: string): ForbiddenError {
  return new ForbiddenError(
    `${what}: only the person and who leads them now may see that, and nobody else in any role.`,
  );
}
