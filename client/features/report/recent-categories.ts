const KEY = "wangge.report.categories";
const MOST = 6;

/** Codes that this phone reported under last, newest first. Storage may be refused, then there are none. */
export function recentCategories(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((code) => typeof code === "string") : [];
  } catch {
    return [];
  }
}

export function rememberCategory(code: string): void {
  const codes = [code, ...recentCategories().filter((each) => each !== code)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(codes));
  } catch {
    // Not kept.
  }
}
