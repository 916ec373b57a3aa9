import { BlockList, isIP } from 'node:net';

/** Addresses that are not of the internet at large (IANA special-purpose registries), or lead elsewhere from within. */
const special: Readonly<Record<'ipv4' | 'ipv6', readonly (readonly [address: string, bits: number])[]>> = {
  ipv4: [
    ...([
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
    ] as const),
    ...([
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
    ] as const),
    ...([
      ['192.88.99.0', 24],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
    ] as const),
    ...([
      ['203.0.113.0', 24],
      ['224.0.0.0', 4],
      ['240.0.0.0', 4],
    ] as const),
  ],
  // All but global unicast, and of that what carries an address of version 4, or is for examples.
  ipv6: [
    ...([
      ['::', 3],
      ['4000::', 2],
      ['8000::', 1],
    ] as const),
    ...([
      ['2001::', 23],
      ['2001:db8::', 32],
      ['2002::', 16],
      ['3fff::', 20],
    ] as const),
  ],
};

/** A list for each family: one of both takes an address of version 4 for one of version 6, too. */
const refused = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const family of ['ipv4', 'ipv6'] as const)
  for (const [address, bits] of special[family]) refused[family].addSubnet(address, bits, family);

/** Whether an address is one of the internet at large. */
export function isPublicAddress(address: string): boolean {
  const family = ({ 4: 'ipv4', 6: 'ipv6' } as const)[isIP(address)];
  return family !== undefined && !refused[family].check(address, family);
}

/** The host of an address as it is resolved: without the brackets around an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

/**
 * What is wrong with an address that webhooks are to be sent to, before its name is resolved; undefined where nothing is.
 * @param ownHosts hosts of the own network that may be addressed
 */
export function faultOfTarget(text: string, ownHosts: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(text)) return 'must be an address, like https://hr.example.org/skillwake';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return 'must not hold a name or password: the signature proves who sends';
  if (url.hash !== '') return 'must not have a part behind #: it is never sent';
  const host = hostOf(url);
  if (ownHosts.has(host))
    return /^https?:$/.test(url.protocol) ? undefined : 'must begin with https:// or http://';
  if (url.protocol !== 'https:')
    return 'must begin with https://: only to a host that SKILLWAKE_WEBHOOK_HOSTS names is sent without encryption';
  const isPrivateName = /(^|\.)localhost\.?$/.test(host);
  if (isPrivateName || (isIP(host) !== 0 && !isPublicAddress(host)))
    return 'must not lead into a network of its own: name its host in SKILLWAKE_WEBHOOK_HOSTS if it is to be addressed';
  return undefined;
}
