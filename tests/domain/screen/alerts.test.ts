import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AlertRule } from "../../../domain/screen/alert-rule.ts";
import {
  AlertBook,
  acknowledge,
  emptyBook,
  type Finding,
  takeFindings,
} from "../../../domain/screen/alerts.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";

const overdue = AlertRule.parse({ id: "o", kind: "overdue-count", name: "超期", above: 100 });
const surge = AlertRule.parse({ id: "s", kind: "surge", name: "暴增", factor: 3, least: 10 });
const place = AlertRule.parse({ id: "p", kind: "place-intensifying", name: "加剧" });
const due = AlertRule.parse({ id: "d", kind: "deadline", name: "到期" });
const rules = [overdue, surge, place, due];
const T = Date.UTC(2026, 10, 22);

const look = (book: AlertBook, finding: Finding, now = T) => {
  const rule = rules.find(({ kind }) => kind === finding.kind);
  return takeFindings(book, rules, new Map([[rule?.id ?? "", finding]]), now);
};
const count = (n: number): Finding => ({ kind: "overdue-count", count: n });
const deadline = (...ids: string[]): Finding => ({
  kind: "deadline",
  due: ids.map((id) => ({ id, at: [113, 23] as const, dueAt: T + HOUR_MS })),
});

describe("alerts", () => {
  it("calls once when a count passes its limit, and again only after it calmed down", () => {
    let book = look(emptyBook, count(100));
    expect(book).toBe(emptyBook);
    book = look(book, count(101));
    expect(book.alerts).toMatchObject([{ count: 101, limit: 100, endedAt: null }]);
    expect(look(book, count(150), T + 1)).toBe(book);
    expect(look(book, count(99), T + 2)).toBe(book);
    book = look(book, count(95), T + 3);
    expect(book.alerts[0]?.endedAt).toBe(T + 3);
    expect(look(book, count(101), T + 4).alerts).toHaveLength(2);
  });

  it("holds a surge against the usual, and against a least number", () => {
    const reports = (n: number, usual: number): Finding => ({ kind: "surge", count: n, usual });
    expect(look(emptyBook, reports(9, 0)).alerts).toHaveLength(0);
    expect(look(emptyBook, reports(10, 0)).alerts).toHaveLength(1);
    expect(look(emptyBook, reports(29, 10)).alerts).toHaveLength(0);
    expect(look(emptyBook, reports(30, 10)).alerts).toMatchObject([{ count: 30, limit: 10 }]);
  });

  it("gathers what nobody has acknowledged, and never calls twice for one cause", () => {
    let book = look(emptyBook, deadline("a", "b"));
    book = look(book, deadline("a", "b", "c"), T + 1);
    expect(book.alerts).toMatchObject([{ count: 3, limit: 60, problems: ["a", "b", "c"] }]);
    const id = book.alerts[0]?.id ?? "";
    book = acknowledge(book, id, "值班员", T + 2) ?? emptyBook;
    expect(look(book, deadline("a", "b", "c"), T + 3)).toBe(book);
    const more = look(book, deadline("a", "d"), T + 4);
    expect(more.alerts.map(({ problems }) => problems)).toEqual([["a", "b", "c"], ["d"]]);
    expect(more.alerts[0]).toMatchObject({ acknowledgedBy: "值班员", acknowledgedAt: T + 2 });
  });

  it("counts what is still open, and ends when all of it was handled in time", () => {
    let book = look(emptyBook, deadline("a", "b", "c"));
    book = look(book, deadline("b", "c"), T + 1);
    expect(book.alerts).toMatchObject([{ count: 2, problems: ["b", "c"], endedAt: null }]);
    expect(look(book, deadline("b", "c"), T + 2)).toBe(book);
    const handled = look(book, deadline(), T + 3);
    expect(handled.alerts).toMatchObject([{ count: 2, endedAt: T + 3 }]);
    const again = look(handled, deadline("b"), T + 4);
    expect(again.alerts).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_, i) => `p${i}`);
    book = look(emptyBook, deadline(...many));
    expect(look(book, deadline(...many.slice(1)), T + 1).alerts).toMatchObject([{ count: 30 }]);
  });

  it("ends what is over: a deadline that passed, a place after a day, a rule that is gone", () => {
    const passed = look(look(emptyBook, deadline("a")), deadline(), T + HOUR_MS);
    expect(passed.alerts[0]?.endedAt).toBe(T + HOUR_MS);
    const turned: Finding = { kind: "place-intensifying", turned: [{ id: "7", at: null }] };
    const placed = look(look(emptyBook, turned), turned, T + DAY_MS);
    expect(placed.alerts).toMatchObject([{ places: ["7"], endedAt: T + DAY_MS }]);
    const without = takeFindings(look(emptyBook, count(101)), [surge], new Map(), T + 1);
    expect([without.alerts[0]?.endedAt, without.causes]).toEqual([T + 1, {}]);
  });

  it("keeps what nobody acknowledged, however much is called after it", () => {
    let book = look(emptyBook, count(101));
    const standing = book.alerts[0]?.id ?? "";
    for (let i = 1; i <= 250; i++) {
      const turned: Finding = { kind: "place-intensifying", turned: [{ id: `${i}`, at: null }] };
      book = look(book, turned, T + i);
      book = acknowledge(book, book.alerts.at(-1)?.id ?? "", "甲", T + i) ?? emptyBook;
    }
    expect(book.alerts).toHaveLength(200);
    expect(book.alerts[0]).toMatchObject({ id: standing, acknowledgedAt: null, endedAt: null });
    expect(book.alerts[1]).toMatchObject({ places: ["52"] });
    expect(look(book, count(95), T + 300).alerts[0]?.endedAt).toBe(T + 300);
  });

  it("begins anew with a rule that is of another kind or filter", () => {
    const book = look(emptyBook, count(101));
    const kinds = AlertRule.parse({ ...surge, id: "o" });
    const found: Finding = { kind: "surge", count: 30, usual: 1 };
    const turned = takeFindings(book, [kinds], new Map([["o", found]]), T + 1);
    expect(turned.alerts).toMatchObject([
      { kind: "overdue-count", endedAt: T + 1 },
      { kind: "surge", count: 30, endedAt: null },
    ]);
    expect(takeFindings(turned, [kinds], new Map([["o", found]]), T + 2)).toBe(turned);

    const filtered = AlertRule.parse({ ...overdue, filter: { zone: "Z", source: "S" } });
    const seen = takeFindings(book, [filtered], new Map([["o", count(102)]]), T + 1);
    expect(seen.alerts).toMatchObject([{ endedAt: T + 1 }, { count: 102, endedAt: null }]);
    const same = AlertRule.parse({ ...overdue, filter: { source: "S", zone: "Z" }, above: 101 });
    expect(takeFindings(seen, [same], new Map([["o", count(102)]]), T + 2)).toBe(seen);
    const unseen = takeFindings(book, [filtered], new Map(), T + 1);
    expect([unseen.alerts[0]?.endedAt, unseen.causes]).toEqual([T + 1, {}]);
  });

  it("does not gather what is found with what a rule of another kind called", () => {
    const book = look(emptyBook, deadline("a"));
    const places = AlertRule.parse({ ...place, id: "d" });
    const turned: Finding = { kind: "place-intensifying", turned: [{ id: "7", at: null }] };
    expect(takeFindings(book, [places], new Map([["d", turned]]), T + 1).alerts).toMatchObject([
      { kind: "deadline", problems: ["a"], places: [], endedAt: T + 1 },
      { kind: "place-intensifying", problems: [], places: ["7"], endedAt: null },
    ]);
  });

  it("takes over a book of before: nothing is called twice, what another kind called ends", () => {
    const { subjects: _, ...before } = look(look(emptyBook, count(101)), deadline("a"), T + 1);
    const kept = AlertBook.parse(before);
    const done = acknowledge(kept, kept.alerts[0]?.id ?? "", "甲", T + 2) ?? emptyBook;
    const again = look(look(done, count(120), T + 3), deadline("a"), T + 4);
    expect(again).toMatchObject({ alerts: done.alerts, causes: done.causes });
    expect(look(again, count(120), T + 5)).toBe(again);

    const kinds = AlertRule.parse({ ...surge, id: "o" });
    const found: Finding = { kind: "surge", count: 30, usual: 1 };
    const turned = takeFindings(kept, [kinds, due], new Map([["o", found]]), T + 2);
    expect(turned.alerts).toMatchObject([
      { kind: "overdue-count", endedAt: T + 2 },
      { kind: "deadline", endedAt: null },
      { kind: "surge", endedAt: null },
    ]);
  });

  it("acknowledges once, and knows no strangers", () => {
    const book = look(emptyBook, count(101));
    const once = acknowledge(book, book.alerts[0]?.id ?? "", "甲", T) ?? emptyBook;
    expect(acknowledge(once, once.alerts[0]?.id ?? "", "乙", T + 1)).toBe(once);
    expect(acknowledge(book, "stranger", "甲", T)).toBeNull();
  });

  it("stays small, and raises every cause exactly once, whatever comes", () => {
    const step = fc.record({
      ids: fc.array(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 30 }),
      acknowledges: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, areHandled) => {
        let book = emptyBook;
        let now = T;
        const seen = new Set<string>();
        const alertOf = new Map<string, string>();
        for (const { ids, acknowledges } of steps) {
          now += 1000;
          for (const id of ids) seen.add(id);
          book = look(book, deadline(...(areHandled ? new Set(ids) : seen)), now);
          for (const { id, problems } of book.alerts)
            for (const problem of problems) {
              expect(alertOf.get(problem) ?? id).toBe(id);
              alertOf.set(problem, id);
            }
          const last = book.alerts.at(-1);
          if (acknowledges && last) book = acknowledge(book, last.id, "甲", now) ?? book;
        }
        const raised = book.alerts.reduce((sum, alert) => sum + alert.count, 0);
        if (areHandled) expect(raised).toBeLessThanOrEqual(seen.size);
        else expect(raised).toBe(seen.size);
        expect(book.alerts.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
