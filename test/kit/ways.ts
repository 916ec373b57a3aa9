import { idOfModule, minute, type Course } from './capture';
import type { Client } from './client';
import { DROP_OFF } from './exhaust-operations';
import { buildOrganisation, soon, type Reference } from './graph';

/** Somebody's way through a module. */
export interface Way {
  /** The pages opened, with the active seconds on each. */
  readonly pages: readonly (readonly [page: number, seconds: number])[];
  readonly become: 'left' | 'completed' | 'under way';
}

/** Modules that people take, and figures on them. */
export class Ways {
  private made = 0;

  constructor(
    private readonly admin: Client,
    private readonly course: Course,
  ) {}

  /** A module with so many pages. */
  async moduleOf(pages: number, given: object = {}): Promise<{ module: Reference; id: string }> {
    this.made++;
    const module = { source: this.course.source, id: `taken-${String(this.made)}` };
    const ofPage = (number: number) => ({ title: `Page ${String(number + 1)}`, kind: 'SLIDE' });
    await buildOrganisation(this.admin, {
      modules: [
        {
          ...module,
          name: module.id,
          pages: Array.from({ length: pages }, (_, page) => ofPage(page)),
          ...given,
        },
      ],
    });
    return { module, id: await idOfModule(this.admin, module) };
  }

  /** Records people's ways through a module, all that is told of each kind at one moment. */
  async take(module: Reference, ways: readonly (readonly [person: number, Way])[]) {
    const { course } = this;
    const visits = ways.map(([person, { become }]) => ({
      ...course.visit(person, { module, at: become === 'under way' ? soon(-3) : minute(0) }),
      ...(become === 'completed' && { completedAt: minute(1_000) }),
    }));
    const views = ways.flatMap(([, { pages, become }], place) =>
      pages.map(([page, activeSeconds], order) =>
        course.pageView(visits[place]!, page, {
          activeSeconds,
          at: become === 'under way' ? soon(-2) : minute(order),
        }),
      ),
    );
    // A visit known before its views would be released as one without any.
    await course.sendAll('pageViews', views);
    await course.sendAll('visits', visits);
    return { visits, views };
  }

  async figureOf(id: string, given: object = {}, client = this.admin) {
    return (await client.get(DROP_OFF, { id, ...given })).module!.dropOffRate!;
  }

  /** The figure, which must not be withheld. */
  async shown(id: string, given: object = {}, client = this.admin) {
    const figure = await this.figureOf(id, given, client);
    if (figure.__typename === 'Withheld') throw new Error(figure.reason);
    return figure;
  }
}
