import type { ComponentType } from "react";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { DeskTabs, PANEL_ID, tabId } from "../../shell/desk-tabs.tsx";
import { type PaperTab, paperTabs, usePapersUrl } from "../../state/papers-url.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { BriefTab } from "./brief-tab.tsx";
import { OrderTab } from "./order-tab.tsx";
import { SignTab } from "./sign-tab.tsx";
import { WallMapTab } from "./wall-map-tab.tsx";

const panels: Readonly<Record<PaperTab, ComponentType>> = {
  signs: SignTab,
  map: WallMapTab,
  briefs: BriefTab,
  orders: OrderTab,
};

/** The kinds of paper, one tab each. */
export function PaperDesk() {
  const text = usePapersText().papers;
  const [url, set] = usePapersUrl();
  const tab = paperTabs.find((name) => name === url.tab) ?? "signs";
  const Panel = panels[tab];
  return (
    <div className="papers">
      <DeskBar current="papers" />
      <DeskTabs
        label={text.title}
        titles={text.tabs}
        names={paperTabs}
        current={tab}
        onChoose={(name) => set({ tab: name === "signs" ? undefined : name })}
      />
      <main id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(tab)}>
        <Panel />
      </main>
    </div>
  );
}
