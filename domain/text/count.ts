/** Made once: a number's own method keeps the last language's only, and makes another for each where two take turns. */
const thousands = new Intl.NumberFormat("en-US");

/** 12,345 */
export function count(n: number): string {
  return thousands.format(n);
}
