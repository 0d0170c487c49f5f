import { describe, expect, it } from "vitest";
import {
  arrived,
  emptyFeed,
  type FeedItem,
  seeded,
  TELL_EVERY_MS,
  told,
} from "../../../../client/features/screen/feed.ts";

const item = (key: string, at: number): FeedItem => ({
  key,
  at,
  what: "reported",
  name: "暴露垃圾",
  facts: "文昌街 86 号",
});

describe("feed", () => {
  it("begins with what was there, newest first, each once", () => {
    const feed = seeded(seeded(emptyFeed, [item("a", 1), item("b", 3)]), [item("a", 1)]);
    expect(feed.told.map(({ key }) => key)).toEqual(["b", "a"]);
  });

  it("tells one thing at a time, and the rest of a burst as a number", () => {
    const waiting = arrived(emptyFeed, [item("a", 1), item("c", 5), item("b", 3)]);
    const feed = told(waiting, TELL_EVERY_MS);
    expect(feed.told).toEqual([{ ...item("c", 5), others: 2 }]);
    expect(feed.waiting).toEqual([]);
  });

  it("waits between two", () => {
    const first = told(arrived(emptyFeed, [item("a", 1)]), TELL_EVERY_MS);
    const more = arrived(first, [item("b", 2)]);
    expect(told(more, 2 * TELL_EVERY_MS - 1)).toBe(more);
    expect(told(more, 2 * TELL_EVERY_MS).told.map(({ key }) => key)).toEqual(["b", "a"]);
  });

  it("stays the same value where nothing is new", () => {
    const feed = told(arrived(emptyFeed, [item("a", 1)]), TELL_EVERY_MS);
    expect(arrived(feed, [item("a", 1)])).toBe(feed);
    expect(seeded(feed, [item("a", 1)])).toBe(feed);
    expect(told(feed, 9 * TELL_EVERY_MS)).toBe(feed);
  });

  it("keeps no more than a screen can show", () => {
    const many = Array.from({ length: 100 }, (_, i) => item(`p${i}`, i));
    expect(seeded(emptyFeed, many).told).toHaveLength(16);
  });
});
