import { captureOperations, minute, type CaptureKind } from './capture';
import type { Client } from './client';
import { parts, type Reference } from './graph';

/** As many as a figure on people takes. */
const enough = 5;

/**
 * The first five people after each module's place visit it and say something of it, and so does the hub, the last of
 * them.
 */
export async function learnEverything(
  admin: Client,
  people: readonly Reference[],
  modules: readonly Reference[],
  questions: readonly Reference[],
): Promise<void> {
  const hub = people.at(-1)!;
  const others = people.slice(0, -1);
  const someAt = (place: number) => [
    ...Array.from({ length: enough }, (_, by) => others[(place + by) % others.length]!),
    hub,
  ];
  const of = (all: readonly Reference[]) =>
    all.flatMap((reference, place) => someAt(place).map((person) => ({ reference, person })));
  const send = async (kind: CaptureKind, items: readonly object[]): Promise<void> => {
    for (const part of parts(items)) {
      const { payload } = await admin.get(captureOperations[kind], { items: part as never });
      if (payload.errors.length > 0) throw new Error(payload.errors[0]!.message);
    }
  };
  const visits = of(modules).map(({ reference: module, person }) => ({
    ...{ source: person.source, id: `${person.id} ${module.id}`, person, module },
    at: minute(0),
  }));
  const inVisit = visits.map(({ source, id, person, module }) => ({ source, id, visit: id, person, module }));
  const said = (on: string, items: readonly object[]) =>
    items.map((item, index) => ({ ...item, id: `${on} ${String(index)}`, unclear: true, at: minute(1) }));
  await send('visits', visits);
  await send(
    'pageViews',
    inVisit.map((view) => ({ ...view, page: 1, activeSeconds: 10, at: minute(1) })),
  );
  const onModules = visits.map(({ source, person, module }) => ({ source, person, module }));
  await send('feedback', [
    ...said('module', onModules),
    ...said(
      'page',
      onModules.map((one) => ({ ...one, page: 1 })),
    ),
    ...said(
      'question',
      of(questions).map(({ reference: question, person }) => ({ source: person.source, question, person })),
    ),
  ]);
}
