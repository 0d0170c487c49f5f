import type { ComponentType } from "react";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { type PaperTab, paperTabs, usePapersUrl } from "../../state/papers-url.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { BriefTab } from "./brief-tab.tsx";
import { SignTab } from "./sign-tab.tsx";
import { WallMapTab } from "./wall-map-tab.tsx";

const panels: Readonly<Record<PaperTab, ComponentType>> = {
  signs: SignTab,
  map: WallMapTab,
  briefs: BriefTab,
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
      <div className="paper-tabs" role="tablist" aria-label={text.title}>
        {paperTabs.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`paper-tab-${name}`}
            aria-selected={name === tab}
            aria-controls="paper-main"
            onClick={() => set({ tab: name === "signs" ? undefined : name })}
          >
            {text.tabs[name]}
          </button>
        ))}
      </div>
      <main id="paper-main" role="tabpanel" aria-labelledby={`paper-tab-${tab}`}>
        <Panel />
      </main>
    </div>
  );
}
