import { createHash } from 'node:crypto';
import type { PageKind } from './page.type';
import type { Resource } from './revision.type';

export interface PageContent {
  readonly title: string | null;
  readonly kind: PageKind;
  readonly expectedSeconds: number | null;
  /** In their order; internal ids of question versions. */
  readonly asks: readonly { readonly section: string | null; readonly version: string }[];
}

/** What a revision shows: all that makes it another revision where it differs. */
export interface Content {
  readonly pages: readonly PageContent[];
  readonly resources: readonly Resource[];
}

export type ContentChange = { readonly [Name in keyof Content]?: Content[Name] | undefined };

/** What a module shows that has published nothing yet. */
export const nothing: Content = { pages: [], resources: [] };

/** The content after a change: what is left out stays. */
export function changed(current: Content, { pages, resources }: ContentChange): Content {
  return { pages: pages ?? current.pages, resources: resources ?? current.resources };
}

/** One text for one content: two revisions show the same exactly when theirs are equal. */
export function fingerprintOf({ pages, resources }: Content): string {
  const shown = [
    pages.map(({ title, kind, expectedSeconds, asks }) => [
      title,
      kind,
      expectedSeconds,
      asks.map(({ section, version }) => [section, version]),
    ]),
    resources.map(({ title, kind, url }) => [title, kind, url]),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}
