import type { Installation } from '../installation';
export async function demo(_installation: Installation, _words: readonly string[]): Promise<void> {}
