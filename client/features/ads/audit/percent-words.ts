/** Whole percents; all and nothing only where it is exactly so. */
export function percentWords(share: number): string {
  const whole = Math.round(share * 100);
  if (whole >= 100 && share < 1) return "99%";
  if (whole === 0 && share > 0) return "<1%";
  return `${whole}%`;
}
