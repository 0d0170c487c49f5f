import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { type HeardEvent, listenLive } from "../../api/live-stream.ts";
import { problemQuery } from "../../api/queries.ts";
import { firstProblemsQuery } from "../../api/screen-queries.ts";
import { arrived, emptyFeed, type Feed, type FeedItem, seeded, told } from "./feed.ts";
import type { ScreenScope } from "./screen-scope.ts";

export const FeedContext = createContext<Feed>(emptyFeed);

export function useFeed(): Feed {
  return useContext(FeedContext);
}

/** Reports read when the wall begins. */
const SEEDED = 12;
/** Of one burst so many are looked up; a person reads one of them. */
const LOOKED_UP = 4;
/** A closing is news for so long. */
const NEWS_MS = 10 * 60_000;

/** The newest reports of the whole city, which the ticker begins with. */
export const newestQuery = ({ filter }: Pick<ScreenScope, "filter">) =>
  firstProblemsQuery(filter, "-reportedAt", SEEDED);

/** What happens in the city, one thing at a time. */
export function useCityFeed(scope: ScreenScope): Feed {
  const [feed, setFeed] = useState(emptyFeed);
  const latest = useRef(scope);
  latest.current = scope;
  const { data } = useQuery(newestQuery(scope));
  useEffect(() => {
    if (data)
      setFeed((before) =>
        seeded(
          before,
          data.features.map((each) => itemOf(each, latest.current)),
        ),
      );
  }, [data]);
  useEffect(() => {
    const stop = listenLive(
      (event) => {
        void newsOf(event, latest.current).then((items) =>
          setFeed((before) => arrived(before, items)),
        );
      },
      () => undefined,
    );
    const timer = setInterval(() => setFeed((before) => told(before, Date.now())), 1000);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, []);
  return feed;
}

async function newsOf(event: HeardEvent, scope: ScreenScope): Promise<FeedItem[]> {
  if (event.name !== "problem.created" && event.name !== "problem.changed") return [];
  const { problems, revision } = event.data;
  const now = Date.parse(event.data.now);
  const found = await Promise.allSettled(
    problems.slice(0, LOOKED_UP).map(({ id }) =>
      scope.client.fetchQuery({
        ...problemQuery(id, undefined),
        queryKey: ["problem", id, `feed ${revision}`],
        gcTime: 0,
      }),
    ),
  );
  return found
    .flatMap((each) => (each.status === "fulfilled" ? [each.value] : []))
    .filter(
      ({ properties: { closedAt } }) => event.name === "problem.created" || isNews(closedAt, now),
    )
    .map((each) => itemOf(each, scope));
}

function isNews(closedAt: string | null, now: number): boolean {
  return closedAt !== null && now - Date.parse(closedAt) < NEWS_MS;
}

function itemOf({ properties }: ProblemFeature, { format }: ScreenScope): FeedItem {
  const { id, category, closedAt, reportedAt, address, zone, source, isOverdue } = properties;
  const what = closedAt !== null ? "closed" : isOverdue ? "overdue" : "reported";
  return {
    key: `${id}/${closedAt === null ? "reported" : "closed"}`,
    at: Date.parse(closedAt ?? reportedAt),
    what,
    name: format.category(category),
    facts: [address ?? zone?.name, format.source(source)].filter(Boolean).join(" · "),
  };
}
