/** Province, city and district, which all addresses of a city have in common. */
const PLACE = /^(?:[一-龥]{2,8}?(?:省|自治区))?[一-龥]{2,6}?市[一-龥]{2,12}?[区县旗]/;
/** Fewer characters than these say nothing of their own. */
const LEAST = 4;

/** From the street on: the beginning would fill a narrow column, the end tells places apart. */
export function shortAddress(address: string): string {
  const rest = address.replace(PLACE, "");
  return rest.length < LEAST ? address : rest;
}
