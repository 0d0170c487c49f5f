/** 2026-01-05 09:30, by the clock of the city, in which the server writes instants. */
export function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace("T", " ");
}

export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
