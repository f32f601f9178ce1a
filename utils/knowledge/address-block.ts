/**
 * Addresses and address blocks (RFC 4632, RFC 4291), as URLs write them: `10.1.2.3`, `[fd00::1]`.
 * `URL` has already made 0x0a000001 and 167772161 into 10.0.0.1.
 */

/** Whether a URL's host is an address, not a name. */
export function isAddressLiteral(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether a URL's host lies in a block, as 10.1.2.3 in `10.0.0.0/8`. An IPv4 address inside IPv6
 * (`[::ffff:10.1.2.3]`) lies where its IPv4 address does.
 */
export function inAddressBlock(host: string, block: string): boolean {
  const [base = '', length = ''] = block.split('/');
  const address = unmapped(bitsOf(host));
  const network = bitsOf(base);
  if (address === undefined || network === undefined) return false;
  if (address.length !== network.length) return false;
  return address.startsWith(network.slice(0, Number(length)));
}

const PRIVATE_BLOCKS = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];

/** Whether a host is an address of a private network, of this machine or of the link. */
export function isPrivateAddress(host: string): boolean {
  return PRIVATE_BLOCKS.some((block) => inAddressBlock(host, block));
}

/** The address as a string of 32 or 128 zeros and ones; undefined where it is none. */
function bitsOf(host: string): string | undefined {
  const text = host.replace(/^\[|\]$/g, '');
  if (text.includes(':')) return bitsOfVersion6(text);
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  return parts.map((part) => part.toString(2).padStart(8, '0')).join('');
}

function bitsOfVersion6(text: string): string | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const [, head = '', tail = ''] = dotted;
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    return bitsOfVersion6(`${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = '', tail] = halves;
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [
    ...front,
    ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'),
    ...back,
  ];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

/** An IPv4-mapped IPv6 address as the IPv4 address that it is. */
function unmapped(bits: string | undefined): string | undefined {
  const prefix = '0'.repeat(80) + '1'.repeat(16);
  return bits?.length === 128 && bits.startsWith(prefix) ? bits.slice(96) : bits;
}
