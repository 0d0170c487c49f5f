import { BlockList, isIP } from "node:net";

/** `10.0.0.7`, `172.16.0.0/12` or their like of IPv6. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return more.length === 0 && most > 0 && isBits;
}

export type ClientAddressOf = (
  connected: string | undefined,
  forwardedFor: string | undefined,
) => string;

/**
 * Where a request comes from: the connection's other end, and as long as that is a proxy that is trusted, the address that
 * it added last to X-Forwarded-For. The own machine is always trusted; what somebody further off wrote never counts.
 */
export function clientAddresses(trusted: readonly string[]): ClientAddressOf {
  const proxies = new BlockList();
  for (const network of ["127.0.0.0/8", "::1", ...trusted]) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (connected, forwardedFor) => {
    const added = (forwardedFor ?? "")
      .split(",")
      .map((each) => plain(each.trim()))
      .filter((each) => each !== "");
    let address = plain(connected ?? "");
    while (isProxy(address)) {
      const before = added.pop();
      if (before === undefined) break;
      address = before;
    }
    return address;
  };
}

/** An IPv4 address as such where a socket of IPv6 tells it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
