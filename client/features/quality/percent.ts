/** One decimal; whole only where it is exactly so: 99.96 % is not 100 %. */
export function percent(share: number): string {
  const shown = Math.round(share * 1000) / 10;
  if (shown === 100 && share < 1) return "99.9%";
  if (shown === 0 && share > 0) return "0.1%";
  return `${shown.toFixed(shown === 100 || shown === 0 ? 0 : 1)}%`;
}
