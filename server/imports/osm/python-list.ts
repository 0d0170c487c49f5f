/**
 * The members of a list as Python prints it, which OSMnx writes where it joined ways:
 * `['中山路', "King's Road"]`. Null for what is no such list.
 */
export function pythonList(text: string): string[] | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) return null;
  const members: string[] = [];
  const member = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"[\]]+))\s*(?:,|$)/y;
  const inner = trimmed.slice(1, -1);
  while (member.lastIndex < inner.length) {
    const found = member.exec(inner);
    if (!found) return null;
    const [, single, double, bare] = found;
    members.push((single ?? double ?? bare ?? "").replace(/\\(.)/g, "$1").trim());
  }
  return members.length === 0 ? null : members;
}
