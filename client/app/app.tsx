import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ApiError } from "../api/http.ts";
import { router } from "./router.tsx";

/** Refusals are final; silence and faults of the server are worth two more tries. */
const client = new QueryClient({
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
