import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { ScreenRecent } from "../../../domain/contract/screen-reads.ts";
import { recentQuery } from "../../api/screen-queries.ts";
import { emptyFeed, type Feed, type FeedItem, told, withNews } from "./feed.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { useStandingAnswer } from "./use-standing-answer.ts";

/** What is told, and why there is nothing to tell: an answer that is on its way or failed is not a quiet city. */
export type CityFeed = Feed & {
  readonly isKnown: boolean;
  readonly hasFailed: boolean;
};

export const FeedContext = createContext<CityFeed>({
  ...emptyFeed,
  isKnown: false,
  hasFailed: false,
});

export function useFeed(): CityFeed {
  return useContext(FeedContext);
}

/** More than comes between two moments of an ordinary day: the rest of a burst is told as a number. */
const ASKED = 40;
const LOOK_MS = 1000;

/** What happened last in the whole city. */
export const newestQuery = ({ filter }: Pick<ScreenScope, "filter">) => recentQuery(filter, ASKED);

/** What happens in the city, one thing at a time; every moment of the wall brings what is new. */
export function useCityFeed(scope: ScreenScope): CityFeed {
  const [feed, setFeed] = useState(emptyFeed);
  const { data, error } = useStandingAnswer(scope, newestQuery);
  const { format } = scope;
  useEffect(() => {
    if (!data) return;
    const items = data.events.map((event) => itemOf(event, format));
    setFeed((before) => withNews(before, items));
  }, [data, format]);
  useEffect(() => {
    const timer = setInterval(() => setFeed((before) => told(before, performance.now())), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const isKnown = data !== undefined;
  const hasFailed = error !== null;
  return useMemo(() => ({ ...feed, isKnown, hasFailed }), [feed, isKnown, hasFailed]);
}

function itemOf(
  { at, what, problem }: ScreenRecent["events"][number],
  format: ScreenScope["format"],
): FeedItem {
  const { id, category, address, zone, source, position } = problem;
  return {
    key: `${id}/${what}/${at}`,
    at: Date.parse(at),
    what,
    name: format.category(category),
    position,
    facts: [address ?? zone?.name, format.source(source)].filter(Boolean).join(" · "),
  };
}
