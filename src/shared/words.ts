/** A name of the code as people read it: "RoleTemplate" becomes "role template". */
export function wordsOf(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();
}

/** A number with what it counts: "1 person", "2 people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
