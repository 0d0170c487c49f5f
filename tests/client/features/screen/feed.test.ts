import { describe, expect, it } from "vitest";
import {
  emptyFeed,
  type FeedItem,
  TELL_EVERY_MS,
  told,
  withNews,
} from "../../../../client/features/screen/feed.ts";

const item = (key: string, at: number): FeedItem => ({
  key,
  at,
  what: "reported",
  name: "暴露垃圾",
  facts: "文昌街 86 号",
  position: [114.3, 30.6],
});
const keys = (items: readonly FeedItem[]) => items.map(({ key }) => key);
const begun = withNews(emptyFeed, [item("old", 0)]);

describe("feed", () => {
  it("begins with what happened last, newest first, no more than a screen can show", () => {
    const many = Array.from({ length: 40 }, (_, i) => item(`p${i}`, i));
    const feed = withNews(emptyFeed, many);
    expect(feed.told).toHaveLength(16);
    expect(feed.told[0]?.key).toBe("p39");
    expect(feed.waiting).toEqual([]);
  });

  it("tells one thing at a time, and the rest of a burst as a number", () => {
    const waiting = withNews(begun, [item("a", 1), item("c", 5), item("b", 3)]);
    expect(keys(waiting.told)).toEqual(["old"]);
    const feed = told(waiting, TELL_EVERY_MS);
    expect(feed.told[0]).toEqual({ ...item("c", 5), others: 2 });
    expect(feed.waiting).toEqual([]);
  });

  it("waits between two", () => {
    const first = told(withNews(begun, [item("a", 1)]), TELL_EVERY_MS);
    const more = withNews(first, [item("b", 2)]);
    expect(told(more, 2 * TELL_EVERY_MS - 1)).toBe(more);
    expect(keys(told(more, 2 * TELL_EVERY_MS).told)).toEqual(["b", "a", "old"]);
  });

  it("tells nothing twice, even what has left the screen", () => {
    const many = Array.from({ length: 40 }, (_, i) => item(`p${i}`, i));
    const feed = told(withNews(withNews(emptyFeed, many), [item("new", 99)]), TELL_EVERY_MS);
    expect(withNews(feed, [...many, item("new", 99)])).toBe(feed);
    expect(told(feed, 9 * TELL_EVERY_MS)).toBe(feed);
  });

  it("stays bounded over weeks", () => {
    let feed = begun;
    for (let i = 0; i < 2000; i++) feed = told(withNews(feed, [item(`n${i}`, i)]), i * 9000);
    expect(feed.known.length).toBeLessThanOrEqual(300);
    expect(feed.told.length).toBeLessThanOrEqual(16);
  });

  it("forgets what was withdrawn, and tells what was corrected as it is now", () => {
    const first = withNews(emptyFeed, [item("a", 1), item("b", 2), item("c", 3), item("d", 4)]);
    const corrected = { ...item("c", 3), name: "积存垃圾渣土" };
    const feed = withNews(first, [item("b", 2), corrected]);
    expect(feed.told.map(({ key, name }) => `${key} ${name}`)).toEqual([
      "c 积存垃圾渣土",
      "b 暴露垃圾",
      "a 暴露垃圾",
    ]);
    expect(withNews(feed, [item("b", 2), corrected])).toBe(feed);
    const waiting = withNews(feed, [item("b", 2), corrected, item("e", 5)]);
    expect(withNews(waiting, [item("b", 2), corrected]).waiting).toEqual([]);
  });
});
