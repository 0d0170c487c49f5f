import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandOf, type DeskCommand } from "../../../../client/features/desk/desk-keys.ts";
import {
  afterCommand,
  freshInbox,
  type InboxState,
  indexAtHand,
} from "../../../../client/features/desk/inbox-state.ts";
import { SELECTED_MAX } from "../../../../client/features/desk/selection.ts";

const ids = ["a", "b", "c", "d", "e"];
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

/** Presses keys one after another, `S-` before those that are shifted. */
function press(keys: string, state = freshInbox(undefined), list: readonly string[] = ids) {
  return keys.split(" ").reduce((before, name) => {
    const shiftKey = name.startsWith("S-");
    const command = commandOf({ ...plain, key: name.replace("S-", ""), shiftKey });
    if (!command) throw new Error(`${name} does nothing`);
    return afterCommand(before, command, list);
  }, state);
}

const at = (state: InboxState, list: readonly string[] = ids) => list[indexAtHand(state, list)];
const selected = ({ selection }: InboxState) => [...selection.ids].toSorted().join("");

describe("keys of the inbox", () => {
  test("walk, and stop at both ends", () => {
    expect(at(press("j j k"))).toBe("b");
    expect(at(press("k"))).toBe("a");
    expect(at(press("End"))).toBe("e");
    expect(at(press("End Home"))).toBe("a");
    expect(at(press("PageDown"))).toBe("e");
  });

  test("tick the row at hand, a range from the last tick, all and none", () => {
    expect(selected(press("x j j x"))).toBe("ac");
    expect(selected(press("x j j S-X"))).toBe("abc");
    expect(selected(press("j x j j S-x"))).toBe("bcd");
    expect(selected(press("x x"))).toBe("");
    expect(selected(press("*"))).toBe("abcde");
    expect(selected(press("* *"))).toBe("");
  });

  test("tick on the way with Shift", () => {
    expect(selected(press("j S-J S-J"))).toBe("bcd");
    expect(selected(press("j j S-ArrowUp"))).toBe("bc");
  });

  test("act on the row at hand, or on all that are ticked", () => {
    const one = press("j a");
    expect(one.wished).toEqual({ id: "b", act: "accept" });
    expect(one.pick).toBe("b");
    const many = press("x j x d");
    expect(many.over).toBe("dispatch");
    expect(many.wished).toBeNull();
  });

  test("open follows the hand, but not under an act on many", () => {
    expect(press("Enter j").pick).toBe("b");
    expect(press("x Enter d j").pick).toBe("a");
  });

  test("Escape takes away one thing after another", () => {
    const all = press("x Enter ?");
    expect(all.over).toBe("help");
    expect(press("Escape", all).pick).toBe("a");
    expect(press("Escape Escape", all).pick).toBeUndefined();
    expect(selected(press("Escape Escape", all))).toBe("a");
    expect(selected(press("Escape Escape Escape", all))).toBe("");
  });

  test("with Ctrl, Alt or the system's key are the browser's", () => {
    expect(commandOf({ ...plain, key: "a", ctrlKey: true })).toBeNull();
    expect(commandOf({ ...plain, key: "d", metaKey: true })).toBeNull();
    expect(commandOf({ ...plain, key: "q" })).toBeNull();
  });
});

test("a row that is gone leaves the hand where it was", () => {
  const third = press("j j");
  expect(at(third, ["a", "b", "d", "e"])).toBe("d");
  expect(at(third, ["a"])).toBe("a");
  expect(indexAtHand(third, [])).toBe(-1);
  expect(afterCommand(third, { kind: "accept" }, [])).toEqual(third);
});

test("one act never takes more than the server does", () => {
  const list = Array.from({ length: SELECTED_MAX + 40 }, (_, i) => `r${i}`);
  expect(press("*", freshInbox(undefined), list).selection.ids.size).toBe(SELECTED_MAX);
  expect(press("x End S-x", freshInbox(undefined), list).selection.ids.size).toBe(SELECTED_MAX);
});

test("whatever is pressed, the hand is on a row and what is ticked is in the list", () => {
  const keys = ["j", "k", "x", "*", "a", "d", "Enter", "?", "Escape", "End", "Home", "/"];
  const pressed = fc.record({ key: fc.constantFrom(...keys), shiftKey: fc.boolean() });
  fc.assert(
    fc.property(fc.array(pressed, { maxLength: 60 }), (presses) => {
      const state = presses.reduce((before, key) => {
        const command: DeskCommand | null = commandOf({ ...plain, ...key });
        return command ? afterCommand(before, command, ids) : before;
      }, freshInbox(undefined));
      expect(ids).toContain(at(state));
      expect([...state.selection.ids].every((id) => ids.includes(id))).toBe(true);
    }),
  );
});
