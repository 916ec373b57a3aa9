/** The source of the evidence that a platform's statements become, and of the external ids that it is known by. */
export function sourceOf(platform: string): string {
  return `xapi:${platform}`;
}
