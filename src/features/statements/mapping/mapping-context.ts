import type { RequestContext } from '../../request/context';

/** What mapping needs of a request; a command and the work in the background have it too. */
export type MappingContext = Pick<
  RequestContext,
  'database' | 'rules' | 'now' | 'counts' | 'background' | 'gone'
>;

/** So many statements are read together. */
export const inOneGo = 500;
