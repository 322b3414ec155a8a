/** Entry of the screens: draws the application into the page. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { ApiError } from "../../web/api.ts";
import "../../web/tokens.css";
import "../../web/fonts.css";
import "../../web/base.css";
import { App } from "./app.tsx";
import { applyStoredTheme } from "./switches.tsx";

applyStoredTheme();

/** A session may have ended, or begun anew, while a page was open: who is signed in is then asked anew. */
function noticeEnd(error: Error): void {
  if (!(error instanceof ApiError)) return;
  if (error.status === 401 || error.problems.some((p) => p.code === "csrf.missing")) {
    void queries.invalidateQueries({ queryKey: ["/api/session"] });
  }
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // A refusal stays a refusal; only a server that was not reached is asked once more.
      retry: (failures, error) => failures < 1 && error instanceof ApiError && error.status === 0,
      retryDelay: 600,
    },
  },
});

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
