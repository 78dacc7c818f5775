import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem, demo } from "./api.ts";
import { floorQuery } from "./live.ts";
import { meQuery } from "./me.ts";
import { NotFoundPage } from "./pages/not-found.tsx";
import type { SectionName } from "./pages/routing/sections.ts";
import { PageBroke } from "./ui/boundary.tsx";
import { Shell } from "./ui/shell.tsx";

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  notFoundComponent: () => (
    <Shell>
      <NotFoundPage />
    </Shell>
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./pages/sign-in/page.tsx"), "SignInPage"),
});

/** What only those see who are signed in; the others are shown the way in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: () => <Shell />,
  async beforeLoad({ context: { queries } }) {
    await queries.ensureQueryData(meQuery).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: "/sign-in" });
      throw error;
    });
    // What a page tells of times goes by the server's clock; where that is not to be had, by this browser's.
    await queries.fetchQuery({ ...floorQuery, retry: false, staleTime: Infinity }).catch(() => undefined);
  },
});

const overview = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/overview.tsx"), "OverviewPage"),
});

const phone = createRoute({
  getParentRoute: () => inside,
  path: "/phone",
  beforeLoad() {
    if (!demo) throw notFound();
  },
  component: lazyRouteComponent(() => import("./pages/telephones/page.tsx"), "TelephonesPage"),
});

const returnCalls = createRoute({
  getParentRoute: () => inside,
  path: "/return-calls",
  component: lazyRouteComponent(() => import("./pages/return-calls/page.tsx"), "ReturnCallsPage"),
});
const returnCall = createRoute({
  getParentRoute: () => inside,
  path: "/return-calls/$id",
  component: lazyRouteComponent(() => import("./pages/return-calls/one.tsx"), "ReturnCallPage"),
});

const routing = createRoute({
  getParentRoute: () => inside,
  path: "/routing",
  component: lazyRouteComponent(() => import("./pages/routing/page.tsx"), "RoutingPage"),
});

const routingStart = createRoute({
  getParentRoute: () => routing,
  path: "/",
  beforeLoad() {
    throw redirect({ to: "/routing/flow/{-$id}" });
  },
});

type SectionModule = { readonly Section: () => ReactNode };

/** A section of the routing's page, each in a file of its own that is loaded when it is opened; of several things the address names one. */
const section = <const Name extends SectionName>(name: Name, load: () => Promise<SectionModule>) =>
  createRoute({
    getParentRoute: () => routing,
    path: `${name}/{-$id}`,
    component: lazyRouteComponent(load, "Section"),
  });

const routingSections = [
  section("flow", () => import("./pages/routing/flow/section.tsx")),
  section("business", () => import("./pages/routing/business/section.tsx")),
  section("lines", () => import("./pages/routing/lines/section.tsx")),
  section("menus", () => import("./pages/routing/menus/section.tsx")),
  section("queues", () => import("./pages/routing/queues/section.tsx")),
  section("hours", () => import("./pages/routing/hours/section.tsx")),
  section("reps", () => import("./pages/routing/reps/section.tsx")),
  section("prompts", () => import("./pages/routing/prompts/section.tsx")),
  section("announcements", () => import("./pages/routing/announcements/section.tsx")),
  section("text", () => import("./pages/routing/text/section.tsx")),
] as const;

const hear = createRoute({
  getParentRoute: () => inside,
  path: "/routing/hear",
  component: lazyRouteComponent(() => import("./pages/hear/page.tsx"), "HearPage"),
});

const routingHistory = createRoute({
  getParentRoute: () => inside,
  path: "/routing/history",
  component: lazyRouteComponent(() => import("./pages/routing/history.tsx"), "HistoryPage"),
});

const sound = createRoute({
  getParentRoute: () => inside,
  path: "/sound",
  component: lazyRouteComponent(() => import("./pages/sound/page.tsx"), "SoundPage"),
});

const settings = createRoute({ getParentRoute: () => inside, path: "/settings" });
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad() {
    throw redirect({ to: "/settings/emergency", replace: true });
  },
});
const emergency = createRoute({
  getParentRoute: () => settings,
  path: "emergency",
  component: lazyRouteComponent(() => import("./pages/settings/emergency.tsx"), "EmergencyPage"),
});

const twilio = createRoute({
  getParentRoute: () => settings,
  path: "twilio",
  component: lazyRouteComponent(() => import("./pages/settings/twilio.tsx"), "TwilioPage"),
});

const users = createRoute({
  getParentRoute: () => settings,
  path: "users",
  component: lazyRouteComponent(() => import("./pages/settings/users.tsx"), "UsersPage"),
});
const tokens = createRoute({
  getParentRoute: () => settings,
  path: "tokens",
  component: lazyRouteComponent(() => import("./pages/settings/tokens.tsx"), "TokensPage"),
});
const limits = createRoute({
  getParentRoute: () => settings,
  path: "limits",
  component: lazyRouteComponent(() => import("./pages/settings/limits.tsx"), "LimitsPage"),
});
const audit = createRoute({
  getParentRoute: () => settings,
  path: "audit",
  component: lazyRouteComponent(() => import("./pages/settings/audit.tsx"), "AuditPage"),
});
const account = createRoute({
  getParentRoute: () => settings,
  path: "account",
  component: lazyRouteComponent(() => import("./pages/settings/account.tsx"), "AccountPage"),
});

/** Every page, loaded when it is opened. */
export function openRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      inside.addChildren([
        overview,
        returnCalls,
        returnCall,
        phone,
        routing.addChildren([routingStart, ...routingSections]),
        hear,
        sound,
        routingHistory,
        settings.addChildren([settingsStart, emergency, twilio, users, tokens, limits, audit, account]),
      ]),
    ]),
    context: { queries },
    defaultErrorComponent: PageBroke,
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  // Declaration merging is how the router learns which pages there are.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
