import { ArgsType, Field, ID } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import { teamByKey } from '../people/people.loader';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';

@ArgsType()
export class CutByTeam {
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of a team: only people who belonged to it, or to a team within it, when their first answer was recorded; for who does not see everybody, without people of teams too small to be shown by themselves. BAD_INPUT where there is no such team.',
  })
  team?: string | null;
}

@ArgsType()
export class CutByTeamAndSection extends CutByTeam {
  @Field(() => String, {
    nullable: true,
    description: 'Only questions in sections with exactly this title; left out: all questions.',
  })
  section?: string | null;
}

/** Whose answers a figure is made of. */
export interface Whose {
  /** Whether the viewer may see the individuals. */
  readonly exempt: boolean;
  /** Internal id of a team; null for everybody. */
  readonly team: string | null;
}

export async function whoseOf(context: RequestContext, { team }: CutByTeam): Promise<Whose> {
  const { everyone } = await context.visible();
  return { exempt: everyone, team: await keyOfTeam(context, team ?? null) };
}

/** Which answers a figure is made of. */
export interface Cut extends Whose {
  /** Title; null for every section. */
  readonly section: string | null;
}

export async function cutOf(context: RequestContext, given: CutByTeamAndSection): Promise<Cut> {
  return { ...(await whoseOf(context, given)), section: given.section ?? null };
}

async function keyOfTeam(context: RequestContext, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const key = keyOfGlobalId('Team', id);
  const team = key === undefined ? null : await load(context, teamByKey, key, null);
  if (team) return team.key;
  throw new BadInputError(`team: no team has the global id ${JSON.stringify(id)}: take it from teams.`);
}
