import { Best } from '../../shared/best';
import { byName } from '../../shared/name-order';
import { mapInSlices } from '../../shared/slices';
import { sees, type Visible } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import type { Named } from '../request/states';

/** How many people are named as unknown. */
const mostNamed = 3;

export const namingDescription = `The same in one plain sentence, the members who are unknown by name: up to ${String(mostNamed)} of those whom the viewer may see, who are looked at by this, and how many more there are. Nobody is named where the group is everybody active.`;

/** What is said of a group in one sentence, which names those of whom nothing is known. */
export interface SentenceOfGroup {
  /** Internal ids of the members who are unknown, of those whom the viewer sees; null where nobody is named. */
  readonly unknown: (() => readonly string[]) | null;
  /** @param names of the first of them; `count` is how many there are */
  readonly inWords: (names: readonly string[], count: number) => string;
}

/** Internal ids of those of these people whom the viewer sees, and who are not known. */
export function unknownAmong(
  members: readonly string[],
  visible: Visible,
  known: Iterable<string>,
): readonly string[] {
  const isKnown = new Set(known);
  return members.filter((person) => !isKnown.has(person) && sees(visible, person));
}

/** A sentence, at once where it names nobody: of the organisation there are as many as it has requirements. */
export function saidOfGroup(context: RequestContext, sentence: SentenceOfGroup): string | Promise<string> {
  return sentence.unknown ? load(context, sentencesNaming, sentence, null) : sentence.inWords([], 0);
}

/** These sentences, made turn by turn; whoever is named in one is looked at by that. */
const sentencesNaming: BatchRead<SentenceOfGroup, string, null> = async (context, sentences) => {
  const states = await context.states();
  const sentence = ({ unknown, inWords }: SentenceOfGroup): string => {
    const people = unknown?.() ?? [];
    const named = new Best<Named>(mostNamed, byName);
    for (const person of people) {
      const place = states.placeOf(person);
      if (place !== undefined) named.add(states.personAt(place));
    }
    for (const { key } of named.items) context.looks.add('gaps', key);
    return inWords(
      named.items.map(({ name }) => name),
      people.length,
    );
  };
  return mapInSlices(sentences, sentence, context.gone);
};
