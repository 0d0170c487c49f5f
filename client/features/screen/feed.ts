/** Something that happened, as the ticker tells it. */
export type FeedItem = {
  readonly key: string;
  /** Epoch ms. */
  readonly at: number;
  readonly what: "reported" | "closed" | "overdue";
  /** What it is about, and where and how it came. */
  readonly name: string;
  readonly facts: string;
};

/** What is told, with how many others came at the same time. */
export type FeedEntry = FeedItem & { readonly others: number };

export type Feed = {
  readonly told: readonly FeedEntry[];
  readonly waiting: readonly FeedItem[];
  /** When the last one was told, epoch ms. */
  readonly toldAt: number;
};

export const emptyFeed: Feed = { told: [], waiting: [], toldAt: 0 };

/** One at most in this time: a person has to be able to read it. */
export const TELL_EVERY_MS = 8000;
const MOST = 16;

/** What was there before anybody watched: told at once. */
export function seeded(feed: Feed, items: readonly FeedItem[]): Feed {
  const known = new Set(feed.told.map(({ key }) => key));
  const fresh = items.filter(({ key }) => !known.has(key)).map((item) => ({ ...item, others: 0 }));
  if (fresh.length === 0) return feed;
  const told = [...feed.told, ...fresh].toSorted((a, b) => b.at - a.at).slice(0, MOST);
  return { ...feed, told };
}

/** What comes while somebody watches waits for its turn. */
export function arrived(feed: Feed, items: readonly FeedItem[]): Feed {
  const known = new Set([...feed.told, ...feed.waiting].map(({ key }) => key));
  const fresh = items.filter(({ key }) => !known.has(key));
  return fresh.length === 0 ? feed : { ...feed, waiting: [...feed.waiting, ...fresh] };
}

/** Tells the newest of those that wait, the others as a number; the very same value while it is too early. */
export function told(feed: Feed, now: number): Feed {
  const newest = feed.waiting.toSorted((a, b) => b.at - a.at)[0];
  if (!newest || now - feed.toldAt < TELL_EVERY_MS) return feed;
  const entry = { ...newest, others: feed.waiting.length - 1 };
  return { told: [entry, ...feed.told].slice(0, MOST), waiting: [], toldAt: now };
}
