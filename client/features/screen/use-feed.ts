import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState } from "react";
import type { ScreenRecent } from "../../../domain/contract/screen-reads.ts";
import { recentQuery } from "../../api/screen-queries.ts";
import { emptyFeed, type Feed, type FeedItem, told, withNews } from "./feed.ts";
import type { ScreenScope } from "./screen-scope.ts";

export const FeedContext = createContext<Feed>(emptyFeed);

export function useFeed(): Feed {
  return useContext(FeedContext);
}

/** More than comes between two moments of an ordinary day: the rest of a burst is told as a number. */
const ASKED = 40;
const LOOK_MS = 1000;

/** What happened last in the whole city. */
export const newestQuery = ({ filter }: Pick<ScreenScope, "filter">) => recentQuery(filter, ASKED);

/** What happens in the city, one thing at a time; every moment of the wall brings what is new. */
export function useCityFeed(scope: ScreenScope): Feed {
  const [feed, setFeed] = useState(emptyFeed);
  const { data } = useQuery(newestQuery(scope));
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
  return feed;
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
