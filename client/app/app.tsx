import { type Query, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { OwnAccount } from "../../domain/contract/accounts.ts";
import { ownAccountQuery } from "../api/account-queries.ts";
import { ApiError } from "../api/http.ts";
import { isWayIn } from "../state/sign-in-url.ts";
import { isWallBrowser, rememberRole, useWallBrowser } from "../state/wall-browser.ts";
import { router } from "./router.tsx";

const WallWatch = lazy(async () => ({
  default: (await import("../shell/wall-watch.tsx")).WallWatch,
}));

/**
 * Who is signed in no more comes back to the same page after signing in; the pages for everybody stay, and so does a wall's
 * picture.
 */
function leaveWhenSignedOut(error: Error): void {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  if (isWallBrowser()) return void client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
  const { pathname, search } = location;
  if (isForAnybody(pathname) || isWayIn(pathname)) return;
  void router.navigate({ to: "/sign-in", search: { to: pathname + search } });
}

/** Pages that need no account. */
function isForAnybody(path: string): boolean {
  return ["/sign/", "/report", "/track"].some((start) => path.startsWith(start));
}

function noticeAccount(data: unknown, { queryKey }: Pick<Query, "queryKey">): void {
  if (queryKey[0] !== ownAccountQuery.queryKey[0]) return;
  rememberRole((data as OwnAccount).viewer?.role ?? null);
}

/** Refusals are final; silence and faults of the server are worth two more tries. */
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut, onSuccess: noticeAccount }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => {
        const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
        return !isFinal && failures < 2;
      },
      refetchOnWindowFocus: false,
    },
  },
});

export function App() {
  const isWall = useWallBrowser();
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      {isWall && !isWayIn(location.pathname) && (
        <Suspense>
          <WallWatch />
        </Suspense>
      )}
    </QueryClientProvider>
  );
}
