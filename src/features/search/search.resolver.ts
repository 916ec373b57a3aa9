import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArguments, type Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { searchAll } from './search.service';
import { SearchResultConnection, SearchType, type SearchResult } from './search.type';

@Resolver()
export class SearchResolver {
  @VisibleTo(everyone)
  @Costs(500)
  @Query(() => SearchResultConnection, {
    description:
      'What fits a text best, best first: every word must occur, in any order, typing errors forgiven; the last word may be only begun, so that it can be asked at every key. Archived nouns are left out. The best 1,000 of each type are ranked. Scores move with how rare a word is: while names are saved, a next page may repeat or pass over what stands close to its edge.',
  })
  search(
    @Arg('query', () => String, {
      description: 'What somebody typed, up to 200 characters (BAD_INPUT beyond).',
    })
    query: string,
    @Arg('types', () => [SearchType], {
      nullable: true,
      description: 'What to search for; everything where left out.',
    })
    types: SearchType[] | null,
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<SearchResult>> {
    return searchAll(context, { text: query, types: types ?? Object.values(SearchType), first, after });
  }
}
