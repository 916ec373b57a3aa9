/** A name of the code as people read it: "RoleTemplate" becomes "role template". */
export function wordsOf(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();
}

/** A number with what it counts: "1 person", "2 people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** A name with a capital at its start: "roleTemplates" becomes "RoleTemplates". */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
