import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { readAccountsUrl } from "../state/accounts-url.ts";
import { readAdsUrl } from "../state/ads-url.ts";
import { readBriefsUrl } from "../state/briefs-url.ts";
import { readDeskUrl } from "../state/desk-url.ts";
import { readDutiesUrl } from "../state/duties-url.ts";
import { readFieldUrl } from "../state/field-url.ts";
import { readMyUrl } from "../state/my-url.ts";
import { readPapersUrl } from "../state/papers-url.ts";
import { readQualityUrl } from "../state/quality-url.ts";
import { readLook } from "../state/read-look.ts";
import { readReportUrl, readTrackUrl } from "../state/report-url.ts";
import { readScreenUrl } from "../state/screen-url.ts";
import { readSignInUrl } from "../state/sign-in-url.ts";
import { readSignUrl } from "../state/sign-url.ts";
import { parseSearch, readEvidenceUrl, readUrl, stringifySearch } from "../state/url-state.ts";
import { readZonesUrl } from "../state/zones-url.ts";
import { loadLanguage } from "../text/use-text.ts";
import { PageFailed } from "./page-failed.tsx";

const root = createRootRoute({
  beforeLoad: ({ location }) => loadLanguage(readLook(location.search).lang),
  component: Outlet,
  errorComponent: PageFailed,
});

const workbench = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readUrl,
  component: lazyRouteComponent(
    () => import("../features/workbench/workbench-page.tsx"),
    "WorkbenchPage",
  ),
});

const evidence = createRoute({
  getParentRoute: () => root,
  path: "/evidence/$id",
  validateSearch: readEvidenceUrl,
  component: lazyRouteComponent(
    () => import("../features/evidence/evidence-page.tsx"),
    "EvidencePage",
  ),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: "/desk",
  validateSearch: readDeskUrl,
  component: lazyRouteComponent(() => import("../features/desk/desk-page.tsx"), "DeskPage"),
});

const duties = createRoute({
  getParentRoute: () => root,
  path: "/duties",
  validateSearch: readDutiesUrl,
  component: lazyRouteComponent(() => import("../features/duties/duties-page.tsx"), "DutiesPage"),
});

const zones = createRoute({
  getParentRoute: () => root,
  path: "/zones",
  validateSearch: readZonesUrl,
  component: lazyRouteComponent(() => import("../features/zones/zones-page.tsx"), "ZonesPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readSignInUrl,
  component: lazyRouteComponent(() => import("../features/sign-in/sign-in-page.tsx"), "SignInPage"),
});

const kiosk = createRoute({
  getParentRoute: () => root,
  path: "/kiosk",
  validateSearch: readSignInUrl,
  component: lazyRouteComponent(() => import("../features/sign-in/kiosk-page.tsx"), "KioskPage"),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  validateSearch: readAccountsUrl,
  component: lazyRouteComponent(
    () => import("../features/accounts/accounts-page.tsx"),
    "AccountsPage",
  ),
});

const my = createRoute({
  getParentRoute: () => root,
  path: "/my",
  validateSearch: readMyUrl,
  component: lazyRouteComponent(() => import("../features/my/my-page.tsx"), "MyPage"),
});

const ordersPage = lazyRouteComponent(
  () => import("../features/field/orders-page.tsx"),
  "OrdersPage",
);

const orders = createRoute({
  getParentRoute: () => root,
  path: "/orders",
  validateSearch: readFieldUrl,
  component: ordersPage,
});

const order = createRoute({
  getParentRoute: () => root,
  path: "/orders/$number",
  validateSearch: readFieldUrl,
  component: ordersPage,
});

const round = createRoute({
  getParentRoute: () => root,
  path: "/round",
  validateSearch: readFieldUrl,
  component: lazyRouteComponent(() => import("../features/field/round-page.tsx"), "RoundPage"),
});

const briefs = createRoute({
  getParentRoute: () => root,
  path: "/briefs",
  validateSearch: readBriefsUrl,
  component: lazyRouteComponent(() => import("../features/briefs/briefs-page.tsx"), "BriefsPage"),
});

const quality = createRoute({
  getParentRoute: () => root,
  path: "/quality",
  validateSearch: readQualityUrl,
  component: lazyRouteComponent(
    () => import("../features/quality/quality-page.tsx"),
    "QualityPage",
  ),
});

const ads = createRoute({
  getParentRoute: () => root,
  path: "/ads",
  validateSearch: readAdsUrl,
  component: lazyRouteComponent(() => import("../features/ads/ads-page.tsx"), "AdsPage"),
});

const remote = createRoute({
  getParentRoute: () => root,
  path: "/remote",
  validateSearch: readLook,
  component: lazyRouteComponent(() => import("../features/remote/remote-page.tsx"), "RemotePage"),
});

const screens = createRoute({
  getParentRoute: () => root,
  path: "/screens",
  validateSearch: readLook,
  component: lazyRouteComponent(
    () => import("../features/screen-edit/screens-page.tsx"),
    "ScreensPage",
  ),
});

const papers = createRoute({
  getParentRoute: () => root,
  path: "/papers",
  validateSearch: readPapersUrl,
  component: lazyRouteComponent(() => import("../features/papers/papers-page.tsx"), "PapersPage"),
});

const sign = createRoute({
  getParentRoute: () => root,
  path: "/sign/$id",
  validateSearch: readSignUrl,
  component: lazyRouteComponent(() => import("../features/sign/sign-page.tsx"), "SignPage"),
});

const report = createRoute({
  getParentRoute: () => root,
  path: "/report",
  validateSearch: readReportUrl,
  component: lazyRouteComponent(() => import("../features/report/report-page.tsx"), "ReportPage"),
});

const ad = createRoute({
  getParentRoute: () => root,
  path: "/ad",
  validateSearch: readLook,
  component: lazyRouteComponent(() => import("../features/ad-register/ad-page.tsx"), "AdPage"),
});

const TrackPage = lazyRouteComponent(() => import("../features/track/track-page.tsx"), "TrackPage");

const track = createRoute({
  getParentRoute: () => root,
  path: "/track",
  validateSearch: readTrackUrl,
  component: TrackPage,
});

const trackOne = createRoute({
  getParentRoute: () => root,
  path: "/track/$number",
  validateSearch: readTrackUrl,
  component: TrackPage,
});

const ScreenPage = lazyRouteComponent(
  () => import("../features/screen/screen-page.tsx"),
  "ScreenPage",
);

const screen = createRoute({
  getParentRoute: () => root,
  path: "/screen",
  validateSearch: readScreenUrl,
  component: ScreenPage,
});

const screenDiag = createRoute({
  getParentRoute: () => root,
  path: "/screen/diag",
  validateSearch: readScreenUrl,
  component: ScreenPage,
});

/** URL → page, each loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    workbench,
    evidence,
    desk,
    duties,
    zones,
    signIn,
    kiosk,
    accounts,
    my,
    orders,
    order,
    round,
    remote,
    screens,
    papers,
    quality,
    ads,
    sign,
    briefs,
    report,
    ad,
    track,
    trackOne,
    screen,
    screenDiag,
  ]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageFailed,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
