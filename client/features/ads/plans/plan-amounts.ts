const YUAN_PER_WAN = 10_000;

/** 83.6: yuan as 万元 with one decimal, as all sums of a column. */
export function wan(yuan: number): string {
  return (yuan / YUAN_PER_WAN).toLocaleString("en-US", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/** Yuan of what was typed as 万元; null for what is no amount. */
export function yuanOf(typed: string): number | null {
  const text = typed.trim().replaceAll(",", "");
  if (!/^\d+(\.\d{1,4})?$/.test(text)) return null;
  const yuan = Math.round(Number(text) * YUAN_PER_WAN);
  return yuan > 0 && yuan <= 1e12 ? yuan : null;
}

/** 20 30.5、40 → yuan; null where one of them is no amount, or none is there. */
export function yuanList(typed: string): number[] | null {
  const parts = typed.split(/[\s,，、;；]+/).filter((part) => part !== "");
  const amounts = parts.map(yuanOf);
  if (amounts.length === 0 || amounts.length > 12) return null;
  return amounts.every((amount) => amount !== null) ? amounts : null;
}
