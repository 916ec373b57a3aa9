import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import { ReferenceInput } from '../nouns/reference.input';
import type { RequestContext } from '../request/context';
import { issueCaptureToken, minutesByDefault, mostMinutes } from './capture-token.service';
import { CaptureToken } from './capture-token.type';

@Resolver()
export class CaptureTokenResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @Mutation(() => CaptureToken, {
    nullable: true,
    description:
      'Issues a token by which a web page records what one person does in one module, and nothing else: HR and admin for everybody, others for themselves; else null with FORBIDDEN. BAD_INPUT names an argument that fits nothing, and a module without a revision. It is kept nowhere, and ends by itself, or when its person leaves, is merged into another or deleted.',
  })
  issueCaptureToken(
    @Arg('person', () => ReferenceInput, { description: 'The person who learns.' }) person: ReferenceInput,
    @Arg('module', () => ReferenceInput, { description: 'The module that the page is of.' })
    module: ReferenceInput,
    @Arg('revision', () => Int, {
      nullable: true,
      description: 'Number of the revision that the page shows; the current one where left out.',
    })
    revision: number | null,
    @Arg('minutes', () => Int, {
      defaultValue: minutesByDefault,
      description: `For how many minutes it is valid: 1 to ${String(mostMinutes)}.`,
    })
    minutes: number,
    @Ctx() context: RequestContext,
  ): Promise<CaptureToken> {
    return issueCaptureToken(context, { person, module, revision: revision ?? null, minutes });
  }
}
