import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "./ui/global.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem } from "./api.ts";
import { meQuery } from "./me.ts";
import { styleNonce } from "./nonce.ts";
import { openRouter } from "./routes.tsx";
import { surfaces, theme } from "./theme.ts";

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  defaultOptions: {
    queries: {
      // What the server has understood and refused, it refuses again.
      retry: (times, error) => times < 2 && !(error instanceof ApiProblem && error.status < 500),
    },
  },
});

const router = openRouter(queries);

/** Whoever was signed in and is no more, by whomever it was ended, is shown the way in. */
function signedOut(error: Error): void {
  const wasIn = queries.getQueryData(meQuery.queryKey) !== undefined;
  if (!wasIn || !(error instanceof ApiProblem) || error.status !== 401) return;
  queries.clear();
  void router.navigate({ to: "/sign-in" });
}

// A page that is not there any more was replaced by a newer one: what is open is of before.
window.addEventListener("vite:preloadError", () => window.location.reload());

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no place for the pages");
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      getStyleNonce={() => styleNonce}
      theme={theme}
      cssVariablesResolver={surfaces}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
