import type { City } from "../city/city.ts";

/** The next running numbers of work orders in the city's year: `2026-0001`. Call it inside a change. */
export async function nextOrderNumbers({ clock, now, storage }: City, count: number) {
  if (count === 0) return [];
  const year = String(clock.toLocal(now()).year);
  const last = await storage.lastOrder(year);
  const used = Number(last?.number.slice(year.length + 1) ?? 0);
  return Array.from(
    { length: count },
    (_, i) => `${year}-${String(used + i + 1).padStart(5, "0")}`,
  );
}
