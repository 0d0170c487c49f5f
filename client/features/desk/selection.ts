/** What is ticked in a list, and the row that a range is drawn from; ids, so that it holds while rows come and go. */
export type Selection = { readonly ids: ReadonlySet<string>; readonly anchor: string | null };

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** As many as one act on many takes, see CaseActsBody. */
export const SELECTED_MAX = 500;

/** Ticks a row or takes its tick away; the next range starts there. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < SELECTED_MAX) next.add(id);
  return { ids: next, anchor: id };
}

/** Ticks every row from the anchor to `id`, both included; without an anchor in the list only `id`. */
export function extended(selection: Selection, id: string, list: readonly string[]): Selection {
  const to = list.indexOf(id);
  const from = selection.anchor === null ? -1 : list.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return { ids: filled(selection.ids, [id]), anchor: id };
  const range = list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: filled(selection.ids, range), anchor: selection.anchor };
}

/** Ticks all of a list, as many as one act takes, or none where all are ticked. */
export function allOf({ ids }: Selection, list: readonly string[]): Selection {
  const shown = list.slice(0, SELECTED_MAX);
  const isAll = shown.length > 0 && shown.every((id) => ids.has(id));
  return isAll ? NOTHING_SELECTED : { ids: filled(new Set(), shown), anchor: null };
}

/** Without those that were done. */
export function without({ ids, anchor }: Selection, done: Iterable<string>): Selection {
  const gone = new Set(done);
  return { ids: new Set([...ids].filter((id) => !gone.has(id))), anchor };
}

function filled(ids: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  const next = new Set(ids);
  for (const id of more) {
    if (next.size >= SELECTED_MAX) break;
    next.add(id);
  }
  return next;
}
