/** A name of the code as people read it: "RoleTemplate" becomes "role template". */
export function wordsOf(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();
}

/** A number with what it counts: "1 person", "2 people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** Names within a sentence: "Ada", "Ada and Bob", "Ada, Bob and Cem"; where there are more than are named, "Ada, Bob and 3 more". */
export function namesInWords(names: readonly string[], count = names.length): string {
  const more = count - names.length;
  const parts = more > 0 ? [...names, `${String(more)} more`] : names;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** A name with a capital at its start: "roleTemplates" becomes "RoleTemplates". */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
