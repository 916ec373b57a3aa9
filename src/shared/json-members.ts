/**
 * Cuts the text of a JSON value into the texts of its parts, as they stand: numbers keep all their digits. The text must
 * be JSON that was parsed before.
 */

/** A property of an object, by its name; both as the text has them. */
export interface Member {
  readonly name: string;
  readonly text: string;
}

/** The members of a JSON object, in their order; a name that occurs twice does so here too. */
export function membersOf(json: string): Member[] {
  const members: Member[] = [];
  for (let place = skipBlanks(json, json.indexOf('{') + 1); json[place] !== '}';) {
    const nameEnd = endOfText(json, place);
    const valueStart = skipBlanks(json, json.indexOf(':', nameEnd) + 1);
    const valueEnd = endOfValue(json, valueStart);
    members.push({
      name: JSON.parse(json.slice(place, nameEnd)) as string,
      text: json.slice(valueStart, valueEnd),
    });
    place = skipBlanks(json, valueEnd);
    if (json[place] === ',') place = skipBlanks(json, place + 1);
  }
  return members;
}

/** The items of a JSON list, in their order. */
export function itemsOf(json: string): string[] {
  const items: string[] = [];
  for (let place = skipBlanks(json, json.indexOf('[') + 1); json[place] !== ']';) {
    const end = endOfValue(json, place);
    items.push(json.slice(place, end));
    place = skipBlanks(json, end);
    if (json[place] === ',') place = skipBlanks(json, place + 1);
  }
  return items;
}

/** The text of an object with these members. */
export function objectOfMembers(members: Iterable<Member>): string {
  return `{${Array.from(members, ({ name, text }) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

function skipBlanks(json: string, from: number): number {
  let place = from;
  while (place < json.length && isBlank(json.charCodeAt(place))) place++;
  return place;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Where a text that begins with a quotation mark ends. */
function endOfText(json: string, from: number): number {
  for (let place = from + 1; ;) {
    place = json.indexOf('"', place);
    let slashes = 0;
    while (json[place - 1 - slashes] === '\\') slashes++;
    place++;
    if (slashes % 2 === 0) return place;
  }
}

function endOfValue(json: string, from: number): number {
  const first = json[from];
  if (first === '"') return endOfText(json, from);
  if (first !== '{' && first !== '[') return endOfWord(json, from);
  let depth = 0;
  for (let place = from; ;) {
    switch (json[place]) {
      case '"':
        place = endOfText(json, place);
        continue;
      case '{':
      case '[':
        depth++;
        break;
      case '}':
      case ']':
        depth--;
        break;
    }
    place++;
    if (depth === 0) return place;
  }
}

/** A number, true, false or null. */
function endOfWord(json: string, from: number): number {
  let place = from;
  while (place < json.length && /[^\s,\]}]/u.test(json.charAt(place))) place++;
  return place;
}
