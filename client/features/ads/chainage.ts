/** K1+240: kilometres and metres along a road, as stakes say it. */
export function chainageWords(metres: number): string {
  const whole = Math.max(0, Math.round(metres));
  return `K${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, "0")}`;
}
