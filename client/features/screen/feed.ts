/** Something that happened, as the ticker tells it. */
export type FeedItem = {
  readonly key: string;
  /** Epoch ms. */
  readonly at: number;
  readonly what: "reported" | "closed" | "overdue";
  /** What it is about, and where and how it came. */
  readonly name: string;
  readonly facts: string;
  readonly position: readonly [lng: number, lat: number];
};

/** What is told, with how many others came at the same time. */
export type FeedEntry = FeedItem & { readonly others: number };

export type Feed = {
  readonly told: readonly FeedEntry[];
  readonly waiting: readonly FeedItem[];
  /** Keys that were met, the newest last; more than an answer holds. */
  readonly known: readonly string[];
  /** When the last one was told, ms of a clock that is never set. */
  readonly toldAt: number;
};

export const emptyFeed: Feed = { told: [], waiting: [], known: [], toldAt: 0 };

/** One at most in this time: a person has to be able to read it. */
export const TELL_EVERY_MS = 8000;
const [MOST_TOLD, MOST_KNOWN] = [16, 300];

/** What happened last: told at once when nobody had watched before, else it waits for its turn. */
export function withNews(before: Feed, items: readonly FeedItem[]): Feed {
  const feed = asAnswered(before, items);
  const met = new Set(feed.known);
  const fresh = items.filter(({ key }) => !met.has(key));
  if (fresh.length === 0) return feed;
  const known = [...feed.known, ...fresh.map(({ key }) => key)].slice(-MOST_KNOWN);
  if (feed.known.length > 0) return { ...feed, known, waiting: [...feed.waiting, ...fresh] };
  const told = fresh
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_TOLD)
    .map((item) => ({ ...item, others: 0 }));
  return { ...feed, known, told };
}

/** Without what the answer reaches back to and has no more, and in its words; the very same value where they agree. */
function asAnswered(feed: Feed, items: readonly FeedItem[]): Feed {
  const answered = new Map(items.map((item) => [item.key, item]));
  const from = items.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const isSame = (item: FeedItem) => {
    const now = answered.get(item.key);
    return now ? now.name === item.name && now.facts === item.facts : item.at <= from;
  };
  if (feed.told.every(isSame) && feed.waiting.every(isSame)) return feed;
  const isLeft = ({ key, at }: FeedItem) => answered.has(key) || at <= from;
  const inWords = <T extends FeedItem>(item: T): T => ({ ...item, ...answered.get(item.key) });
  return {
    ...feed,
    told: feed.told.filter(isLeft).map(inWords),
    waiting: feed.waiting.filter(isLeft).map(inWords),
  };
}

/** Tells the newest of those that wait, the others as a number; the very same value while it is too early. */
export function told(feed: Feed, now: number): Feed {
  const newest = feed.waiting.toSorted((a, b) => b.at - a.at)[0];
  if (!newest || now - feed.toldAt < TELL_EVERY_MS) return feed;
  const entry = { ...newest, others: feed.waiting.length - 1 };
  return {
    ...feed,
    told: [entry, ...feed.told].slice(0, MOST_TOLD),
    waiting: [],
    toldAt: now,
  };
}
