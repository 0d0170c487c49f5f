const KEPT = "wangge.wall-reloaded-at";
/** A picture that stays stuck is not helped by loading the page over and over. */
const SELDOM_MS = 10 * 60_000;

/** Whether a wall that is stuck may be loaded anew now; notes that it is. Where nothing can be noted it may not. */
export function mayReload(memory: Pick<Storage, "getItem" | "setItem">, now: number): boolean {
  try {
    const before = Number(memory.getItem(KEPT) ?? 0);
    if (now >= before && now - before < SELDOM_MS) return false;
    memory.setItem(KEPT, String(now));
    return true;
  } catch {
    return false;
  }
}
