import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound } from "@tanstack/react-router";
import { demo } from "./api.ts";
import { NotFoundPage } from "./pages/not-found.tsx";
import { PageBroke } from "./ui/boundary.tsx";
import { Shell } from "./ui/shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/overview.tsx"), "OverviewPage"),
});

const phone = createRoute({
  getParentRoute: () => root,
  path: "/phone",
  beforeLoad() {
    if (!demo) throw notFound();
  },
  component: lazyRouteComponent(() => import("./pages/telephones/page.tsx"), "TelephonesPage"),
});

/** Every page, loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([overview, phone]),
  defaultErrorComponent: PageBroke,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  // Declaration merging is how the router learns which pages there are.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: typeof router;
  }
}
