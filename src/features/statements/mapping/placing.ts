import { hash } from 'node:crypto';
import type { Actor, StoredStatement } from '../statement';
import type { Reason } from '../profiles/reasons';
import type { AnswerTold, PageViewTold, Told, VideoViewTold, VisitTold } from '../profiles/told';
import { namesOfActor, type ActorNames } from './actors';
import { activityKey, ContentKind, typesOf, type Content } from './content';

/** A statement that says something, with the platform that sent it. */
export interface Reading {
  readonly platform: string;
  readonly statement: StoredStatement;
  readonly told: Told;
}

/** What is known of whom and what statements are about. */
export interface Known {
  /** Internal ids by actor; null where several people are meant. */
  readonly people: ReadonlyMap<string, string | null>;
  /** By activityKey. */
  readonly content: ReadonlyMap<string, Content>;
}

/** A passage through a module, by whom: what of it is said together has one base. */
interface Passage {
  /** What its visit is called, but for which of several it is where an earlier one was withdrawn. */
  readonly base: string;
  readonly person: string;
  readonly module: string;
  readonly revision: number | null;
}

export type PlacedVisit = Passage & Pick<VisitTold, 'startedAt' | 'completedAt' | 'endedAt' | 'seenAt'>;
export type PlacedPageView = Passage & { readonly page: number; readonly view: PageViewTold };
export type PlacedVideoView = Passage & { readonly page: number; readonly view: VideoViewTold };
export interface PlacedAnswer {
  readonly person: string;
  readonly question: string;
  readonly version: number | null;
  readonly answer: AnswerTold;
}

/** What a statement comes to, of people and content that are here. */
export interface Placed {
  readonly answers: readonly PlacedAnswer[];
  readonly visits: readonly PlacedVisit[];
  readonly pageViews: readonly PlacedPageView[];
  readonly videoViews: readonly PlacedVideoView[];
}

/** Everybody of whom a statement may be evidence. */
export function actorsOf({ platform, statement, told }: Reading): ActorNames[] {
  const actors = [statement.actor, ...told.answers.flatMap(({ actor }) => actor ?? [])];
  return actors.flatMap((actor) => namesOfActor(actor, platform) ?? []);
}

/** Every activity that a statement may be about. */
export function activitiesOf({ platform, statement, told }: Reading) {
  const types = typesOf(statement);
  const ids = new Set(
    Object.values(told).flatMap((items: readonly { activities: readonly string[] }[]) =>
      items.flatMap(({ activities }) => activities),
    ),
  );
  return [...ids].map((id) => ({ platform, id, type: types.get(id) }));
}

/** What a statement says, said of people and content that are here; or why nothing of it can be. */
export function place(reading: Reading, known: Known): Placed | Reason {
  const finding = new Finding(reading, known);
  const { told } = reading;
  const placed: Placed = {
    answers: told.answers.flatMap((answer) => finding.answer(answer)),
    visits: told.visits.flatMap((visit) => finding.visit(visit)),
    pageViews: told.pageViews.flatMap((view) => finding.view(view)),
    videoViews: told.videoViews.flatMap((view) => finding.view(view)),
  };
  return Object.values(placed).some((items: readonly unknown[]) => items.length > 0)
    ? placed
    : finding.reason;
}

/** Looks for whom and what a statement is about, and remembers what was missing. */
class Finding {
  private readonly missing = new Set<Reason>();

  constructor(
    private readonly reading: Reading,
    private readonly known: Known,
  ) {}

  /** Why nothing was found, what is the easiest to mend first. */
  get reason(): Reason {
    const order = ['ACTIVITY_IGNORED', 'SEVERAL_PEOPLE', 'PERSON_UNKNOWN', 'OTHER_KIND'] as const;
    return order.find((reason) => this.missing.has(reason)) ?? 'ACTIVITY_UNKNOWN';
  }

  answer(answer: AnswerTold): PlacedAnswer[] {
    const content = this.first(answer.activities, [ContentKind.QUESTION]);
    const person = content && this.person(answer.actor ?? this.reading.statement.actor);
    if (content?.key == null || person === undefined) return [];
    return [{ person, question: content.key, version: content.number, answer }];
  }

  visit(visit: VisitTold): PlacedVisit[] {
    const { activities, scope, startedAt, completedAt, endedAt, seenAt } = visit;
    const content = this.first(activities, [ContentKind.MODULE, ContentKind.PAGE]);
    const passage = content && this.passage(content, scope);
    if (!passage) return [];
    const times = { startedAt, completedAt, endedAt, seenAt };
    // A page that was gone through is no module that was.
    const isPart = content.kind === ContentKind.PAGE;
    const said = isPart ? { startedAt, seenAt: seenAt ?? completedAt ?? endedAt } : times;
    return [{ ...passage, ...withoutUndefined(said) }];
  }

  view<View extends PageViewTold | VideoViewTold>(view: View): (Passage & { page: number; view: View })[] {
    const content = this.first(view.activities, [ContentKind.PAGE, ContentKind.MODULE]);
    if (content?.page === null) this.missing.add('OTHER_KIND');
    const passage = content?.page == null ? undefined : this.passage(content, view.scope);
    return passage && content?.page != null ? [{ ...passage, page: content.page, view }] : [];
  }

  /** The first activity that is anything here, where it is of one of these kinds. */
  private first(activities: readonly string[], kinds: readonly ContentKind[]): Content | undefined {
    const { platform, statement } = this.reading;
    const types = typesOf(statement);
    for (const id of activities) {
      const content = this.known.content.get(activityKey({ platform, id, type: types.get(id) }));
      if (content && kinds.includes(content.kind)) return content;
      if (content?.kind === ContentKind.IGNORED) {
        this.missing.add('ACTIVITY_IGNORED');
        return undefined;
      }
      if (content) this.missing.add('OTHER_KIND');
    }
    return undefined;
  }

  private passage(content: Content, scope: string): Passage | undefined {
    const { platform, statement } = this.reading;
    const person = this.person(statement.actor);
    if (person === undefined || content.key === null) return undefined;
    const names = namesOfActor(statement.actor, platform);
    const base = hash('sha256', JSON.stringify([scope, names?.actor, content.key]), 'base64url').slice(0, 32);
    return { base, person, module: content.key, revision: content.number };
  }

  private person(actor: Actor): string | undefined {
    const names = namesOfActor(actor, this.reading.platform);
    const person = names && this.known.people.get(names.actor);
    if (person == null) this.missing.add(person === null ? 'SEVERAL_PEOPLE' : 'PERSON_UNKNOWN');
    return person ?? undefined;
  }
}

function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
