import type { JsonObject } from './checking/faults';

/** A range of languages that a client accepts, and how much it likes them. */
interface Accepted {
  readonly range: string;
  readonly quality: number;
}

/** The ranges of a header Accept-Language (RFC 2616, section 14.4), the best first. */
function acceptedIn(header: string): Accepted[] {
  const ranges = header.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const given = parameters.find((one) => one.startsWith('q='));
    const quality = given === undefined ? 1 : Number(given.slice(2));
    return range === '' || Number.isNaN(quality) ? [] : [{ range, quality }];
  });
  return ranges.sort((one, other) => other.quality - one.quality);
}

/** Chooses from a map the text in the language that the client likes best; the first where it likes none. */
export function languageChooser(header = ''): (map: JsonObject) => JsonObject {
  const accepted = acceptedIn(header);
  return (map) => {
    const tags = Object.keys(map);
    const refused = accepted.filter(({ quality }) => quality === 0);
    const liked = accepted.filter(({ quality }) => quality > 0);
    const chosen =
      liked.flatMap(({ range }) => tags.find((tag) => isIn(tag, range)) ?? [])[0] ??
      tags.find((tag) => !refused.some(({ range }) => isIn(tag, range))) ??
      tags[0];
    return chosen === undefined ? {} : { [chosen]: map[chosen] };
  };
}

/** A range holds its own tag and all that begin with it; where only a broader tag is there, that one serves. */
function isIn(tag: string, range: string): boolean {
  const lower = tag.toLowerCase();
  return range === '*' || lower === range || lower.startsWith(`${range}-`) || range.startsWith(`${lower}-`);
}
