import { Arg, Ctx, Float, ID, Int, Query, Resolver } from 'type-graphql';
import type { Identity } from '../../graph/nouns/identity';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import { longestPage, pageLength, usualPage } from '../../shared/page';
import { wordsOf } from '../../shared/words';
import { individuals, VisibleTo } from '../access/policy';
import { teamIdentity } from '../people/team.store';
import { projectIdentity } from '../projects/project.store';
import type { RequestContext } from '../request/context';
import { fadingSoon, furthest } from './fading.service';
import { FadingReport } from './fading.type';

@Resolver()
export class FadingResolver {
  @VisibleTo(individuals)
  @Costs(2_000)
  @Query(() => FadingReport, {
    description:
      'Which requirements of open projects people assigned to them meet today and soon will no longer meet, or no longer surely, if nothing new becomes known: without evidence a level is less and less certain. Of people whom the viewer may see: of a person themselves, of a lead the members of their teams, of everybody for hr and admin. All of them are looked at, whether a requirement of theirs lapses or not. BAD_INPUT where there is no such project or team, or within, sureFrom or first is out of range.',
  })
  async fadingSoon(
    @Arg('within', () => Int, {
      defaultValue: 365,
      description: `How far ahead to look, days, from 1 to ${String(furthest)}.`,
    })
    within: number,
    @Arg('sureFrom', () => Float, {
      defaultValue: 0.8,
      description:
        'The probability, above 0 and below 1, from which it is sure that a requirement is met: it lapses as soon as it no longer is. Where SKILLWAKE_MEETS_FROM is higher that holds.',
    })
    sureFrom: number,
    @Arg('project', () => ID, {
      nullable: true,
      description: 'Global id of a project: only what it requires.',
    })
    project: string | null,
    @Arg('team', () => ID, {
      nullable: true,
      description:
        'Global id of a team: only of those who are members now of it or of a team within it, at any depth.',
    })
    team: string | null,
    @Arg('first', () => Int, {
      defaultValue: usualPage,
      description: `How many to list, up to ${String(longestPage)}.`,
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<FadingReport> {
    if (within < 1 || within > furthest)
      throw new BadInputError(`within: must be a whole number from 1 to ${String(furthest)}.`);
    if (!(sureFrom > 0 && sureFrom < 1)) throw new BadInputError('sureFrom: must be above 0 and below 1.');
    return fadingSoon(context, {
      ...{ within, sureFrom, first: pageLength(first) },
      project: await keyOf(context, projectIdentity, project),
      team: await keyOf(context, teamIdentity, team),
    });
  }
}

/** The internal id behind a global one; null where none was given. Throws BadInputError where nothing has it. */
async function keyOf(
  { database }: RequestContext,
  identity: Identity,
  id: string | null | undefined,
): Promise<string | null> {
  if (id == null) return null;
  const key = keyOfGlobalId(identity.label, id);
  const found = key === undefined ? undefined : (await identity.resolve(database, [key])).get(key);
  if (found === undefined) {
    const what = wordsOf(identity.label);
    throw new BadInputError(`${what}: there is no such ${what}; \`search\` finds it by name.`);
  }
  return found;
}
