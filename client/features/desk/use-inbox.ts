import { useEffect, useRef, useState } from "react";
import { useDeskUrl } from "../../state/desk-url.ts";
import type { BulkKind } from "./bulk-acts.ts";
import type { DeskCommand } from "./desk-keys.ts";
import type { DeskRow } from "./held-rows.ts";
import {
  afterCommand,
  freshInbox,
  type InboxState,
  indexAtHand,
  openedAt,
  ticked,
} from "./inbox-state.ts";
import { allOf, NOTHING_SELECTED, without } from "./selection.ts";

/** The case beside the list follows the hand when that rests so long. */
const REST_MS = 180;

/** The inbox as the keys and the mouse move it; the case that is open stands in the address. */
export function useInbox(rows: readonly DeskRow[], onFind: () => void) {
  const [url, set] = useDeskUrl();
  const [inner, setInner] = useState(() => freshInbox(url.pick));
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const ids = rows.map(({ problem }) => problem.properties.id);
  const state: InboxState = { ...inner, pick: url.pick };

  function change(next: InboxState, waitMs = 0): void {
    setInner(next);
    clearTimeout(rest.current);
    if (next.pick === url.pick) return;
    if (waitMs === 0) set({ pick: next.pick });
    else rest.current = setTimeout(() => set({ pick: next.pick }), waitMs);
  }
  const listed = rows.flatMap(({ problem, hasLeft }) => (hasLeft ? [] : problem.properties.id));
  return {
    state,
    index: indexAtHand(state, ids),
    take(command: DeskCommand): void {
      if (command.kind === "find") onFind();
      else change(afterCommand(state, command, ids), command.kind === "move" ? REST_MS : 0);
    },
    tick: (id: string, isRange: boolean) => change(ticked(state, id, isRange, ids)),
    openAt: (at: number) => change(openedAt(state, at, ids)),
    open: (id: string | undefined) => change({ ...state, pick: id, over: null, wished: null }),
    lay: (over: BulkKind | "help" | null) => change({ ...state, over }),
    toggleAll: () => change({ ...state, selection: allOf(state.selection, listed) }),
    clear: () => change({ ...state, selection: NOTHING_SELECTED }),
    reset: () => setInner(freshInbox(undefined)),
    wereDone: (done: readonly string[]) =>
      setInner((before) => ({ ...before, selection: without(before.selection, done) })),
  };
}

export type Inbox = ReturnType<typeof useInbox>;
