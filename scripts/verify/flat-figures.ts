/**
 * Nested answers as one row: `roads.人民路.length`. Lists of things with a key or an id are named by
 * it and counted, other lists and what has names as keys become text, so that nothing too much passes.
 */
export function flatFigures(value: object): Record<string, string | number | null> {
  const flat: Record<string, string | number | null> = {};
  for (const [key, each] of Object.entries(value)) put(flat, key, each);
  return flat;
}

function put(flat: Record<string, string | number | null>, path: string, value: unknown): void {
  if (value === null || value === undefined) flat[path] = null;
  else if (typeof value === "number") flat[path] = value;
  else if (typeof value !== "object") flat[path] = String(value);
  else if (Array.isArray(value)) putList(flat, path, value);
  else if (path === "blocked") flat[path] = sortedText(value);
  else for (const [key, each] of Object.entries(value)) put(flat, `${path}.${key}`, each);
}

function putList(
  flat: Record<string, string | number | null>,
  path: string,
  list: readonly unknown[],
): void {
  const names = list.map(nameOf);
  if (names.length === 0 || names.some((name) => name === null)) {
    flat[path] = JSON.stringify(list);
    return;
  }
  flat[`${path} by name`] = [...names].sort().join(", ");
  list.forEach((each, i) => {
    put(flat, `${path}.${names[i]}`, each);
  });
}

function nameOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  const { key, id } = item as { key?: unknown; id?: unknown };
  return typeof key === "string" ? key : typeof id === "string" ? id : null;
}

function sortedText(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
