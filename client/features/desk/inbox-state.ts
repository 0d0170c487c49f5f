import type { CaseAct } from "../../../domain/case/case-acts.ts";
import type { BulkKind } from "./bulk-acts.ts";
import type { DeskCommand } from "./desk-keys.ts";
import { allOf, extended, NOTHING_SELECTED, type Selection, toggled } from "./selection.ts";

/** Where the hand is in the list, what is ticked, and what stands beside the list. */
export type InboxState = {
  /** The row at hand, and where it was: a row that is gone leaves the hand there. */
  readonly cursor: { readonly id: string; readonly index: number };
  readonly selection: Selection;
  /** The case that is open. */
  readonly pick: string | undefined;
  /** Lies over the case. */
  readonly over: BulkKind | "help" | null;
  /** The form that a key asked to be opened, a new object each time. */
  readonly wished: { readonly id: string; readonly act: CaseAct } | null;
};

export function freshInbox(pick: string | undefined): InboxState {
  const cursor = { id: pick ?? "", index: 0 };
  return { cursor, selection: NOTHING_SELECTED, pick, over: null, wished: null };
}

/** Where the hand is among the rows that are there; -1: there are none. */
export function indexAtHand({ cursor }: InboxState, ids: readonly string[]): number {
  const known = ids.indexOf(cursor.id);
  return known >= 0 ? known : Math.min(cursor.index, ids.length - 1);
}

export function openedAt(state: InboxState, at: number, ids: readonly string[]): InboxState {
  const id = ids[at];
  if (id === undefined) return state;
  return { ...state, cursor: { id, index: at }, pick: id, over: null, wished: null };
}

export function ticked(
  state: InboxState,
  id: string,
  isRange: boolean,
  ids: readonly string[],
): InboxState {
  const { selection } = state;
  return {
    ...state,
    selection: isRange ? extended(selection, id, ids) : toggled(selection, id),
  };
}

/** After what a key asked for; `find` is not about the list. */
export function afterCommand(
  state: InboxState,
  command: DeskCommand,
  ids: readonly string[],
): InboxState {
  const index = indexAtHand(state, ids);
  const id = ids[index];
  switch (command.kind) {
    case "move":
      return moved(state, command, ids);
    case "select":
      return id === undefined ? state : ticked(state, id, command.isRange, ids);
    case "select-all":
      return { ...state, selection: allOf(state.selection, ids) };
    case "open":
      return openedAt(state, index, ids);
    case "accept":
    case "dispatch":
      if (state.selection.ids.size > 0) return { ...state, over: command.kind };
      if (id === undefined) return state;
      return { ...openedAt(state, index, ids), wished: { id, act: command.kind } };
    case "help":
      return { ...state, over: state.over === "help" ? null : "help" };
    case "leave":
      return left(state);
    case "find":
      return state;
  }
}

/** What is open follows the hand, unless an act on many lies over it. */
function moved(
  state: InboxState,
  { by, isExtending }: Extract<DeskCommand, { kind: "move" }>,
  ids: readonly string[],
): InboxState {
  const from = indexAtHand(state, ids);
  const index = Math.max(0, Math.min(ids.length - 1, from + by));
  const id = ids[index];
  if (id === undefined) return state;
  const { selection, pick, over } = state;
  const anchored = { ...selection, anchor: selection.anchor ?? ids[from] ?? id };
  const isFollowing = pick !== undefined && over === null;
  return {
    ...state,
    cursor: { id, index },
    selection: isExtending ? extended(anchored, id, ids) : selection,
    pick: isFollowing ? id : pick,
    wished: null,
  };
}

/** Escape takes away what lies on top, at last the ticks. */
function left(state: InboxState): InboxState {
  if (state.over !== null) return { ...state, over: null };
  if (state.pick !== undefined) return { ...state, pick: undefined, wished: null };
  return { ...state, selection: NOTHING_SELECTED };
}
