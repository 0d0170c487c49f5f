import {
  keepPreviousData,
  type QueryFunctionContext,
  type QueryKey,
  useQuery,
} from "@tanstack/react-query";
import { useRef } from "react";
import { askedAgain } from "../../api/asked-again.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { useAskedScope } from "./use-asked-scope.ts";

/** Query options; a method, so that each may know the exact types of its own key and answer. */
export type Question<Data> = {
  readonly queryKey: QueryKey;
  queryFn?(context: QueryFunctionContext): Data | Promise<Data>;
  /** Asked again so often though the moment be the same, ms. */
  readonly refetchInterval?: unknown;
};

export type StandingAnswer<Data> = {
  /** The last good answer; undefined while none has come. */
  readonly data: Data | undefined;
  /** What it was asked for with; what is asked now while none has come. */
  readonly of: ScreenScope;
  /** Why there was no answer the last time; stands until there is one, whatever is asked meanwhile. */
  readonly error: Error | null;
  /** The newest that was asked for is there. */
  readonly isAnswered: boolean;
};

type Stood<Data> = {
  /** The filter, whatever the moment. */
  readonly topic: string;
  readonly good: { readonly data: Data; readonly of: ScreenScope } | null;
  readonly error: Error | null;
};

const NOTHING = { good: null, error: null } as const;

/**
 * The answer to a question that is asked anew with every moment of the wall: the last good one stays while another comes
 * or fails, and a moment that comes sooner than the answer to the one before waits for it. Another filter is another
 * question: until its first answer the library's last one stands, and none where that fails.
 */
export function useStandingAnswer<Data>(
  scope: ScreenScope,
  question: (scope: ScreenScope) => Question<Data>,
): StandingAnswer<Data> {
  const { asOf: _, ...lasting } = scope.filter;
  const topic = JSON.stringify(lasting);
  const { asked, settle } = useAskedScope(scope, topic);
  const { refetchInterval: ownMs, ...options } = question(asked);
  const { data, error, isError, isPlaceholderData, fetchStatus } = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    refetchInterval: askedAgain(ownMs),
    refetchIntervalInBackground: true,
  });
  const isAnswered = data !== undefined && !isError && !isPlaceholderData;
  settle(fetchStatus === "fetching" && !isAnswered);
  const stood = useRef<Stood<Data>>({ topic, good: null, error: null });
  const { good, error: before } = stood.current.topic === topic ? stood.current : NOTHING;
  stood.current = {
    topic,
    good: isAnswered ? { data: data as Data, of: asked } : good,
    error: isAnswered ? null : isError ? error : before,
  };
  return {
    data: stood.current.good?.data ?? (data as Data | undefined),
    of: stood.current.good?.of ?? asked,
    error: stood.current.error,
    isAnswered,
  };
}
