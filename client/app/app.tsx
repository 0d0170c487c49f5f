import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ApiError } from "../api/http.ts";
import { router } from "./router.tsx";

/** Who is signed in no more comes back to the same page after signing in; the pages for everybody stay. */
function leaveWhenSignedOut(error: Error): void {
  const { pathname, search } = location;
  const isOpen = pathname.startsWith("/sign/") || pathname === "/sign-in";
  if (!(error instanceof ApiError) || error.status !== 401 || isOpen) return;
  void router.navigate({ to: "/sign-in", search: { to: pathname + search } });
}

/** Refusals are final; silence and faults of the server are worth two more tries. */
const client = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
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
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
