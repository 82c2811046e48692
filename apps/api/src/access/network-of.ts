const IPV4_INSIDE = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Groups of an IPv6 address that name the network; a customer has all the others to choose from. */
const NETWORK_GROUPS = 4;

/** What stands for one caller's line: an IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(address: string): string {
  const inside = IPV4_INSIDE.exec(address)?.[1];
  if (inside !== undefined) return inside;
  if (!address.includes(':')) return address;
  const [before = '', after = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const head = before.split(':').filter(Boolean);
  const tail = after.split(':').filter(Boolean);
  const between = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return `${[...head, ...between, ...tail].slice(0, NETWORK_GROUPS).join(':')}::/64`;
}
