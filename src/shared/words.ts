/** A name of the code as people read it: "RoleTemplate" becomes "role template". */
export function wordsOf(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();
}
