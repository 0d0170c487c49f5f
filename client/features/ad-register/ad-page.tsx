import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { cityQuery } from "../../api/queries.ts";
import type { Theme } from "../../app/theme.ts";
import { usePhoneLook } from "../../shell/phone-look.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { StreetPage, WayBack } from "../../street/street-page.tsx";
import { adRegisterTexts, useAdRegisterText } from "../../text/ad-register-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import { AdView } from "./ad-view.tsx";
import "./ad-register.css";

/** 公益广告登记: what stands in the street and how it is. */
export function AdPage() {
  const look = usePhoneLook();
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const account = useQuery({ ...ownAccountQuery, networkMode: "always" });
  const viewer = account.data?.viewer;
  const { adRegister: text } = adRegisterTexts[look.language];
  return (
    <StreetPage
      page="/ad"
      name="ad-register"
      look={look}
      title={text.title}
      lead={viewer ? text.lead(viewer.name) : null}
      city={city.data}
      isReady={city.data !== undefined && viewer !== undefined}
      error={city.data && account.data ? null : (city.error ?? account.error)}
      onRetry={() => {
        void city.refetch();
        void account.refetch();
      }}
      footer={
        <>
          {viewer?.can.includes("plan-ads") && <Link to="/ads">{text.toPlan}</Link>}
          {viewer && <WayBack />}
        </>
      }
    >
      {(known) => <Allowed city={known} theme={look.theme} viewer={viewer ?? null} />}
    </StreetPage>
  );
}

type AllowedProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly viewer: OwnViewer | null;
};

function Allowed({ city, theme, viewer }: AllowedProps) {
  const text = useAdRegisterText();
  const street = useStreetText();
  if (viewer?.can.includes("register-ads")) {
    return <AdView city={city} theme={theme} viewer={viewer} />;
  }
  return (
    <main className="street-main">
      <p className="street-card" role="status">
        {viewer ? text.notAllowed : text.signedOut}{" "}
        {!viewer && (
          <Link to="/sign-in" search={{ to: "/ad" }}>
            {street.signIn}
          </Link>
        )}
      </p>
    </main>
  );
}
