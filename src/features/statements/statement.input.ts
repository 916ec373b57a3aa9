import { Field, InputType } from 'type-graphql';
import { LenientJson, LenientString } from '../../shared/scalars';

@InputType({
  description:
    'A statement of a learning platform, as the Experience API (xAPI 1.0.3) has it. Platform and id name it for ever: sent again with the same content it changes nothing.',
})
export class StatementInput {
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. The platform whose statement it is, by the name that `npm run platform -- add` gave it, or any other name; 1 to 200 characters. A platform reads over xAPI what is recorded under its name.',
  })
  source?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'The id of the statement, a UUID, where the statement does not state one. Where neither is given an id is made of the content, so that the same statement sent again is known again.',
  })
  id?: unknown;
  @Field(() => LenientJson, {
    nullable: true,
    description:
      'Required. The statement, as a JSON object or as its text. Attachments must have a fileUrl: their content can only be sent over xAPI.',
  })
  statement?: unknown;
}
