import type { RecordEvidencePayload } from '../../evidence/answer.type';
import { recordFurtherVideoViews, recordPageViews } from '../../capture/view.service';
import type { VideoViewInput } from '../../capture/video-view.input';
import { recordVisits } from '../../capture/visit.service';
import { recordAnswers } from '../../recording/recording.service';
import { ItemErrorCode, largestBatch } from '../../../shared/items';
import type { Reason } from '../profiles/reasons';
import type { MappingContext } from './mapping-context';
import type { KnownPassage } from './passage.store';
import { PassageUnderWay } from './passages';
import type { Placed } from './placing';
import { answerInput, pageViewInput, videoViewInput, visitInput } from './recording';
import { sourceOf } from './source';

/** An item of evidence, and the keys of the statements that it comes from. */
interface Item<Input> {
  readonly of: readonly string[];
  readonly input: Input;
}

type Inputs<Record extends (context: MappingContext, items: never) => unknown> =
  Parameters<Record>[1][number];

/** What a batch of statements of one platform is evidence of. Statements are added in the order in which they happened. */
export class Evidence {
  private readonly source: string;
  private readonly passages = new Map<string, { readonly passage: PassageUnderWay; readonly of: string[] }>();
  private readonly answers: Item<Inputs<typeof recordAnswers>>[] = [];
  private readonly pageViews: Item<Inputs<typeof recordPageViews>>[] = [];
  private readonly videoViews: Item<VideoViewInput>[] = [];
  /** By key: the id of the visit of which a statement tells. */
  private readonly visits = new Map<string, string | null>();

  constructor(
    platform: string,
    private readonly known: ReadonlyMap<string, readonly KnownPassage[]>,
  ) {
    this.source = sourceOf(platform);
  }

  /** What a statement says, by its key and its id. */
  add(key: string, id: string, placed: Placed): void {
    const named = { source: this.source, id };
    this.visits.set(key, null);
    for (const visit of placed.visits) this.passageOf(key, visit.base).say(visit);
    for (const answer of placed.answers) this.answers.push({ of: [key], input: answerInput(named, answer) });
    for (const view of placed.pageViews) {
      const visit = this.passageOf(key, view.base).id;
      this.pageViews.push({ of: [key], input: pageViewInput(named, visit, view) });
    }
    for (const view of placed.videoViews) {
      const passage = this.passageOf(key, view.base);
      const input = videoViewInput(named, passage.id, view, passage.play(view.view.played));
      if (input) this.videoViews.push({ of: [key], input });
    }
  }

  private passageOf(key: string, base: string): PassageUnderWay {
    const { passage, of } = this.passages.get(base) ?? {
      passage: new PassageUnderWay(base, this.known.get(base) ?? []),
      of: [],
    };
    this.passages.set(base, { passage, of });
    this.visits.set(key, passage.id);
    of.push(key);
    return passage;
  }

  /**
   * Records all of it; gives what came of each statement, by key. Throws ToldMeanwhileError where another server told more of
   * a passage since it was looked up: what is recorded by then is so for good, and the rest is to be read anew.
   */
  async record(context: MappingContext): Promise<Map<string, { readonly visit: string | null } | Reason>> {
    const visits = [...this.passages.values()].flatMap(({ passage, of }) => {
      const { visit } = passage;
      return visit === undefined ? [] : [{ of, input: visitInput(this.source, visit) }];
    });
    const refused = new Map<string, Reason[]>();
    const told = new Map<string, number>();
    for (const of of [...visits, ...this.answers, ...this.pageViews, ...this.videoViews].flatMap(
      (item) => item.of,
    ))
      told.set(of, (told.get(of) ?? 0) + 1);
    const note = (of: readonly string[], reason: Reason): void => {
      for (const key of of) refused.set(key, [...(refused.get(key) ?? []), reason]);
    };
    await inBatches(visits, (items) => recordVisits(context, items), note);
    await inBatches(this.pageViews, (items) => recordPageViews(context, items), note);
    const views = new Map([...this.passages.values()].map(({ passage }) => [passage.id, passage.views]));
    await inBatches(this.videoViews, (items) => recordFurtherVideoViews(context, items, views), note);
    await inBatches(this.answers, (items) => recordAnswers(context, items), note);
    return new Map(
      [...this.visits].map(([key, visit]) => {
        const [reason, ...more] = refused.get(key) ?? [];
        const isNothing = reason !== undefined && more.length + 1 === told.get(key);
        return [key, isNothing ? reason : { visit }];
      }),
    );
  }
}

async function inBatches<Input>(
  items: readonly Item<Input>[],
  record: (inputs: readonly Input[]) => Promise<RecordEvidencePayload>,
  note: (of: readonly string[], reason: Reason) => void,
): Promise<void> {
  for (let first = 0; first < items.length; first += largestBatch) {
    const some = items.slice(first, first + largestBatch);
    const { errors } = await record(some.map(({ input }) => input));
    for (const { index, code } of errors) {
      const reason = reasonOf(code);
      if (reason !== undefined) note(some[index]?.of ?? [], reason);
    }
  }
}

/** Why an item was refused; nothing where what is there under its id stands, which said it before. */
function reasonOf(code: ItemErrorCode): Reason | undefined {
  if (code === ItemErrorCode.CONFLICT) return undefined;
  if (code === ItemErrorCode.NOT_FOUND) return 'NOT_THERE';
  return code === ItemErrorCode.TIME_AHEAD ? 'TIME_AHEAD' : 'REFUSED';
}
