/**
 * Where a request comes from: the connection's other end. If that is the own machine, a proxy stands in front, and the
 * address that it added last counts; what somebody further off wrote into the header never does.
 */
export function clientAddressOf(
  connected: string | undefined,
  forwardedFor: string | undefined,
): string {
  const own = connected?.replace(/^::ffff:/, "") ?? "";
  const isOwnMachine = own === "::1" || /^127\./.test(own);
  const added = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  return isOwnMachine && added !== "" ? added : own;
}
