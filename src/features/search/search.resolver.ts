import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArguments, type Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { searchAll } from './search.service';
import { SearchResultConnection, SearchType, type SearchResult } from './search.type';

/** What is searched for grows with what was typed: a word more is a pattern more, and a longer one a larger one. */
const costOfLetter = 25;

@Resolver()
export class SearchResolver {
  @VisibleTo(everyone)
  @Costs(({ query }) => 500 + costOfLetter * (typeof query === 'string' ? query.length : 0))
  @Query(() => SearchResultConnection, {
    description:
      'What matches a text best, the best first. Every word must occur, in any order, with typing errors forgiven; the last word may be unfinished, so that a search can be sent at every key. What an external system calls just so, a personnel number for example, comes first. Archived items are left out. The best 1,000 of each type are ranked. Scores depend on how rare a word is: while names are being saved, a next page may repeat or skip items near its edge.',
  })
  search(
    @Arg('query', () => String, {
      description: 'The text to search for, up to 200 characters (BAD_INPUT beyond).',
    })
    query: string,
    @Arg('types', () => [SearchType], {
      nullable: true,
      description: 'The types to search; all of them where left out.',
    })
    types: SearchType[] | null,
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<SearchResult>> {
    return searchAll(context, { text: query, types: types ?? Object.values(SearchType), first, after });
  }
}
